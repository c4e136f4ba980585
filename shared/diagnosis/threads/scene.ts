/** One message beside the requests it could belong to: what is reckoned once for all of them. Pure. */
import type { ChatMessage } from "../chat.ts";
import { ACTS, type Person, type PersonIndex, type Reading } from "../diagnosis.ts";
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
  act: number;
  /** Which acts it does, by their place in `ACTS`: 1 for the main one, less for the others. */
  does: Float32Array;
  isWordless: boolean;
  wordCount: number;
  asks: boolean;
  named: readonly PersonIndex[];
  addressed: PersonIndex | -1;
  hasFigure: boolean;
  /** The message before, system lines apart: who, how long ago, where it was put. */
  before: { by: PersonIndex | -1; minutes: number; isOurs: boolean; threads: readonly OpenThread[] };
  /** The writer's own last message, and the one before that in the chat. */
  own: { minutes: number; apart: number; threads: readonly OpenThread[]; asked: boolean };
  /** The next message, and the next one of the other side if it comes soon: who, when, what it does. */
  next: After | null;
  reply: After | null;
  candidates: readonly OpenThread[];
  likeness: readonly Likeness[];
};

const SECONDARY = 0.6;

export function doesOf(reading: Reading): Float32Array {
  const does = new Float32Array(ACTS.length);
  for (const act of reading.also) does[ACTS.indexOf(act)] = SECONDARY;
  does[ACTS.indexOf(reading.act)] = 1;
  return does;
}

export const isOurRole = (person: Person | undefined): boolean =>
  person !== undefined && person.role !== "client";

const NONE: Likeness = {
  words: 0,
  rarest: 0,
  figures: 0,
  first: 0,
  last: 0,
  isClientNamed: false,
  isWorkerNamed: false,
};

/** What the message shares with the request's words so far. */
export function likenessOf(
  wording: Wording,
  index: number,
  thread: OpenThread,
  named: readonly PersonIndex[],
): Likeness {
  const { begins, stems } = wording;
  const [begin, end] = [begins[index] ?? 0, begins[index + 1] ?? 0];
  const isClientNamed = thread.client >= 0 && named.includes(thread.client);
  const isWorkerNamed = named.some(
    (person) => person !== thread.client && (thread.took.includes(person) || thread.named.includes(person)),
  );
  if (begin === end) return isClientNamed || isWorkerNamed ? { ...NONE, isClientNamed, isWorkerNamed } : NONE;
  let [words, rarest, figures, first, last] = [0, 0, 0, 0, 0];
  for (let at = begin; at < end; at++) {
    const stem = stems[at] ?? -1;
    const place = thread.stems.indexOf(stem);
    if (place < 0) continue;
    const rarity = wording.rarity(stem);
    if (wording.isFigure(stem)) figures = Math.max(figures, rarity);
    words += rarity * rarity;
    rarest = Math.max(rarest, rarity);
    if (place < thread.firstStems) first += rarity * rarity;
    for (let other = thread.lastStems.begin; other < thread.lastStems.end; other++)
      if (stems[other] === stem) last += rarity * rarity;
  }
  return { words, rarest, figures, first, last, isClientNamed, isWorkerNamed };
}
