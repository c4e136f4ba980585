/** Fits what is told of a person to the roles they have: staff and workers against clients, held near the prior. */
import type { Role } from "../../shared/diagnosis/diagnosis.ts";
import { PRIOR_WEIGHTS, type RoleWeights } from "../../shared/diagnosis/people/role-weights.ts";
import type { TrainingChat } from "./training-chats.ts";

/** A chat with the features of each of its people. */
export type Case = { training: TrainingChat; rows: number[][] };

/** How far weights may go from what one would expect by hand, and how long to look. */
const STIFFNESS = 0.1;
const STEPS = 3000;
const PACE = 0.05;

type Row = { row: readonly number[]; role: Role };

/** Softmax regression against clients, held near the prior. */
export function learnRoles(cases: readonly Case[]): RoleWeights {
  const rows = cases.flatMap(({ training, rows: own }) =>
    own.map((row, person): Row => ({ row, role: training.people[person]?.role ?? "client" })),
  );
  const weights = { staff: [...PRIOR_WEIGHTS.staff], worker: [...PRIOR_WEIGHTS.worker] };
  for (let step = 0; step < STEPS; step++) {
    const slopes = {
      staff: slopeToPrior("staff", weights.staff),
      worker: slopeToPrior("worker", weights.worker),
    };
    for (const { row, role } of rows) {
      const staff = Math.exp(sum(row, weights.staff));
      const worker = Math.exp(sum(row, weights.worker));
      const all = 1 + staff + worker;
      const off = {
        staff: staff / all - Number(role === "staff"),
        worker: worker / all - Number(role === "worker"),
      };
      for (const [place, value] of row.entries()) {
        slopes.staff[place] = (slopes.staff[place] ?? 0) + off.staff * value;
        slopes.worker[place] = (slopes.worker[place] ?? 0) + off.worker * value;
      }
    }
    for (const which of ["staff", "worker"] as const)
      weights[which] = weights[which].map(
        (weight, place) => weight - (PACE * (slopes[which][place] ?? 0)) / Math.sqrt(rows.length),
      );
  }
  return weights;
}

const slopeToPrior = (which: "staff" | "worker", weights: readonly number[]): number[] =>
  weights.map((weight, place) => STIFFNESS * (weight - (PRIOR_WEIGHTS[which][place] ?? 0)));
const sum = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((total, value, place) => total + value * (weights[place] ?? 0), 0);
