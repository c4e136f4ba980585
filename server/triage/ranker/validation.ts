/** How far held-out decisions can be trusted. Pure. */
import type { TrainingCase } from "./training-cases.ts";
import { chances } from "./weights.ts";

export type Held = { one: TrainingCase; scores: number[]; right: number };
type Trust = { sharpness: number; keepFrom: number };

/** Of what is kept, so much is right. */
const KEPT_RIGHT = 0.9;

/** The one number that makes what was held out most likely. */
export function fitSharpness(held: readonly Held[]): number {
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

function judged({ scores, right }: Held, sharpness: number): { confidence: number; isRight: boolean } {
  const odds = chances(scores, sharpness);
  const confidence = Math.max(...odds);
  return { confidence, isRight: odds.indexOf(confidence) === right };
}

/** The lowest confidence from which on enough is right. */
export function thresholdOf(held: readonly Held[], sharpness: number): number {
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

export function report(held: readonly Held[], { sharpness, keepFrom }: Trust): string {
  const groups = new Map<string, { n: number; right: number }>();
  const count = (name: string, isRight: boolean): void => {
    const group = groups.get(name) ?? { n: 0, right: 0 };
    groups.set(name, { n: group.n + 1, right: group.right + Number(isRight) });
  };
  for (const each of held) {
    const { confidence, isRight } = judged(each, sharpness);
    const { gold, lang, kind } = each.one;
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
