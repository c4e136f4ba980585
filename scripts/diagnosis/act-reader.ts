/** Learns the whole reader of acts: the first look, and the second one from what the first says of chats it has not seen. */
import {
  type ActWeights,
  addRows,
  chancesOf,
  likeliest,
  SCORES,
} from "../../shared/diagnosis/acts/act-scores.ts";
import { walkOf } from "../../shared/diagnosis/acts/before.ts";
import { lookAgain, NO_ACT, openSecondLook, SECOND_COUNT } from "../../shared/diagnosis/acts/second-look.ts";
import { examplesOf, type Labelled, singleExamples } from "./act-examples.ts";
import { errorsOf, learnActs, scoreExample } from "./act-learner.ts";
import type { TrainingChat } from "./training-chats.ts";

const FOLDS = 4;
const ROUNDS = 6;
const PACE = 0.03;
const COST = 3e-3;

/** From these chats and all the single messages. */
export function learnReader(chats: readonly TrainingChat[]): ActWeights {
  const singles = singleExamples();
  const labelled = chats.map(examplesOf);
  const weights = learnActs(examplesIn([...labelled.flat(), ...singles]));
  const seen: SecondExample[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = labelled.filter((_, at) => at % FOLDS !== fold).flat();
    const unseen = learnActs(examplesIn([...rest, ...singles]));
    chats.forEach((chat, at) => {
      if (at % FOLDS === fold) seen.push(...secondExamples(unseen, chat, labelled[at] ?? []));
    });
  }
  learnSecond(weights.second, seen);
  return weights;
}

const examplesIn = (labelled: readonly Labelled[]) => labelled.map(({ example }) => example);

export type SecondExample = { one: Labelled; scores: Float32Array; features: number[] };

/** What the first look says of each message of a chat, with the features of the second one. */
export function secondExamples(
  weights: ActWeights,
  { chat, people }: TrainingChat,
  labelled: readonly Labelled[],
): SecondExample[] {
  const { length } = chat.messages;
  const first = new Uint8Array(length).fill(NO_ACT);
  const all = labelled.map((one) => {
    const scores = new Float32Array(SCORES);
    scoreExample(weights, one.example, true, scores);
    first[one.index] = likeliest(scores);
    return { one, scores, features: [] as number[] };
  });
  const bare = new Int32Array(length).fill(-1);
  const look = openSecondLook(walkOf(chat, new Uint8Array(length), bare, bare), first, people);
  for (const { one, features } of all) lookAgain(look, one.index, features);
  return all;
}

function learnSecond(table: Float32Array, examples: readonly SecondExample[]): void {
  const squares = new Float32Array(SECOND_COUNT * SCORES);
  const scores = new Float32Array(SCORES);
  const errors = new Float32Array(SCORES);
  for (let round = 0; round < ROUNDS; round++)
    for (let at = 0; at < examples.length; at++) {
      const example = examples[(at * 7919 + round * 13) % examples.length];
      if (example === undefined) continue;
      scores.set(example.scores);
      addRows(table, example.features, scores);
      errorsOf(example.one.example, scores, errors);
      for (const feature of example.features)
        for (let score = 0; score < SCORES; score++) {
          const row = feature * SCORES + score;
          const old = table[row] ?? 0;
          const slope = (errors[score] ?? 0) + COST * old;
          const sum = (squares[row] ?? 0) + slope * slope;
          squares[row] = sum;
          table[row] = old - (PACE * slope) / Math.sqrt(sum + 1e-2);
        }
    }
}

/** The chances of each act and of adding nothing, with both looks. */
export function chancesWithBoth(weights: ActWeights, { scores, features }: SecondExample): Float32Array {
  const both = Float32Array.from(scores);
  addRows(weights.second, features, both);
  chancesOf(both);
  return both;
}
