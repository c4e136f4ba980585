import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LABELS } from "../../../shared/trade.ts";
import { wordsOf } from "../../../shared/words/words.ts";
import { readSeed, trainSeedModels } from "./seed.ts";
import { understand } from "./understand.ts";

const examples = await readSeed();
const bare = (text: string): string =>
  wordsOf(text)
    .filter(({ sign }) => !sign)
    .map(({ folded }) => folded)
    .join(" ");

test("every language has every category", () => {
  const byLanguage = Map.groupBy(examples, ({ language }) => language);
  expect([...byLanguage.keys()].sort()).toEqual(["ar", "en", "es", "fr", "hinglish", "id", "pt", "sw"]);
  for (const [language, rows] of byLanguage)
    for (const category of LABELS)
      expect(
        rows.filter((row) => row.category === category).length,
        `${language} ${category}`,
      ).toBeGreaterThan(20);
});

test("no example is one of the cases that measure it", () => {
  const file = new URL("../../../test/fixtures/triage/try-cases.jsonl", import.meta.url);
  const cases = readFileSync(file, "utf8").trim().split("\n");
  const asked = new Set(cases.map((line) => bare(String(JSON.parse(line).text))));
  // What people write in three words they all write: "ok thanks", "good morning".
  const same = examples.filter(({ text }) => asked.has(bare(text)) && wordsOf(text).length > 4);
  expect(same.map(({ text }) => text)).toEqual([]);
});

test("what a message is, where and by when, by the models of one language", () => {
  const models = trainSeedModels(examples.filter(({ language }) => language === "en"));
  expect(
    understand(models, "the washing machine in flat 4B is broken, can a technician come tomorrow at 10?"),
  ).toMatchObject({
    isRequest: true,
    category: expect.stringMatching(/breakdown_repair|appointment/),
    place: "flat 4B",
    due: "tomorrow at 10",
  });
  expect(understand(models, "thank you so much!")).toMatchObject({
    isRequest: false,
    category: "other_not_a_request",
    priority: "low",
    place: null,
    due: null,
  });
  expect(understand(models, "please cancel my visit on Friday")).toMatchObject({
    category: "cancellation",
    due: null,
  });
});
