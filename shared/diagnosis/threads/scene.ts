/** One message beside the requests it could belong to: what is reckoned once for all of them. Pure. */
import type { ChatMessage } from "../chat.ts";
import { ACTS, type Act, type Person, type PersonIndex, type Reading } from "../diagnosis.ts";
import type { OpenThread } from "./open-thread.ts";
import type { Wording } from "./wording.ts";

export type Likeness = {
  /** Words shared, by how rare they are; the rarest of them. */
  words: number;
  rarest: number;
  /** Figures shared, by how rare. */
  figures: number;
  first: number;
  last: number;
  /** Words of the client's own name (firm, flat) that the message says. */
  isClientNamed: boolean;
  isWorkerNamed: boolean;
};

export type After = { by: PersonIndex; minutes: number; isOurs: boolean; act: number };

export type Scene = {
  message: ChatMessage;
  by: PersonIndex;
  isOurs: boolean;
  isWorker: boolean;
  isBot: boolean;
  reading: Reading;
  /** What it does, by place in `ACTS`: the main act, and the others. */
  act: number;
  also: readonly number[];
  isWordless: boolean;
  wordCount: number;
  asks: boolean;
  named: readonly PersonIndex[];
  addressed: PersonIndex | -1;
  hasFigure: boolean;
  /** The message before, system lines apart: who, how long ago, where it was put. */
  before: { by: PersonIndex | -1; minutes: number; isOurs: boolean; threads: readonly OpenThread[] };
  /** The writer's own last message: how long ago, where it was put. */
  own: { minutes: number; threads: readonly OpenThread[] };
  /** The next message, and the next one of the other side if it comes soon: who, when, what it does. */
  next: After | null;
  reply: After | null;
  candidates: readonly OpenThread[];
  likeness: readonly Likeness[];
  /** What it shares with the writer's words that belonged to no request. */
  aside: Likeness;
  /** It speaks to all. */
  everybody: boolean;
};

const NO_ACTS: readonly number[] = [];
export const placesOf = (acts: readonly Act[]): readonly number[] =>
  acts.length === 0 ? NO_ACTS : acts.map((act) => ACTS.indexOf(act));

export const isOurRole = (person: Person | undefined): boolean =>
  person !== undefined && person.role !== "client";

const NOTHING: Likeness = {
  words: 0,
  rarest: 0,
  figures: 0,
  first: 0,
  last: 0,
  isClientNamed: false,
  isWorkerNamed: false,
};

/** Reckons what a message shares with requests; its answers are used again from message to message. */
export class Comparer {
  readonly #wording: Wording;
  /** By stem: the last message that was begun with and says it. */
  #said: Int32Array = new Int32Array(1024).fill(-1);
  #index = -1;
  readonly #known: Likeness[] = [];
  readonly #answer: Likeness[] = [];
  readonly #aside: Likeness = { ...NOTHING };

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  likenessOf(
    index: number,
    threads: readonly OpenThread[],
    named: readonly PersonIndex[],
  ): readonly Likeness[] {
    const { begins, stems } = this.#wording;
    const [begin, end] = [begins[index] ?? 0, begins[index + 1] ?? 0];
    this.#index = index;
    for (let at = begin; at < end; at++) this.#mark(stems[at] ?? 0);
    const answer = this.#answer;
    answer.length = 0;
    for (let place = 0; place < threads.length; place++) {
      const thread = threads[place];
      if (!thread) continue;
      let likeness = this.#known[place];
      if (!likeness) {
        likeness = { ...NOTHING };
        this.#known[place] = likeness;
      } else forget(likeness);
      if (named.length > 0) nameIn(likeness, thread, named);
      if (begin < end) this.#compare(likeness, thread);
      answer.push(likeness);
    }
    return answer;
  }

  /** After `likenessOf`, of the same message. */
  alsoWith(bag: OpenThread | undefined): Likeness {
    if (!bag) return NOTHING;
    forget(this.#aside);
    this.#compare(this.#aside, bag);
    return this.#aside;
  }

  #mark(stem: number): void {
    if (stem >= this.#said.length) {
      const said = this.#said;
      this.#said = new Int32Array(Math.max(stem + 1, 2 * said.length)).fill(-1);
      this.#said.set(said);
    }
    this.#said[stem] = this.#index;
  }

  #compare(likeness: Likeness, { stems, firstStems, lastStems }: OpenThread): void {
    const wording = this.#wording;
    const said = this.#said;
    for (let place = 0; place < stems.length; place++) {
      const stem = stems[place] ?? 0;
      if (said[stem] !== this.#index) continue;
      const rarity = wording.rarity(stem);
      if (wording.isFigure(stem)) likeness.figures = Math.max(likeness.figures, rarity);
      likeness.words += rarity * rarity;
      likeness.rarest = Math.max(likeness.rarest, rarity);
      if (place < firstStems) likeness.first += rarity * rarity;
    }
    if (likeness.words === 0) return;
    for (let at = lastStems.begin; at < lastStems.end; at++) {
      const stem = wording.stems[at] ?? 0;
      if (said[stem] === this.#index) likeness.last += wording.rarity(stem) ** 2;
    }
  }
}

/** By hand: thirty million times in a long chat. */
function forget(likeness: Likeness): void {
  likeness.words = 0;
  likeness.rarest = 0;
  likeness.figures = 0;
  likeness.first = 0;
  likeness.last = 0;
  likeness.isClientNamed = false;
  likeness.isWorkerNamed = false;
}

function nameIn(likeness: Likeness, thread: OpenThread, named: readonly PersonIndex[]): void {
  for (const person of named)
    if (person === thread.client) likeness.isClientNamed = true;
    else if (thread.took.includes(person) || thread.named.includes(person)) likeness.isWorkerNamed = true;
}
