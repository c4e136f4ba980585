/** The weights that scripts/diagnosis/train-links.ts learnt from the labelled chats. */
import type { Ranker } from "./ranker.ts";
import learnt from "./weights.json" with { type: "json" };

export const SHIPPED: Ranker = {
  features: Object.keys(learnt.weights),
  straight: Object.values(learnt.weights),
  units: [],
  starts: [],
  adds: [],
  sharpness: learnt.sharpness,
};
