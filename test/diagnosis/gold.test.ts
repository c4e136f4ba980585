/** The diagnosis against chats that a careful reader went through before any of it was written. Nothing is tuned on them. */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { toContract } from "../../shared/diagnosis/contract.ts";
import { diagnose } from "../../shared/diagnosis/diagnose.ts";
import { readExport } from "../../shared/diagnosis/export/read-export.ts";
import { type Agreement, Gold, score } from "./gold-score.ts";

const FOLDER = fileURLToPath(new URL("../fixtures/diagnosis/", import.meta.url));
const names = (await readdir(FOLDER)).flatMap((name) => (name.endsWith(".txt") ? name.slice(0, -4) : []));

const scores = await Promise.all(
  names.map(async (name) => {
    const gold = Gold.parse(JSON.parse(await readFile(`${FOLDER}${name}.gold.json`, "utf8")));
    const chat = readExport(await readFile(`${FOLDER}${name}.txt`, "utf8"), { fileName: `${name}.txt` });
    // As somebody would run it: nobody says who is staff.
    const found = toContract(diagnose(chat, { roles: new Map() }));
    return { name, gold, found, score: score(gold, found) };
  }),
);

test("there are ten of them, and each is read to its last message", () => {
  expect(names).toHaveLength(10);
  expect(scores.filter(({ score }) => !score.messages).map(({ name }) => name)).toEqual([]);
});

test.each(scores)("$name: the verdict, and as many requests", ({ gold, found, score }) => {
  expect(found.verdict).toBe(gold.verdict);
  expect(Math.abs(score.requests - 1)).toBeLessThanOrEqual(0.15);
});

/** Of all chats together, each counting the same. */
const mean = (of: (score: (typeof scores)[number]["score"]) => number): number =>
  scores.reduce((sum, { score }) => sum + of(score), 0) / scores.length;

test("which message belongs to which request", () => {
  expect(mean(({ pairs }) => pairs.f)).toBeGreaterThanOrEqual(0.75);
});

test("chases", () => {
  const all = (of: keyof Agreement) => mean(({ chases }) => chases[of]);
  expect(all("precision")).toBeGreaterThanOrEqual(0.8);
  expect(all("recall")).toBeGreaterThanOrEqual(0.8);
});
