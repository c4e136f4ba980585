/** What is the same whichever candidate a message is held against. Pure. */
import type { Act } from "../../../shared/words/lexicon/acts.ts";
import { did, type Said } from "../../../shared/words/said.ts";
import type { Scene } from "./scene.ts";

/** The plainest signs of each kind, counted together: what one case teaches of one, holds for all. */
const GOING_ON: readonly Act[] = [
  "chase",
  "again",
  "it",
  "visitor",
  "correction",
  "cancel",
  "solved",
  "move",
];
const STARTING: readonly Act[] = ["also", "other", "need", "broken", "ask"];
const JUNK: readonly Act[] = ["later", "wrong_chat", "spam", "auto", "praise", "farewell"];

export type Shared = {
  size: string;
  asked: number;
  unanswered: number;
  /** Requests where we asked, or that wait for us. */
  askedCount: number;
  unansweredCount: number;
  bestLikeness: number;
  secondLikeness: number;
  bestConcepts: number;
  latest: number;
  anyAnswered: boolean;
  anyQuoted: boolean;
  knownConcepts: number;
  isPing: boolean;
  bestSubject: number;
  /** A few words that neither ask nor begin anything: most likely an answer. */
  isPlain: boolean;
  /** How many signs of going on, of beginning, and of nothing to do. */
  goesOn: number;
  begins: number;
  junk: number;
};

const countActs = (said: Said, acts: readonly Act[]): number =>
  Math.min(3, acts.filter((act) => did(said, act)).length);

export function sharedFeatures({ relations, said, input }: Scene): Shared {
  const likenesses = relations.map(({ likeness }) => likeness).sort((one, other) => other - one);
  const asked = relations.map((relation) => relation.asked);
  const unanswered = relations.map(({ ours }) => 1 - ours);
  return {
    size: sizeOf(said.wordCount),
    asked: Math.max(0, ...asked),
    unanswered: Math.max(0, ...unanswered),
    askedCount: asked.filter((chance) => chance > 0.4).length,
    unansweredCount: unanswered.filter((chance) => chance > 0.5).length,
    bestLikeness: likenesses[0] ?? 0,
    secondLikeness: likenesses[1] ?? 0,
    bestConcepts: Math.max(0, ...relations.map(({ sharedConcepts }) => sharedConcepts.length)),
    latest: Math.min(...input.openRequests.map(({ lastEventMinutesAgo }) => lastEventMinutesAgo), 1e6),
    anyAnswered: relations.some(({ answers }) => answers.length > 0),
    anyQuoted: relations.some(({ isQuoted }) => isQuoted),
    knownConcepts: new Set(relations.flatMap(({ sharedConcepts }) => sharedConcepts)).size,
    bestSubject: Math.max(0, ...relations.map(({ subject }) => subject)),
    isPlain:
      said.wordCount > 0 &&
      said.wordCount <= 7 &&
      said.smallTalk < 1 &&
      !said.isQuestion &&
      countActs(said, [...STARTING, ...JUNK]) === 0,
    goesOn: countActs(said, GOING_ON),
    begins: countActs(said, STARTING),
    junk: countActs(said, JUNK),
    isPing: (said.isQuestion && said.wordCount === 0) || (said.isQuestion && said.smallTalk === 1),
  };
}

function sizeOf(words: number): string {
  if (words === 0) return "0";
  if (words === 1) return "1";
  if (words <= 3) return "3";
  if (words <= 7) return "7";
  if (words <= 15) return "15";
  return "long";
}
