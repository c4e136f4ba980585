/** What each thing told of a person weighs, in the order of ROLE_FEATURES. Pure. */
import learnt from "./role-weights.json" with { type: "json" };

export type RoleWeights = {
  /** Ours rather than a client. */
  ours: readonly number[];
  /** Of ours: outside at the work rather than answering. */
  worker: readonly number[];
};

/** What one expects before any chat is seen: where learning starts and what it is held near. */
export const PRIOR_WEIGHTS: RoleWeights = {
  ours: [...[-0.5, -5, -1, -5, 5, 3, 0, 1, 5, -1, 0.8, 0.8], ...[1, 1.5, 0, 1, -0.5, 0, 0, 2, 1.5, -1, 1]],
  worker: [
    ...[-1.5, 0, -3, 0, -4, 7, -3, 1, -5, -1, -0.5, 0],
    ...[0, 0, 0, -0.5, 2, 0, 1.5, -1.5, 3, 0, -1.5],
  ],
};

/** Learnt by scripts/diagnosis/train-roles.ts. */
export const ROLE_WEIGHTS: RoleWeights = learnt;
