/** Reads what each message of a chat does: first without knowing who is who, then with it. Pure. */
import type { Chat } from "../chat.ts";
import { ACTS, type Act, type Languages, type Person, type Reading, type WeekSpan } from "../diagnosis.ts";
import { type ActWeights, chancesOf, SCORES, scoreContext, WIDTH } from "./act-scores.ts";
import { beforeWithoutRoles, beforeWithRoles, classOf, sidesOf, type Walk, walkOf } from "./before.ts";
import { sharesOf } from "./languages.ts";
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
  scoreContext(weights, features, scores);
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
  const sides = sidesOf(people);
  return chat.messages.map((message) => {
    const text = texts.at[message.index] ?? -1;
    if (message.by === null || !sumWithoutRoles(raw, message.index)) return settle.nothing;
    const isOurs = sides.ours[message.by] === 1;
    const voice = text * WIDTH + (isOurs ? SCORES : 2 * SCORES);
    for (let score = 0; score < SCORES; score++)
      scores[score] = (scores[score] ?? 0) + (texts.scores[voice + score] ?? 0) / SCALE;
    features.length = 0;
    beforeWithRoles(walk, message.index, people, sides, features);
    scoreContext(weights, features, scores);
    chancesOf(scores);
    return settle.reading(scores, message, texts.facts[text] ?? 0, isOurs, hours);
  });
}

/** Languages of the chat, by share of the messages that tell theirs. */
export const languagesOf = ({ texts }: RawReadings): Languages => sharesOf(texts);

export const MAIN_ACTS = ACTS;
