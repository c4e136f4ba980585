/** The models that a suggestion is made with. */
import type { Classifier } from "./model/classifier.ts";
import type { RankerWeights } from "./ranker/weights.ts";

export type TextModel = {
  /** 0: the shipped one. */
  version: number;
  model: Classifier;
  /** How many examples of each label are this installation's own. */
  counts: Record<string, number>;
};

export type ModelSet = {
  category: TextModel | null;
  priority: TextModel | null;
  /** Null: nobody was given enough yet. */
  owner: TextModel | null;
  /** Null: the shipped one. */
  ranker: { version: number; weights: RankerWeights } | null;
};

export const NO_MODELS: ModelSet = { category: null, priority: null, owner: null, ranker: null };

export const versionsOf = ({ category, priority, owner, ranker }: ModelSet): Record<string, number> => ({
  ...(category && { category: category.version }),
  ...(priority && { priority: priority.version }),
  ...(owner && { owner: owner.version }),
  ...(ranker && { ranker: ranker.version }),
});
