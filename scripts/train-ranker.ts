/** Learns the shipped weights of the ranker anew: node_modules/.bin/node scripts/train-ranker.ts */
import { writeFileSync } from "node:fs";
import { readSeed } from "../server/triage/model/seed.ts";
import { LABELS, NO_REQUEST } from "../shared/trade.ts";
import { type Heard, learnToHear, TONES, type Tone } from "../shared/words/tone.ts";
import { packReader } from "../shared/words/tone-pack.ts";

/** What stands alone in the seed is mostly new, and there is much more of it than of the cases. */
const SEED_WEIGHT = 0.3;

const write = (name: string, content: unknown): void =>
  writeFileSync(
    new URL(`../server/triage/ranker/${name}`, import.meta.url),
    `${JSON.stringify(content, null, 1)}\n`,
  );

const examples = await readSeed();
const seed = examples.map(
  ({ text, category }): Heard<Tone> => ({
    text,
    label: category === NO_REQUEST ? "none" : "new",
    weight: SEED_WEIGHT,
  }),
);
const subjects = learnToHear(
  examples.map(({ text, category }) => ({ text, label: category, weight: 1 })),
  LABELS,
);
write("subjects.json", packReader(subjects));
// What follows reads the subjects from that file.
const { holdOutTones, learnRanker, toneExamples, validate } = await import(
  "../server/triage/ranker/training.ts"
);
const { readTrainingCases } = await import("../server/triage/ranker/training-cases.ts");
const cases = readTrainingCases();
const tones = holdOutTones(cases, seed);
const { report, sharpness, keepFrom } = validate(cases, tones);
console.log(`${cases.length} cases of ${new Set(cases.map(({ topic }) => topic)).size} topics\n${report}`);
write("tones.json", packReader(learnToHear([...seed, ...toneExamples(cases)], TONES)));
write("training/held-tones.json", tones);
write("weights.json", { weights: learnRanker(cases, tones), sharpness, keepFrom });
