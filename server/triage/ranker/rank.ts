/** Which open request a message belongs to, or whether it is a new one, or none. Pure; under a millisecond. */
import type { Attached, AttachInput, Decision, Odds } from "./attach-input.ts";
import { asksAgain } from "./chase.ts";
import { candidatesOf } from "./features.ts";
import { reasonsFor } from "./reasons.ts";
import { type Relation, type Scene, setScene } from "./scene.ts";
import { SHIPPED } from "./shipped.ts";
import { chances, type RankerWeights, scoreOf } from "./weights.ts";

export type { Attached, AttachInput } from "./attach-input.ts";
export type { RankerWeights } from "./weights.ts";

/** `ranker` is the installation's own, when corrections have taught it. */
export function rankAttach(input: AttachInput, ranker: RankerWeights = SHIPPED): Attached {
  const scene = setScene(input);
  const candidates = candidatesOf(scene);
  const scores = candidates.map((candidate) => scoreOf(ranker.weights, candidate));
  const probabilities = chances(scores, ranker.sharpness);
  const odds: Odds[] = candidates
    .map((candidate, at) => ({
      decision: candidate.decision,
      confidence: probabilities[at] ?? 0,
      because: reasonsFor(scene, candidate),
    }))
    .sort((one, other) => other.confidence - one.confidence);
  const best = odds[0] ?? { decision: "new", confidence: 0, because: [] };
  const relation = likeliest(scene, odds);
  const isChase = relation !== null && asksAgain(scene, relation);
  return {
    decision: best.decision,
    confidence: best.confidence,
    odds,
    isChase,
    answersUs: relation !== null && !isChase && answersUs(scene, relation),
    abstains: best.confidence < ranker.keepFrom,
  };
}

function likeliest({ relations }: Scene, odds: readonly Odds[]): Relation | null {
  for (const { decision } of odds) {
    const relation = relations.find(({ request }) => request.id === decision);
    if (relation) return relation;
  }
  return null;
}

function answersUs({ said }: Scene, { asked, answers }: Relation): boolean {
  return asked >= 0.5 && (answers.length > 0 || said.wordCount <= 4);
}

/** How far one correction moves the weights. */
const PACE = 0.15;
const STEPS = 3;

/** The weights after a person's decision; the given ones stay as they are. */
export function updateRanker(ranker: RankerWeights, input: AttachInput, chosen: Decision): RankerWeights {
  const candidates = candidatesOf(setScene(input));
  const right = candidates.findIndex(({ decision }) => decision === chosen);
  if (right < 0) return ranker;
  const weights = { ...ranker.weights };
  for (let step = 0; step < STEPS; step++) {
    const scores = candidates.map((candidate) => scoreOf(weights, candidate));
    chances(scores, ranker.sharpness).forEach((chance, at) => {
      const error = chance - (at === right ? 1 : 0);
      const features = candidates[at]?.features ?? [];
      const square = features.reduce((sum, [, value]) => sum + value * value, 1);
      for (const [name, value] of features)
        weights[name] = (weights[name] ?? 0) - (PACE * 10 * error * value) / square;
    });
  }
  return { ...ranker, weights };
}
