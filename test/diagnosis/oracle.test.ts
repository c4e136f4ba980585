/**
 * The same exports read by whatsapp-chat-parser, where it is right: digits 0 to 9, a clock of 24 hours or AM and PM in
 * Latin letters, a day over 12 in the file, no line of WhatsApp's own with a colon in it, nothing pasted.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseString } from "whatsapp-chat-parser";
import { readExport } from "../../shared/diagnosis/export/read-export.ts";
import { type MadeExport, madeExportIn } from "./export-grammar.ts";

const seed = Number(process.env.BATON_PROPERTY_SEED ?? 6);
const numRuns = Number(process.env.BATON_EXPORTS ?? 200);
/** The long run has a hundred times as many. */
const timeout = 20_000 + numRuns * 60;

const plain = fc
  .record({
    locale: fc.constantFrom(
      "en-US",
      "en-GB",
      "en-IN",
      "de-DE",
      "fr-FR",
      "es-ES",
      "it-IT",
      "pt-BR",
      "nl-NL",
      "pl-PL",
      "ru-RU",
    ),
    platform: fc.constantFrom("android" as const, "ios" as const),
    clock: fc.constantFrom("own" as const, "h23" as const),
  })
  .chain((only) => madeExportIn({ ...only, newline: "\n", isMarked: false, isOld: false }))
  .filter(isPlain);

function isPlain({ wanted }: MadeExport): boolean {
  return wanted.every(
    ({ kind, text, name }) =>
      !(kind === "system" && text.includes(":")) && !name?.includes(":") && !/\n[[\d]/.test(text),
  );
}

/** The library's instants are of this machine's zone. */
function onWall(date: Date): number {
  return Date.UTC(
    ...([date.getFullYear(), date.getMonth(), date.getDate()] as const),
    ...([date.getHours(), date.getMinutes(), date.getSeconds()] as const),
  );
}

test("two readers, one chat", { timeout }, () => {
  let compared = 0;
  fc.assert(
    fc.property(plain, (made) => {
      const ours = readExport(made.text);
      const theirs = parseString(made.text);
      expect(theirs.length, made.label).toBe(ours.messages.length);
      ours.messages.forEach(({ by, at, text, kind }, place) => {
        const other = theirs[place];
        if (!other) return;
        expect(onWall(other.date), made.text).toBe(at);
        // On iOS the library takes WhatsApp's own lines for the group's.
        if (kind !== "system")
          expect(other.author?.replaceAll("\u00a0", " ") ?? null).toBe(by === null ? null : ours.people[by]);
        const words = other.message.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");
        if (kind === "text") expect(words.startsWith(text), `${words} / ${text}`).toBe(true);
        compared += 1;
      });
    }),
    { numRuns, seed },
  );
  expect(compared).toBeGreaterThan(numRuns * 5);
});

test("what the other one reads wrongly is read rightly here", () => {
  const at = (text: string) => new Date(readExport(text).messages[0]?.at ?? 0).toISOString();
  expect(at("2026/7/14 下午9:13 - 王: 好")).toBe("2026-07-14T21:13:00.000Z");
  expect(at("٢٥‏/٧‏/٢٠٢٦، ٩:١٣ م - أحمد: نعم")).toBe("2026-07-25T21:13:00.000Z");
  const days = ["01/02", "02/02", "03/02", "04/02"].map((day) => `${day}/2026, 09:13 - Ana: sí`).join("\n");
  expect(at(days)).toBe("2026-02-01T09:13:00.000Z");
});
