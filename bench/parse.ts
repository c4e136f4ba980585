/**
 * Reading an exported chat of 50 MB, beside a bare regular expression on each line and beside whatsapp-chat-parser, on
 * the same text in the same run: processor time, the best of some rounds taken in turn. Then its memory, messages kept.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { parseString } from "whatsapp-chat-parser";
import { readExport } from "../shared/diagnosis/export/read-export.ts";
import type { Figure } from "./figure.ts";
import { writeExport } from "./parse-file.ts";

const BYTES = 50_000_000;
const ROUNDS = 4;
const HEAP_MB = 200;

const LINE =
  /^\[?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}),?\s(\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\.?)?)\]?(?:\s-)?\s(?:([^:]+):\s)?(.*)$/;

export async function benchParse(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "baton-parse-"));
  try {
    const path = join(folder, "chat.txt");
    const messages = await writeExport(path, BYTES);
    return [...compare(await readFile(path, "utf8"), messages), await memory(path, messages)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compare(text: string, messages: number): Figure[] {
  const ways = {
    ours: () => readExport(text).messages.length,
    regex: () => {
      let found = 0;
      for (const line of text.split("\n")) if (LINE.exec(line)) found++;
      return found;
    },
    library: () => parseString(text).length,
  };
  const best = {
    ours: Number.POSITIVE_INFINITY,
    regex: Number.POSITIVE_INFINITY,
    library: Number.POSITIVE_INFINITY,
  };
  for (let round = 0; round < ROUNDS; round++)
    for (const way of ["regex", "library", "ours"] as const)
      best[way] = Math.min(best[way], processorTime(ways[way], messages));
  const rate = (way: keyof typeof best) => messages / best[way];
  const against = (name: string, way: "regex" | "library", floor: number): Figure => ({
    name: `50 MB export read, beside ${name}`,
    value: rate("ours"),
    unit: "messages/s",
    ceiling: { name, value: rate(way) },
    ratio: rate("ours") / rate(way),
    floor,
  });
  return [against("a bare regex a line", "regex", 0.5), against("whatsapp-chat-parser", "library", 2.5)];
}

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Seconds of all threads, from a heap without another's garbage: neighbours on the machine do not count, ours does. */
function processorTime(read: () => number, messages: number): number {
  collect();
  const start = process.cpuUsage();
  const found = read();
  const { user, system } = process.cpuUsage(start);
  if (found !== messages) throw new Error(`${found} messages found of ${messages}`);
  return (user + system) / 1e6;
}

/** Dies when the heap grows over the limit, garbage included. */
async function memory(path: string, messages: number): Promise<Figure> {
  const worker = new Worker(new URL("./parse-memory.ts", import.meta.url), {
    workerData: path,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB - 16, maxYoungGenerationSizeMb: 16 },
  });
  const told = await new Promise<{ messages: number; kept: number }>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  if (told.messages !== messages) throw new Error(`${told.messages} messages found of ${messages}`);
  const value = told.kept / 1e6;
  return { name: `50 MB export kept, in a heap of ${HEAP_MB} MB`, value, unit: "MB", budget: HEAP_MB };
}
