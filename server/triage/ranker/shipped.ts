/** The weights that day one has, learnt by scripts/train-ranker.ts from the cases in training/. */
import learnt from "./weights.json" with { type: "json" };
import type { RankerWeights } from "./weights.ts";

export const SHIPPED: RankerWeights = learnt;
