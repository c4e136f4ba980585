/** What the acts' reader says of each labelled chat when it has learnt from the others only. */
import { packActs, unpackActs } from "../../shared/diagnosis/acts/pack-acts.ts";
import { readMessages, settleReadings } from "../../shared/diagnosis/acts/read-messages.ts";
import type { Reading } from "../../shared/diagnosis/diagnosis.ts";
import { examplesOf, singleExamples } from "./act-examples.ts";
import { learnActs } from "./act-learner.ts";
import type { TrainingChat } from "./training-chats.ts";

const FOLDS = 8;

/** By the chat's name. */
export function heldReadings(chats: readonly TrainingChat[]): Map<string, Reading[]> {
  const labelled = chats.flatMap(examplesOf);
  const singles = singleExamples();
  const readings = new Map<string, Reading[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = chats.filter((_, at) => at % FOLDS === fold);
    if (held.length === 0) continue;
    const names = new Set(held.map(({ name }) => name));
    const others = [...labelled.filter(({ group }) => !names.has(group)), ...singles];
    const weights = unpackActs(packActs(learnActs(others.map(({ example }) => example))));
    for (const { name, chat, people, hours } of held)
      readings.set(name, settleReadings(readMessages(chat, weights), chat, people, hours));
  }
  return readings;
}
