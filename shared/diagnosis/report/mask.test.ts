import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDiagnosis } from "../../../test/made-diagnosis.ts";
import { foldWord } from "../../words/words.ts";
import { toContract } from "../contract.ts";
import { maskDiagnosis } from "./mask.ts";
import { wordsOf } from "./masked-names.ts";
import { renderPage } from "./page.ts";
import { makeReport } from "./report.ts";
import { plainText } from "./sentence.ts";
import { voiceOf } from "./voice.ts";

const EN = voiceOf("en");
const NAMES = {
  staff: ["Juma Bakari", "Zawadi"],
  clients: ["Fatma Salim", "+254 722 334 118", "محمد الحداد"],
};

const titles = (texts: string[], names = NAMES) =>
  maskDiagnosis(makeDiagnosis({ names, texts, requests: texts.length, weeks: 1 }), EN).requests.map(
    ({ title }) => title,
  );

test("the same name has the same mask, wherever it stands and however it is written", () => {
  expect(titles(["juma said FATMA comes"])).toEqual(["Staff A said Client 1 comes"]);
  expect(titles(["Fatma Salim's line, ask Zawadi"])).toEqual(["Client 1's line, ask Staff B"]);
  expect(titles(["يا محمد، كلمت الحداد؟"])).toEqual(["يا Client 3، كلمت Client 3؟"]);
  expect(titles(["قلت لمحمد أمس"])).toEqual(["قلت Client 3 أمس"]);
});

test("phone numbers are masked, as the person where the person is one", () => {
  expect(titles(["call 0722 334118 or +971 50 123 4567"])).toEqual(["call Client 2 or Number 1"]);
  expect(titles(["رقمي ٠٧٢٢٣٣٤١١٨"])).toEqual(["رقمي Client 2"]);
  expect(titles(["send 4,500 to room 12 at 10:30"])).toEqual(["send 4,500 to room 12 at 10:30"]);
  expect(titles(["mail ana.diaz@example.com now"])).toEqual(["mail Address 1 now"]);
});

test("others with a capital letter inside a sentence are masked; days, months and common words are not", () => {
  expect(titles(["please send it to Rehema on Monday, Sir"])).toEqual([
    "please send it to Name 1 on Monday, Sir",
  ]);
  expect(titles(["the Pump is broken", "my pump stopped"])).toEqual([
    "the Pump is broken",
    "my pump stopped",
  ]);
});

test("a masked report leaves no name behind", () => {
  const person = fc
    .tuple(
      fc.constantFrom("Ayşe", "Otieno", "नीमा", "Łukasz", "فاطمة", "Nguyễn", "สมชาย", "Ọlá", "Мария", "Zoë"),
      fc.constantFrom("", " Hassan", " वर्मा", " الزهراء", " O'Neill", " García", " 0722 334 118"),
    )
    .map((parts) => parts.join(""));
  const said = (name: string) =>
    fc.constantFrom(
      `${name} is late`,
      `has ${name.toLowerCase()} come?`,
      `ask ${name.toUpperCase()}`,
      `it was ${name}'s turn, call ${name.split(" ")[0]}`,
      `${name}،${name}`,
    );
  fc.assert(
    fc.property(
      fc
        .uniqueArray(person, { minLength: 3, maxLength: 6 })
        .chain((names) =>
          fc.tuple(
            fc.constant(names),
            fc.array(fc.constantFrom(...names).chain(said), { minLength: 1, maxLength: 4 }),
          ),
        ),
      ([names, texts]) => {
        const made = makeDiagnosis({
          names: { staff: names.slice(0, 1), clients: names.slice(1) },
          texts,
          requests: 6,
          weeks: 2,
        });
        const masked = maskDiagnosis(made, EN);
        const shown = `${JSON.stringify(toContract(masked))} ${renderPage(makeReport(masked, "en"), "")}`;
        const words = new Set([...shown.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => foldWord(word)));
        for (const name of names) for (const word of wordsOf(name)) expect(words.has(word), word).toBe(false);
        expect(shown).not.toMatch(/0722|334.?118/);
      },
    ),
    { numRuns: 60 },
  );
});

test("the chat's own name and lines that could not be read are gone", () => {
  const masked = maskDiagnosis(makeDiagnosis(), EN);
  expect(plainText(makeReport(masked, "en").head)).toBe("Diagnosis of a chat");
  expect(masked.chat.unreadable).toEqual({ count: 2, first: [] });
});
