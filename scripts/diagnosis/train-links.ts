/**
 * Learns which message belongs to which request: `node scripts/diagnosis/train-links.ts` shows what it reaches on each
 * labelled chat when learnt from the others, `--write` learns from all of them and keeps the weights.
 */
import { writeFileSync } from "node:fs";
import { FEATURES } from "../../shared/diagnosis/threads/columns.ts";
import { findThreads } from "../../shared/diagnosis/threads/find-threads.ts";
import type { Ranker } from "../../shared/diagnosis/threads/ranker.ts";
import { type Fit, Lessons } from "./fit-ranker.ts";
import { heldReadings } from "./held-readings.ts";
import { FIT, learnLinks } from "./link-learner.ts";
import {
  type Agreement,
  addLessons,
  agreementOf,
  directChatsOf,
  goldReadings,
  inFigures,
  type Labelled,
} from "./thread-lessons.ts";
import { readTrainingChats } from "./training-chats.ts";

const setting = (name: string, usual: number): number =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split("=")[1] ?? usual);
const fit: Fit = {
  width: setting("width", FIT.width),
  rounds: setting("rounds", FIT.rounds),
  pace: setting("pace", FIT.pace),
  cost: setting("cost", FIT.cost),
};
const WEIGHTS = new URL("../../shared/diagnosis/threads/weights.json", import.meta.url);

const training = readTrainingChats();
const held = heldReadings(training);
/** The same chats, read by hand and by the acts' reader that never saw them: only what is read can be learnt from. */
const byHand: Labelled[] = training.map((one) => ({ ...one, readings: goldReadings(one) }));
const asRead: Labelled[] = training.map((one) => ({ ...one, readings: held.get(one.name) ?? [] }));

const missed = asRead.reduce((sum, one) => sum + addLessons(new Lessons(), one), 0);
console.log(
  `${training.length} chats, ${FEATURES.length} features, ${missed} messages whose request is no candidate`,
);
const sums = { hand: 0, read: 0, off: 0, offHand: 0, direct: 0, directs: 0 };
training.forEach(({ name }, at) => {
  const ranker = learnLinks(
    asRead.filter((one) => one.name !== name),
    fit,
  );
  const [asMarked, asGuessed] = [byHand[at], asRead[at]];
  if (!asMarked || !asGuessed) return;
  const [hand, read] = [foundIn(asMarked, ranker), foundIn(asGuessed, ranker)];
  for (const direct of directChatsOf(asGuessed)) {
    sums.direct += inFigures(foundIn(direct, ranker)).f;
    sums.directs++;
  }
  const { precision, recall, f } = inFigures(read);
  sums.hand += inFigures(hand).f;
  sums.read += f;
  sums.off += Math.abs(read.foundRequests / read.goldRequests - 1);
  sums.offHand += Math.abs(hand.foundRequests / hand.goldRequests - 1);
  console.log(
    `${name.padEnd(28)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} F ${f.toFixed(2)}  ` +
      `${read.foundRequests} requests for ${read.goldRequests}; acts by hand: F ${inFigures(hand).f.toFixed(2)}, ${hand.foundRequests}`,
  );
});
const mean = (sum: number): string => (sum / training.length).toFixed(3);
console.log(
  `mean F ${mean(sums.read)}, requests off by ${mean(sums.off)}; acts by hand: F ${mean(sums.hand)}, off by ${mean(sums.offHand)}`,
);
console.log(`${sums.directs} direct chats made of them: mean F ${(sums.direct / sums.directs).toFixed(3)}`);
if (process.argv.includes("--write")) {
  const { features, straight, sharpness } = learnLinks(asRead, fit);
  const weights = Object.fromEntries(
    features.flatMap((name, at) => (straight[at] ? [[name, straight[at]]] : [])),
  );
  writeFileSync(WEIGHTS, `${JSON.stringify({ sharpness, weights }, null, 2)}\n`);
}

function foundIn(one: Labelled, ranker: Ranker): Agreement {
  return agreementOf(one, findThreads(one.chat, one.people, one.readings, ranker));
}
