/**
 * Learns who is ours and who of ours works outside from the labelled chats, and says how well on chats left out, their
 * acts read by weights that never saw them: node_modules/.bin/node scripts/diagnosis/train-roles.ts [--write]
 */
import { writeFileSync } from "node:fs";
import type { ActWeights } from "../../shared/diagnosis/acts/act-scores.ts";
import { readMessages } from "../../shared/diagnosis/acts/read-messages.ts";
import type { Role } from "../../shared/diagnosis/diagnosis.ts";
import { guessRoles, knownOf } from "../../shared/diagnosis/people/guess-roles.ts";
import { ROLE_FEATURES, roleFeatures } from "../../shared/diagnosis/people/role-features.ts";
import { PRIOR_WEIGHTS } from "../../shared/diagnosis/people/role-weights.ts";
import { examplesOf, singleExamples } from "./act-examples.ts";
import { learnActs } from "./act-learner.ts";
import { type Case, learnRoles } from "./role-learner.ts";
import { VIEWS } from "./role-views.ts";
import { readTrainingChats, type TrainingChat } from "./training-chats.ts";

const isOurs = (role: Role | undefined): boolean => role === "staff" || role === "worker";

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
  return { training, rows: roleFeatures(knownOf(training.chat, raw)) };
});
for (const [view, viewsOf] of Object.entries(VIEWS)) {
  let people = 0;
  const right = { byHand: { sides: 0, roles: 0 }, leftOut: { sides: 0, roles: 0 } };
  for (const [place, { training }] of cases.entries()) {
    const learnt = learnRoles(cases.filter((other) => other.training !== training));
    for (const { chat, people: are } of viewsOf(training)) {
      people += are.length;
      const raw = readMessages(chat, acts[place]);
      for (const [which, weights] of [
        ["byHand", PRIOR_WEIGHTS],
        ["leftOut", learnt],
      ] as const) {
        const wrong: string[] = [];
        for (const [person, { name, role, certainty }] of guessRoles(
          chat,
          raw,
          { roles: new Map() },
          weights,
        ).entries()) {
          const is = are[person]?.role;
          right[which].sides += Number(isOurs(is) === isOurs(role));
          right[which].roles += Number(is === role);
          if (is !== role) wrong.push(`${name} (${is}) for ${role} ${certainty.toFixed(2)}`);
        }
        if (wrong.length > 0) console.log(`${view} ${which} ${training.name}: ${wrong.join("; ")}`);
      }
    }
  }
  const share = (count: number) => `${count} of ${people}`;
  for (const [which, { sides, roles }] of Object.entries(right))
    console.log(`== ${view} ${which}: ours or client ${share(sides)}, role ${share(roles)}`);
}
const learnt = learnRoles(cases);
for (const [place, feature] of ROLE_FEATURES.entries())
  console.log(
    feature.padEnd(16),
    ...[PRIOR_WEIGHTS.staff, learnt.staff, PRIOR_WEIGHTS.worker, learnt.worker].map((weights) =>
      (weights[place] ?? 0).toFixed(2).padStart(7),
    ),
  );
if (process.argv.includes("--write")) {
  const rounded = (weights: readonly number[]) => weights.map((weight) => Math.round(weight * 100) / 100);
  writeFileSync(
    new URL("../../shared/diagnosis/people/role-weights.json", import.meta.url),
    `${JSON.stringify({ staff: rounded(learnt.staff), worker: rounded(learnt.worker) })}\n`,
  );
}
