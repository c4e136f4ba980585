/** In a thread of its own, its heap limited from outside: reads an export piece by piece and tells what it keeps. */
import { createReadStream } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { openExport } from "../shared/diagnosis/export/read-export.ts";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

collect();
const before = process.memoryUsage().heapUsed;
const decoder = new TextDecoder();
const reader = openExport();
for await (const piece of createReadStream(String(workerData))) {
  if (piece instanceof Uint8Array) reader.push(decoder.decode(piece, { stream: true }));
}
const chat = reader.end();
collect();
const kept = process.memoryUsage().heapUsed - before;
parentPort?.postMessage({ messages: chat.messages.length, kept });
