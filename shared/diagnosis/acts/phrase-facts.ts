/** What each phrase of the lists tells of a message that holds it. Data. */
import { ACTS as PHRASES } from "../../words/lexicon/acts.ts";

/** What the neighbours of a message and the rules want to know of it, a bit each. */
export const FACT = {
  question: 1,
  thanks: 1 << 1,
  fine: 1 << 2,
  greeting: 1 << 3,
  chase: 1 << 4,
  urge: 1 << 5,
  done: 1 << 6,
  promise: 1 << 7,
  checking: 1 << 8,
  need: 1 << 9,
  broken: 1 << 10,
  asks: 1 << 11,
  time: 1 << 12,
  figure: 1 << 13,
  place: 1 << 14,
  yesOrNo: 1 << 15,
  cancel: 1 << 16,
  solved: 1 << 17,
  /** No word at all: marks, emojis or nothing. */
  wordless: 1 << 18,
  onlySmallTalk: 1 << 19,
  /** More than a few words that say what it is about. */
  saysMuch: 1 << 20,
  saysSomething: 1 << 21,
  here: 1 << 22,
  emoji: 1 << 23,
  sorry: 1 << 24,
} as const;

const FACT_OF: Partial<Record<(typeof PHRASES)[number], number>> = {
  thanks: FACT.thanks,
  praise: FACT.thanks,
  ok: FACT.fine,
  agree: FACT.yesOrNo,
  greeting: FACT.greeting,
  farewell: FACT.greeting,
  chase: FACT.chase,
  urge: FACT.urge,
  done: FACT.done,
  promise: FACT.promise,
  checking: FACT.checking,
  need: FACT.need,
  broken: FACT.broken,
  ask: FACT.asks,
  asks: FACT.asks,
  price: FACT.asks,
  time: FACT.time,
  place: FACT.place,
  yes: FACT.yesOrNo,
  no: FACT.yesOrNo,
  cancel: FACT.cancel,
  solved: FACT.solved,
  here: FACT.here,
};
/** The facts that a phrase tells, by its place in `PHRASES`. */
export const factOf = PHRASES.map((phrase) => FACT_OF[phrase] ?? 0);

/** Covers of words: small talk, asking again; what else is no content. */
export const SMALL = 1;
export const AGAIN = 2;
const GRAMMAR = 4;
const WHEN = 8;
const COVER_OF: Partial<Record<(typeof PHRASES)[number], number>> = {
  thanks: SMALL,
  ok: SMALL,
  greeting: SMALL,
  farewell: SMALL,
  praise: SMALL,
  filler: SMALL,
  chase: AGAIN,
  urge: AGAIN,
  stop: GRAMMAR,
  it: GRAMMAR,
  yes: GRAMMAR,
  no: GRAMMAR,
  visitor: GRAMMAR,
  time: WHEN,
  count: WHEN,
};
/** What a phrase makes of the words it covers, by its place in `PHRASES`. */
export const coverOf = PHRASES.map((phrase) => COVER_OF[phrase] ?? 0);
