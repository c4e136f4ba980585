/** Which requests a message could belong to: a few tens at most, however long the chat. Pure. */
import type { PersonIndex } from "../diagnosis.ts";
import type { OpenThread } from "./open-thread.ts";
import type { Wording } from "./wording.ts";

const MOST_RECENT = 8;
const MOST_AWAITED = 6;
const MOST_OF_CLIENT = 6;
const MOST_OF_OURS = 4;
const MOST_OF_NAMED = 3;
const MOST_OF_STEM = 2;
/** Rarer words than this lead back to where they were said. */
const RARE = 0.55;

export class Recent {
  readonly #wording: Wording;
  #latest: OpenThread[] = [];
  #awaited: OpenThread[] = [];
  readonly #ofPerson = new Map<PersonIndex, OpenThread[]>();
  readonly #ofStem = new Map<number, OpenThread[]>();
  readonly #found: OpenThread[] = [];

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  /** Last touched first among those of one source; the same array is used again at the next call. */
  candidatesOf(index: number, by: PersonIndex, isOurs: boolean): readonly OpenThread[] {
    const found = this.#found;
    found.length = 0;
    this.#gather(this.#ofPerson.get(by), isOurs ? MOST_OF_OURS : MOST_OF_CLIENT);
    for (const person of this.#wording.namedIn(index))
      this.#gather(this.#ofPerson.get(person), MOST_OF_NAMED);
    this.#gather(this.#latest, MOST_RECENT);
    if (isOurs) this.#gather(this.#awaited, MOST_AWAITED);
    const { begins, stems } = this.#wording;
    const end = begins[index + 1] ?? 0;
    for (let at = begins[index] ?? 0; at < end; at++)
      this.#gather(this.#ofStem.get(stems[at] ?? -1), MOST_OF_STEM);
    return found;
  }

  /** After a message was put into the thread. */
  touch(thread: OpenThread, index: number, by: PersonIndex): void {
    toFront(this.#latest, thread, MOST_RECENT);
    if (thread.isAwaited) toFront(this.#awaited, thread, MOST_AWAITED);
    else if (this.#awaited.includes(thread)) this.#awaited = this.#awaited.filter((one) => one !== thread);
    this.#remember(this.#ofPerson, by, thread, MOST_OF_CLIENT);
    if (thread.client >= 0 && thread.client !== by)
      this.#remember(this.#ofPerson, thread.client, thread, MOST_OF_CLIENT);
    const { begins, stems } = this.#wording;
    const end = begins[index + 1] ?? 0;
    for (let at = begins[index] ?? 0; at < end; at++) {
      const stem = stems[at] ?? -1;
      if (this.#wording.rarity(stem) >= RARE) this.#remember(this.#ofStem, stem, thread, MOST_OF_STEM);
    }
  }

  #gather(threads: readonly OpenThread[] | undefined, most: number): void {
    if (!threads) return;
    for (let at = 0; at < threads.length && at < most; at++) {
      const thread = threads[at];
      if (thread && !this.#found.includes(thread)) this.#found.push(thread);
    }
  }

  #remember(known: Map<number, OpenThread[]>, key: number, thread: OpenThread, most: number): void {
    const threads = known.get(key);
    if (threads) toFront(threads, thread, most);
    else known.set(key, [thread]);
  }
}

function toFront(threads: OpenThread[], thread: OpenThread, most: number): void {
  if (threads[0] === thread) return;
  const at = threads.indexOf(thread);
  if (at < 0 && threads.length < most) threads.push(thread);
  for (let one = at < 0 ? threads.length - 1 : at; one > 0; one--) {
    const before = threads[one - 1];
    if (before) threads[one] = before;
  }
  threads[0] = thread;
}
