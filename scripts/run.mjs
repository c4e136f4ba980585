/** Runs one of our .ts files on the pinned Node: `node scripts/run.mjs bench/main.ts …`. */
import { ensureInstalled } from "./prepare.mjs";
import { become, requireNode, stopWith } from "./runtime.mjs";

requireNode();
const [file, ...args] = process.argv.slice(2);
if (file === undefined) stopWith("Say which file to run: node scripts/run.mjs bench/main.ts");
ensureInstalled();
become(file, args);
