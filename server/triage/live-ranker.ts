/**
 * The ranker with what people chose since it was made. It learns in small steps and is drawn back to what it began with, so
 * that a habit of this desk moves it and a slip does not. Pure.
 */
import { chances, type RankerWeights, scoreOf } from "./ranker/weights.ts";

/** A candidate by its name, and its figures by theirs: no words. */
export type Weighed = [decision: string, features: [string, number][]];
export type RankerLesson = { candidates: readonly Weighed[]; chosen: string };

const PACE = 0.5;
const DRAWN_BACK = 0.002;

type Weights = Record<string, number>;

/** One choice more. Changes the weights it is given. */
export function learnChoice(
  weights: Weights,
  { candidates, chosen }: RankerLesson,
  first: RankerWeights,
): void {
  const right = candidates.findIndex(([decision]) => decision === chosen);
  if (right < 0 || candidates.length < 2) return;
  const scores = candidates.map(([, features]) =>
    scoreOf(weights, { decision: "", relation: null, features }),
  );
  chances(scores, first.sharpness).forEach((chance, at) => {
    const error = chance - (at === right ? 1 : 0);
    const features = candidates[at]?.[1] ?? [];
    const square = features.reduce((sum, [, value]) => sum + value * value, 1);
    for (const [name, value] of features) {
      const before = weights[name] ?? 0;
      const drawn = before + ((first.weights[name] ?? 0) - before) * DRAWN_BACK;
      weights[name] = drawn - (PACE * error * value) / square;
    }
  });
}

export type LiveRanker = {
  current(): RankerWeights;
  /** Null: taken back, or nothing to learn from. */
  learn(decisionId: number, lesson: RankerLesson | null): void;
  readonly version: number;
  readonly decisionId: number;
};

export function openLiveRanker(
  first: RankerWeights,
  made: { version: number; decisionId: number; weights: Weights },
): LiveRanker {
  const lessons = new Map<number, RankerLesson>();
  let weights = { ...made.weights };
  let last = made.decisionId;

  function again(): void {
    weights = { ...made.weights };
    for (const [, lesson] of [...lessons].sort(([one], [other]) => one - other))
      learnChoice(weights, lesson, first);
  }

  return {
    version: made.version,
    decisionId: made.decisionId,
    current: () => ({ ...first, weights }),
    learn(id, lesson) {
      if (id <= made.decisionId || (lesson && lessons.has(id))) return;
      if (!lesson) {
        if (lessons.delete(id)) again();
        return;
      }
      lessons.set(id, lesson);
      if (id < last) again();
      else learnChoice(weights, lesson, first);
      last = Math.max(last, id);
    },
  };
}
