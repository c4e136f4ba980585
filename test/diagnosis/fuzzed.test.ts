/** Whatever is in the file, the reader ends, and soon, and gives a chat that holds together. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chat } from "../../shared/diagnosis/chat.ts";
import { MESSAGE_KINDS } from "../../shared/diagnosis/chat.ts";
import { openExport, readExport } from "../../shared/diagnosis/export/read-export.ts";
import { madeExport } from "./export-grammar.ts";

const seed = Number(process.env.BATON_PROPERTY_SEED ?? 6);
const numRuns = Number(process.env.BATON_EXPORTS ?? 200);
/** The long run has a hundred times as many. */
const timeout = 20_000 + numRuns * 60;
const KINDS = new Set<string>(MESSAGE_KINDS);

function expectWhole(chat: Chat, text: string): void {
  chat.messages.forEach((message, place) => {
    const isSystem = message.kind === "system";
    const isSound =
      message.index === place &&
      Number.isFinite(message.at) &&
      KINDS.has(message.kind) &&
      (message.by === null ? isSystem : chat.people[message.by] !== undefined);
    if (!isSound) expect.fail(`${JSON.stringify(message)} in ${JSON.stringify(text.slice(0, 2000))}`);
  });
  expect(new Set(chat.people).size).toBe(chat.people.length);
  expect(chat.unreadable.first.length).toBeLessThanOrEqual(chat.unreadable.count);
}

const NASTY = [
  ...[
    "\n",
    "\r",
    "\r\n",
    "\u200e",
    "\u200f",
    "\u202a",
    "\ufeff",
    "\0",
    ": ",
    " - ",
    "[",
    "]",
    "<",
    ">",
    "(",
    ")",
    "“",
    '"',
  ],
  ...[
    "14/7/26, 9:13 - ",
    "[14/07/2026, 9:13:22] ",
    "7/14/26, 9:13 AM - ",
    "٤/٧/٢٠٢٦، ٩:١٣ م - ",
    "26. 7. 14. 오후 9:13, ",
  ],
  ...[
    "99/99/99, 99:99 - ",
    "0/0/0, 0:0 - ",
    "1/1/1, 1:1: ",
    "31/2/24, 25:61 - ",
    "\ud83d",
    "\udc77",
    "e\u0301",
    "１４/７/２６",
  ],
  ...[
    "<Media omitted>",
    "POLL:",
    "OPTION: a (1 vote)",
    " (file attached)",
    "a.b (",
    "https://",
    "location: ",
    "Ana: ",
    "PM",
    "ÖS",
  ],
];

/** Takes out, doubles, swaps and puts in. */
type Change = { at: number; kind: "cut" | "put" | "double" | "flip"; what: string; length: number };
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("cut", "put", "double", "flip"),
  what: fc.constantFrom(...NASTY),
  length: fc.nat(40),
});

function changed(text: string, { at, kind, what, length }: Change): string {
  const place = at % (text.length + 1);
  const [before, piece, after] = [
    text.slice(0, place),
    text.slice(place, place + length),
    text.slice(place + length),
  ];
  switch (kind) {
    case "cut":
      return before + after;
    case "put":
      return before + what + piece + after;
    case "double":
      return before + piece + piece + after;
    case "flip":
      return before + [...piece].reverse().join("") + after;
    default:
      return kind satisfies never;
  }
}

test("exports with things cut out, put in, doubled and turned round", { timeout }, () => {
  fc.assert(
    fc.property(madeExport, fc.array(change, { minLength: 1, maxLength: 30 }), (made, changes) => {
      const text = changes.reduce(changed, made.text);
      expectWhole(readExport(text), text);
    }),
    { numRuns, seed },
  );
});

