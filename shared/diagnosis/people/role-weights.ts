/** What each thing told of a person weighs, in the order of ROLE_FEATURES. Pure. */
import learnt from "./role-weights.json" with { type: "json" };

/** Each against being a client. */
export type RoleWeights = { staff: readonly number[]; worker: readonly number[] };

/** What one expects before any chat is seen: where learning starts and what it is held near. */
export const PRIOR_WEIGHTS: RoleWeights = {
  staff: [...[-0.5, -5, -0.5, -5, 5, 2, 0.5, 1, 6, -1, 1, 1], ...[1, 1.5, 0, 1, -1, 0, 0, 2, -1, -1, 1]],
  worker: [...[-2, -6, -2, -6, 2, 8, -2, 2, 0, -1, 0.3, 0.8], ...[1, 1.5, 0, 0.5, 1, 0, 1, 0.5, 4, -1, 0]],
};

/** Learnt by scripts/diagnosis/train-roles.ts. */
export const ROLE_WEIGHTS: RoleWeights = learnt;
