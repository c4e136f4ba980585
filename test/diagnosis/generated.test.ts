/** Exports made by a grammar across locales: every message comes back, however the file is cut and whatever is in it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chat } from "../../shared/diagnosis/chat.ts";
import { openExport, readExport } from "../../shared/diagnosis/export/read-export.ts";
import { type MadeExport, madeExport, madeExportIn } from "./export-grammar.ts";
import { LOCALES } from "./export-locales.ts";

const seed = Number(process.env.BATON_PROPERTY_SEED ?? 6);
const numRuns = Number(process.env.BATON_EXPORTS ?? 200);
/** The long run has a hundred times as many. */
const timeout = 20_000 + numRuns * 60;

/** What the reader is told besides the text: the order where the file cannot prove it. */
function told({ order, isOrderTold }: MadeExport) {
  return isOrderTold ? { order } : {};
}

function named(chat: Chat) {
  return chat.messages.map(({ by, ...rest }) => ({ ...rest, name: by === null ? null : chat.people[by] }));
}

/** By-hand cutting: pieces of the given lengths, over and over. */
function readInPieces(
  text: string,
  lengths: readonly number[],
  options: Parameters<typeof openExport>[0],
): Chat {
  const reader = openExport(options);
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const end = at + (lengths[turn % lengths.length] ?? 1);
    reader.push(text.slice(at, end));
    at = end;
  }
  return reader.end();
}

test("there are at least 40 locales", () => {
  expect(new Set(LOCALES).size).toBeGreaterThanOrEqual(40);
});

function expectBack(made: MadeExport): void {
  const chat = readExport(made.text, told(made));
  expect(named(chat), `${made.label}\n${made.text}`).toEqual(made.wanted);
  expect(chat.unreadable.count).toBe(0);
  expect(chat.dateOrder.order).toBe(made.order);
}

test.each(["android", "ios"] as const)("every message comes back in each locale on %s", (platform) => {
  for (const locale of LOCALES)
    fc.assert(fc.property(madeExportIn({ locale, platform }), expectBack), { numRuns: 2, seed });
});

test("every message of every export comes back: when, who, what kind, its words", { timeout }, () => {
  fc.assert(fc.property(madeExport, expectBack), { numRuns, seed });
});

test("read in pieces of any length it is the same chat", { timeout }, () => {
  fc.assert(
    fc.property(madeExport, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), (made, lengths) => {
      expect(readInPieces(made.text, lengths, told(made))).toEqual(readExport(made.text, told(made)));
    }),
    { numRuns: numRuns / 2, seed },
  );
});
