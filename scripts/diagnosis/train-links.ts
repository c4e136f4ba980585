/**
 * Learns which message belongs to which request: `node scripts/diagnosis/train-links.ts` shows what it reaches on each
 * labelled chat when learnt from the others, `--write` learns from all of them and keeps the weights.
 */
import { writeFileSync } from "node:fs";
import { FEATURES } from "../../shared/diagnosis/threads/columns.ts";
import { findThreads } from "../../shared/diagnosis/threads/find-threads.ts";
import type { Ranker } from "../../shared/diagnosis/threads/ranker.ts";
import { type Fit, fitRanker, Lessons } from "./fit-ranker.ts";
import { addLessons, agreementOf, goldReadings, inFigures, type Labelled } from "./thread-lessons.ts";
import { readTrainingChats } from "./training-chats.ts";

const setting = (name: string, usual: number): number =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? usual);
const FIT: Fit = {
  width: setting("width", 0),
  rounds: setting("rounds", 15),
  pace: setting("pace", 0.02),
  cost: setting("cost", 0.05),
};
const WEIGHTS = new URL("../../shared/diagnosis/threads/weights.json", import.meta.url);

const chats: Labelled[] = readTrainingChats().map((one) => ({ ...one, readings: goldReadings(one) }));

function learn(from: readonly Labelled[]): Ranker {
  const lessons = new Lessons();
  for (const one of from) addLessons(lessons, one);
  return fitRanker(FEATURES, lessons, FIT);
}

const missed = chats.reduce((sum, one) => sum + addLessons(new Lessons(), one), 0);
console.log(
  `${chats.length} chats, ${FEATURES.length} features, ${missed} messages whose request is no candidate`,
);
let [sumOfF, offBy] = [0, 0];
for (const held of chats) {
  const ranker = learn(chats.filter((one) => one !== held));
  const agreement = agreementOf(held, findThreads(held.chat, held.people, held.readings, ranker));
  const { precision, recall, f } = inFigures(agreement);
  sumOfF += f;
  offBy += Math.abs(agreement.foundRequests / agreement.goldRequests - 1);
  console.log(
    `${held.name.padEnd(28)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} F ${f.toFixed(2)}  ` +
      `${agreement.foundRequests} requests for ${agreement.goldRequests}`,
  );
}
console.log(
  `mean F ${(sumOfF / chats.length).toFixed(3)}, requests off by ${((100 * offBy) / chats.length).toFixed(0)} %`,
);
if (process.argv.includes("--write")) writeFileSync(WEIGHTS, `${JSON.stringify(learn(chats))}\n`);
