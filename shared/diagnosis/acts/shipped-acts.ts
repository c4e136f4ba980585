/** Learnt by scripts/diagnosis/train-acts.ts from the training chats and the single messages beside it. */

import type { ActWeights } from "./act-scores.ts";
import shipped from "./act-weights.json" with { type: "json" };
import { unpackActs } from "./pack-acts.ts";

let unpacked: ActWeights | null = null;

/** Unpacked when first asked for. */
export const shippedWeights = (): ActWeights => {
  unpacked ??= unpackActs(shipped);
  return unpacked;
};
