/**
 * Learns what messages do from the labelled chats, says how well on chats left out, and writes the weights that ship:
 * node_modules/.bin/node scripts/diagnosis/train-acts.ts [--wrong]
 */
import { writeFileSync } from "node:fs";
import { packActs, unpackActs } from "../../shared/diagnosis/acts/pack-acts.ts";
import { examplesOf, singleExamples } from "./act-examples.ts";
import { learnActs } from "./act-learner.ts";
import { crossValidate } from "./act-report.ts";
import { readTrainingChats } from "./training-chats.ts";

const chats = readTrainingChats();
const labelled = chats.flatMap(examplesOf);
const singles = singleExamples();
console.log(`${chats.length} chats, ${labelled.length} messages; ${singles.length} single ones`);
console.log(crossValidate(chats, labelled, singles, process.argv.includes("--wrong")));
const packed = packActs(learnActs([...labelled, ...singles].map(({ example }) => example)));
unpackActs(packed);
const file = new URL("../../shared/diagnosis/acts/act-weights.json", import.meta.url);
const content = `${JSON.stringify(packed)}\n`;
writeFileSync(file, content);
console.log(`${content.length} bytes of weights`);