test("an export cut off anywhere keeps what came before", { timeout }, () => {
  fc.assert(
    fc.property(madeExport, fc.nat(), (made, at) => {
      const text = made.text.slice(0, at % (made.text.length + 1));
      const chat = readExport(text, { order: made.order });
      expectWhole(chat, text);
      expect(chat.messages.length).toBeLessThanOrEqual(made.wanted.length);
    }),
    { numRuns: numRuns / 2, seed },
  );
});

test("bytes of any kind, and pieces of exports in any order", { timeout }, () => {
  const bytes = fc.uint8Array({ maxLength: 600 }).map((all) => new TextDecoder().decode(all));
  const pieces = fc.array(fc.constantFrom(...NASTY), { maxLength: 120 }).map((all) => all.join(""));
  const letters = fc.string({ unit: "binary", maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(bytes, pieces, letters), (text) => {
      expectWhole(readExport(text), text);
    }),
    { numRuns, seed },
  );
});

const HEADER = "14/7/26, 9:13 - Ana: ";
const LONG = 300_000;

test.each<[string, string]>([
  ["a million empty lines", "\n".repeat(1_000_000)],
  ["a million empty lines in a message", `${HEADER}a${"\n".repeat(1_000_000)}b\n${HEADER}c`],
  ["a million returns", "\r".repeat(1_000_000)],
  ["one line without an end", "x".repeat(4_000_000)],
  ["one message without an end", HEADER + "x: ".repeat(1_000_000)],
  ["a name without an end", `14/7/26, 9:13 - ${"Ana ".repeat(LONG)}: x`],
  ["only digits", "1".repeat(LONG)],
  ["only dates", "1/1/11, 1:11 - ".repeat(LONG / 10)],
  ["only brackets", "[".repeat(LONG)],
  ["lines of brackets", "[\n".repeat(LONG)],
  ["only marks of direction", "\u200e".repeat(LONG)],
  ["marks and lines", "\u200e\n".repeat(LONG)],
  ["headers and nothing else", "14/7/26, 9:13 - \n".repeat(LONG / 3)],
  [
    "everybody says one word",
    Array.from({ length: LONG / 10 }, (_, n) => `14/7/26, 9:13 - P${n}: hi`).join("\n"),
  ],
  ["each line a day of its own", Array.from({ length: LONG / 10 }, (_, n) => dated(n)).join("\n")],
  ["each line in a form of its own", Array.from({ length: LONG / 30 }, (_, n) => odd(n)).join("\n")],
  ["pasted again and again", `${HEADER}a\n${"[7/14, 9:13 AM] Ana: any news?\n".repeat(LONG / 10)}`],
  ["two files in turn", `${HEADER}a\n[14/07/2026, 09:13:22] Ben: b\n`.repeat(LONG / 20)],
  ["subjects left open", `14/7/26, 9:13 - Ana changed “: x\n`.repeat(LONG / 10)],
  [
    "quotations left open in ever new names",
    Array.from({ length: LONG / 10 }, (_, n) => `14/7/26, 9:13 - A “${n}: x`).join("\n"),
  ],
])("it ends soon: %s", (_, text) => {
  // Time of the processor: a busy machine makes nothing hang.
  const began = process.cpuUsage();
  expectWhole(readExport(text), text);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(4000);
});

function dated(n: number): string {
  const day = new Date(Date.UTC(2010, 0, 1) + ((n * 7919 * 86_400_000) % (15 * 365 * 86_400_000)));
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}, 9:13 - Ana: hi`;
}

function odd(n: number): string {
  const [a, b, c] = [...".-/"].map((_, place) => "./-"[(n >> place) % 3]);
  return `${n % 2 ? "[" : ""}1${a}${n % 12}${b}202${n % 10}${" ".repeat(n % 7)}, 9${c === "/" ? ":" : "."}13${n % 2 ? "]" : " - "}A${n}: x`;
}

test("a million pieces of one letter are read as one", () => {
  const text = `${HEADER}hola\n`.repeat(10_000);
  const reader = openExport();
  for (const letter of text) reader.push(letter);
  expect(reader.end().messages).toHaveLength(10_000);
});
