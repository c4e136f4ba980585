/**
 * Learns who is ours and who of ours works outside from the labelled chats, and says how well on chats left out, their
 * acts read by weights that never saw them: node_modules/.bin/node scripts/diagnosis/train-roles.ts [--write]
 */
import { writeFileSync } from "node:fs";
import type { ActWeights } from "../../shared/diagnosis/acts/act-scores.ts";
import { type RawReadings, readMessages } from "../../shared/diagnosis/acts/read-messages.ts";
import type { Role } from "../../shared/diagnosis/diagnosis.ts";
import { guessRoles, knownOf } from "../../shared/diagnosis/people/guess-roles.ts";
import { ROLE_FEATURES, roleFeatures } from "../../shared/diagnosis/people/role-features.ts";
import { PRIOR_WEIGHTS, type RoleWeights } from "../../shared/diagnosis/people/role-weights.ts";
import { examplesOf, singleExamples } from "./act-examples.ts";
import { learnActs } from "./act-learner.ts";
import { readTrainingChats, type TrainingChat } from "./training-chats.ts";

type Case = { training: TrainingChat; raw: RawReadings; rows: number[][] };

/** How far weights may go from what one would expect by hand, and how long to look. */
const STIFFNESS = 1;
const STEPS = 3000;
const PACE = 0.05;

function fit(rows: readonly { row: readonly number[]; is: boolean }[], prior: readonly number[]): number[] {
  const weights = [...prior];
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, place) => STIFFNESS * (weight - (prior[place] ?? 0)) * 0.1);
    for (const { row, is } of rows) {
      const sum = row.reduce((total, value, place) => total + value * (weights[place] ?? 0), 0);
      const off = 1 / (1 + Math.exp(-sum)) - Number(is);
      row.forEach((value, place) => {
        slope[place] = (slope[place] ?? 0) + off * value;
      });
    }
    weights.forEach((weight, place) => {
      weights[place] = weight - (PACE * (slope[place] ?? 0)) / Math.sqrt(rows.length);
    });
  }
  return weights;
}

const isOurs = (role: Role | undefined): boolean => role === "staff" || role === "worker";

function learn(cases: readonly Case[]): RoleWeights {
  const all = cases.flatMap(({ training, rows }) =>
    rows.map((row, person) => ({ row, role: training.people[person]?.role })),
  );
  return {
    ours: fit(
      all.map(({ row, role }) => ({ row, is: isOurs(role) })),
      PRIOR_WEIGHTS.ours,
    ),
    worker: fit(
      all.filter(({ role }) => isOurs(role)).map(({ row, role }) => ({ row, is: role === "worker" })),
      PRIOR_WEIGHTS.worker,
    ),
  };
}

function unseenActs(trainings: readonly TrainingChat[]): ActWeights[] {
  const labelled = trainings.flatMap(examplesOf);
  const singles = singleExamples();
  return trainings.map(({ name }) =>
    learnActs([...labelled.filter(({ group }) => group !== name), ...singles].map(({ example }) => example)),
  );
}

const trainings = readTrainingChats();
const acts = unseenActs(trainings);
const cases = trainings.map((training, place): Case => {
  const raw = readMessages(training.chat, acts[place]);
  return { training, raw, rows: roleFeatures(knownOf(training.chat, raw)) };
});
let people = 0;
const right = { byHand: { sides: 0, roles: 0 }, leftOut: { sides: 0, roles: 0 } };
for (const { training, raw } of cases) {
  const others = cases.filter((other) => other.training !== training);
  const tell = (which: "byHand" | "leftOut", weights: RoleWeights): string[] => {
    const wrong: string[] = [];
    guessRoles(training.chat, raw, { roles: new Map() }, weights).forEach(
      ({ name, role, certainty }, person) => {
        const is = training.people[person]?.role;
        right[which].sides += Number(isOurs(is) === isOurs(role));
        right[which].roles += Number(is === role);
        if (is !== role) wrong.push(`${name} (${is}) for ${role} ${certainty.toFixed(2)}`);
      },
    );
    return wrong;
  };
  people += training.people.length;
  const byHand = tell("byHand", PRIOR_WEIGHTS);
  const leftOut = tell("leftOut", learn(others));
  console.log(
    `${training.name}: by hand wrong ${byHand.join("; ") || "none"} | learnt wrong ${leftOut.join("; ") || "none"}`,
  );
}
console.log(`${people} people; ours or client, and all four roles, right:`, right);
const learnt = learn(cases);
for (const [place, feature] of ROLE_FEATURES.entries())
  console.log(
    feature.padEnd(16),
    ...[PRIOR_WEIGHTS.ours, learnt.ours, PRIOR_WEIGHTS.worker, learnt.worker].map((weights) =>
      (weights[place] ?? 0).toFixed(2).padStart(7),
    ),
  );
if (process.argv.includes("--write")) {
  const rounded = (weights: readonly number[]) => weights.map((weight) => Math.round(weight * 100) / 100);
  writeFileSync(
    new URL("../../shared/diagnosis/people/role-weights.json", import.meta.url),
    `${JSON.stringify({ ours: rounded(learnt.ours), worker: rounded(learnt.worker) })}\n`,
  );
}
