/** Reads what each message of a chat does: first without knowing who is who, then with it. Pure. */
import type { Chat } from "../chat.ts";
import type { Act, Languages, Person, Reading, WeekSpan } from "../diagnosis.ts";
import { type ActWeights, addRows, chancesOf, likeliest, SCORES, WIDTH } from "./act-scores.ts";
import { beforeWithoutRoles, beforeWithRoles, classOf, sidesOf, type Walk, walkOf } from "./before.ts";
import { sharesOf } from "./languages.ts";
import { lookAgain, NO_ACT, openSecondLook } from "./second-look.ts";
import { settle } from "./settle.ts";
import { shippedWeights } from "./shipped-acts.ts";
import { SCALE, type TextStore, textsOf } from "./texts.ts";

/** What the texts say by themselves and what stands before each message; only for the functions of this file. */
export type RawReadings = { walk: Walk; texts: TextStore; weights: ActWeights };

/** Reads every text once; the roles come later. */
export function readMessages(chat: Chat, weights: ActWeights = shippedWeights()): RawReadings {
  const texts = textsOf(chat, weights);
  const classes = new Uint8Array(chat.messages.length);
  for (const { index, kind } of chat.messages) {
    const text = texts.at[index] ?? -1;
    if (text >= 0) classes[index] = classOf(texts.facts[text] ?? 0, kind === "text");
  }
  return { walk: walkOf(chat, classes, texts.at, texts.content), texts, weights };
}

const scores = new Float32Array(SCORES);
const features: number[] = [];

/** How likely each act is while nobody knows who speaks for whom; all are 0 for a system line. */
export function actChances(raw: RawReadings, index: number): Readonly<Record<Act, number>> {
  const isSystem = !sumWithoutRoles(raw, index);
  if (!isSystem) chancesOf(scores);
  const [request, chase, question, answer, promise, acknowledgement, completion, closing, cancel, chat] =
    scores;
  return {
    request: request ?? 0,
    status_chase: chase ?? 0,
    question: question ?? 0,
    answer: answer ?? 0,
    promise: promise ?? 0,
    acknowledgement: acknowledgement ?? 0,
    completion: completion ?? 0,
    closing: closing ?? 0,
    cancel: cancel ?? 0,
    chat: chat ?? 0,
  };
}

/** Into `scores`; false where there is nothing to read. */
function sumWithoutRoles({ walk, texts, weights }: RawReadings, index: number): boolean {
  scores.fill(0);
  const text = texts.at[index] ?? -1;
  if (text < 0) return false;
  for (let score = 0; score < SCORES; score++)
    scores[score] = (texts.scores[text * WIDTH + score] ?? 0) / SCALE;
  features.length = 0;
  beforeWithoutRoles(walk, index, features);
  addRows(weights.contexts, features, scores);
  return true;
}

/**
 * What each message does, by place in `chat.messages`. `hours` tells when a loose promise falls due ("tomorrow": the
 * end of that day's hours); without them a working day ends at 18:00.
 */
export function settleReadings(
  raw: RawReadings,
  chat: Chat,
  people: readonly Person[],
  hours: readonly WeekSpan[] = [],
): Reading[] {
  const { walk, texts, weights } = raw;
  const { all, first } = firstLook(raw, people);
  const look = openSecondLook(walk, first, people);
  return chat.messages.map((message) => {
    const { index, by } = message;
    if (by === null || first[index] === NO_ACT) return settle.nothing;
    scores.set(all.subarray(index * SCORES, (index + 1) * SCORES));
    features.length = 0;
    lookAgain(look, index, features);
    addRows(weights.second, features, scores);
    chancesOf(scores);
    const offered = chat.messages[walk.othersPrevious[index] ?? -1];
    const facts = texts.facts[texts.at[index] ?? 0] ?? 0;
    return settle.reading(scores, { message, offered, facts, isOurs: look.ours[by] === 1, hours });
  });
}

/** Each message by itself and what stands before it: its scores, `SCORES` for each, and its likeliest act. */
function firstLook(raw: RawReadings, people: readonly Person[]): { all: Float32Array; first: Uint8Array } {
  const { walk, texts, weights } = raw;
  const sides = sidesOf(people);
  const all = new Float32Array(walk.messages.length * SCORES);
  const first = new Uint8Array(walk.messages.length).fill(NO_ACT);
  for (const { index, by } of walk.messages) {
    if (by === null || !sumWithoutRoles(raw, index)) continue;
    const voice = (texts.at[index] ?? 0) * WIDTH + (sides.ours[by] === 1 ? SCORES : 2 * SCORES);
    for (let score = 0; score < SCORES; score++)
      scores[score] = (scores[score] ?? 0) + (texts.scores[voice + score] ?? 0) / SCALE;
    features.length = 0;
    beforeWithRoles(walk, index, people, sides, features);
    addRows(weights.contexts, features, scores);
    all.set(scores, index * SCORES);
    first[index] = likeliest(scores);
  }
  return { all, first };
}

/** Languages of the chat, by share of the messages that tell theirs. */
export const languagesOf = ({ texts }: RawReadings): Languages => sharesOf(texts);
