/** Learns the shipped weights of the ranker anew: node_modules/.bin/node scripts/train-ranker.ts */
import { writeFileSync } from "node:fs";
import { trainRanker, validate } from "../server/triage/ranker/training.ts";
import { readTrainingCases } from "../server/triage/ranker/training-cases.ts";

const cases = readTrainingCases();
const held = validate(cases);
console.log(`${cases.length} cases in ${new Set(cases.map(({ scene }) => scene)).size} scenes`);
console.log(held.report);
writeFileSync(
  new URL("../server/triage/ranker/weights.json", import.meta.url),
  `${JSON.stringify(trainRanker(cases, held), null, 1)}\n`,
);
