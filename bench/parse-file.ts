/** An exported chat of a given size, the same each time: a group of a service business over some years. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";

const NAMES = [
  "Ana Gómez",
  "Karim (Plumber)",
  "\u202a+971\u00a050\u00a0123\u00a04567\u202c",
  "Maria",
  "Office",
  "John Smith AC",
  "Fatima Villa 12",
  "Raj",
];
const WORDS =
  "the pump is leaking again please come when you can thanks ok will do technician arrives tomorrow morning at ten invoice sent no answer yet still waiting for the part customer asks photo of the meter room 12 floor 3 price is 450 aed confirm address near the mall".split(
    " ",
  );

/** Writes at least `bytes`, as a phone set to the United States does today; gives how many messages. */
export async function writeExport(path: string, bytes: number): Promise<number> {
  const random = numbers(42);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const file = createWriteStream(path);
  let at = Date.UTC(2022, 0, 1);
  let written = 0;
  let messages = 0;
  while (written < bytes) {
    let piece = "";
    for (let n = 0; n < 500; n++) {
      at += random() * 600_000;
      piece += `${header(new Date(at))} - ${pick(NAMES)}: ${said(random, pick)}\n`;
      messages++;
    }
    written += Buffer.byteLength(piece);
    if (!file.write(piece)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  return messages;
}

function header(at: Date): string {
  const hour = at.getUTCHours();
  const date = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear() % 100}`;
  const minute = String(at.getUTCMinutes()).padStart(2, "0");
  return `${date}, ${hour % 12 || 12}:${minute}\u202f${hour < 12 ? "AM" : "PM"}`;
}

function said(random: () => number, pick: <T>(from: readonly T[]) => T): string {
  if (random() < 0.05) return "<Media omitted>";
  const words = Array.from({ length: 3 + Math.floor(random() * random() * 24) }, () => pick(WORDS));
  const emoji = random() < 0.08 ? " 👍" : "";
  const more = random() < 0.06 ? `\nsecond line ${pick(WORDS)}` : "";
  const list = random() < 0.02 ? "\n1. one\n2. two" : "";
  return words.join(" ") + emoji + more + list;
}

/** From 0 to 1, the same each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
