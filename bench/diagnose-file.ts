/** A long chat made of the sample in docs: many copies of it laid over each other, each with clients of its own. */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";

const SAMPLE = new URL("../docs/sample/quayside-repairs.txt", import.meta.url);
const LINE = /^(\d\d)\/(\d\d)\/(\d{4}), (\d\d):(\d\d) - (?:([^:]+): )?/;
const STAFF = / Fixwell$/;
const HOUR_MS = 3_600_000;

type Said = { at: number; name: string | null; rest: string };

/** Each copy begins seven hours after the one before, so that some hundred requests are open at a time. */
export async function writeLongChat(path: string, messages: number): Promise<number> {
  const said = await sample();
  const copies = Math.ceil(messages / said.length);
  const out = createWriteStream(path);
  const waiting: { at: number; copy: number; place: number }[] = [];
  const first = said[0]?.at ?? 0;
  const last = said.at(-1)?.at ?? 0;
  const open: { copy: number; place: number }[] = [];
  let written = 0;
  for (let hour = 0; written < messages; hour++) {
    const from = first + hour * HOUR_MS;
    if (hour % 7 === 0 && hour / 7 < copies) open.push({ copy: hour / 7, place: 0 });
    waiting.length = 0;
    for (const one of open) {
      const shift = one.copy * 7 * HOUR_MS;
      for (let next = said[one.place]; next && next.at + shift < from + HOUR_MS; next = said[one.place]) {
        waiting.push({ at: next.at + shift, copy: one.copy, place: one.place });
        one.place += 1;
      }
    }
    while (open[0] && open[0].place >= said.length) open.shift();
    waiting.sort((one, other) => one.at - other.at || one.copy - other.copy);
    let text = "";
    for (const { at, copy, place } of waiting) {
      const line = said[place];
      if (line) text += lineOf(line, at, copy);
    }
    written += waiting.length;
    if (!out.write(text)) await once(out, "drain");
    if (open.length === 0 && from > last + copies * 7 * HOUR_MS) break;
  }
  out.end();
  await once(out, "close");
  return written;
}

async function sample(): Promise<Said[]> {
  const said: Said[] = [];
  for (const line of (await readFile(SAMPLE, "utf8")).trimEnd().split("\n")) {
    const [head, day, month, year, hour, minute, name] = LINE.exec(line) ?? [];
    const before = said.at(-1);
    if (head === undefined) {
      if (before) before.rest += `\n${line}`;
      continue;
    }
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
    // Lines of WhatsApp's own would be said again and again.
    if (name !== undefined) said.push({ at, name, rest: line.slice(head.length) });
  }
  return said;
}

function lineOf({ name, rest }: Said, at: number, copy: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = new Date(at);
  const date = `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()}`;
  const who = name && STAFF.test(name) ? name : `${name} ${copy % 400}`;
  return `${date}, ${two(day.getUTCHours())}:${two(day.getUTCMinutes())} - ${who}: ${rest}\n`;
}
