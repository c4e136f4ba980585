/** Learns the weights from the training cases, and tells by held-out scenes how far they can be trusted. Pure. */

import { inputOf, lessonOf, type TrainingCase } from "./training-cases.ts";
import { chances, fitWeights, type Lesson, type RankerWeights, scoreOf } from "./weights.ts";

const FOLDS = 8;
/** Of what is kept, so much is right. */
const KEPT_RIGHT = 0.9;

type Held = { testCase: TrainingCase; scores: number[]; right: number };
export type Validation = { sharpness: number; keepFrom: number; report: string };

/** Each case as the command has it and, half as heavy, with who spoke last. */
const lessonsOf = (cases: readonly TrainingCase[]): Lesson[] =>
  cases.flatMap((one) => [
    lessonOf(inputOf(one, false), one.gold, 1),
    lessonOf(inputOf(one, true), one.gold, 0.5),
  ]);

export function trainRanker(
  cases: readonly TrainingCase[],
  { sharpness, keepFrom }: Pick<Validation, "sharpness" | "keepFrom">,
): RankerWeights {
  return { weights: fitWeights(lessonsOf(cases)), sharpness, keepFrom };
}

/** Every topic is judged by weights that did not see it, in any language. */
export function validate(cases: readonly TrainingCase[]): Validation {
  const topics = [...new Set(cases.map(({ topic }) => topic))];
  const held: Held[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = new Set(topics.filter((_, at) => at % FOLDS === fold));
    const weights = fitWeights(lessonsOf(cases.filter(({ topic }) => !out.has(topic))));
    for (const testCase of cases.filter(({ topic }) => out.has(topic))) {
      const { candidates, right } = lessonOf(inputOf(testCase, false), testCase.gold);
      held.push({ testCase, right, scores: candidates.map((candidate) => scoreOf(weights, candidate)) });
    }
  }
  const sharpness = fitSharpness(held);
  const keepFrom = thresholdOf(held, sharpness);
  return { sharpness, keepFrom, report: reportOf(held, sharpness, keepFrom) };
}

function fitSharpness(held: readonly Held[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 40; step++) {
    const sharpness = 0.3 + step * 0.05;
    const loss = held.reduce(
      (sum, { scores, right }) => sum - Math.log(Math.max(1e-9, chances(scores, sharpness)[right] ?? 0)),
      0,
    );
    if (loss < least) [best, least] = [sharpness, loss];
  }
  return Math.round(best * 100) / 100;
}

const judged = ({ scores, right }: Held, sharpness: number): { confidence: number; isRight: boolean } => {
  const odds = chances(scores, sharpness);
  const confidence = Math.max(...odds);
  return { confidence, isRight: odds.indexOf(confidence) === right };
};

/** The lowest confidence from which on enough is right. */
function thresholdOf(held: readonly Held[], sharpness: number): number {
  const all = held
    .map((one) => judged(one, sharpness))
    .sort((one, other) => other.confidence - one.confidence);
  let right = 0;
  let keepFrom = 1;
  all.forEach(({ confidence, isRight }, at) => {
    if (isRight) right++;
    if (right / (at + 1) >= KEPT_RIGHT) keepFrom = confidence;
  });
  return Math.round(keepFrom * 1000) / 1000;
}

function reportOf(held: readonly Held[], sharpness: number, keepFrom: number): string {
  const groups = new Map<string, { n: number; right: number }>();
  const count = (name: string, isRight: boolean): void => {
    const group = groups.get(name) ?? { n: 0, right: 0 };
    groups.set(name, { n: group.n + 1, right: group.right + Number(isRight) });
  };
  for (const one of held) {
    const { confidence, isRight } = judged(one, sharpness);
    const { gold, lang, kind } = one.testCase;
    count("all", isRight);
    count(`gold ${gold === "new" || gold === "none" ? gold : "request"}`, isRight);
    count(`kind ${kind}`, isRight);
    count(`lang ${lang}`, isRight);
    if (confidence >= keepFrom) count("kept", isRight);
  }
  return [
    `sharpness ${sharpness}, kept from ${keepFrom}`,
    ...[...groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, { n, right }]) => `${name.padEnd(18)} ${right}/${n} ${((100 * right) / n).toFixed(1)}`),
  ].join("\n");
}
