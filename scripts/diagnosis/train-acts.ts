/**
 * Learns what messages do from the labelled chats, says how well on chats left out, and writes the weights that ship:
 * node_modules/.bin/node scripts/diagnosis/train-acts.ts [--wrong | --write]
 */
import { writeFileSync } from "node:fs";
import { packActs } from "../../shared/diagnosis/acts/pack-acts.ts";
import { learnReader } from "./act-reader.ts";
import { crossValidate } from "./act-report.ts";
import { readTrainingChats } from "./training-chats.ts";

const chats = readTrainingChats();
console.log(`${chats.length} chats, ${chats.flatMap(({ acts }) => acts).length} messages`);
if (!process.argv.includes("--write")) console.log(crossValidate(chats, process.argv.includes("--wrong")));
const packed = packActs(learnReader(chats));
const file = new URL("../../shared/diagnosis/acts/act-weights.json", import.meta.url);
const content = `${JSON.stringify(packed)}\n`;
writeFileSync(file, content);
console.log(`${content.length} bytes of weights`);
