import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { readArguments } from "./command.ts";
import { triageLearnCommand } from "./triage-learn.ts";

const folder = mkdtempSync(join(tmpdir(), "learn-"));
const file = (name: string): string => join(folder, name);
const SAYINGS: Record<string, string[]> = {
  leak: [
    "the tap drips",
    "water comes from the ceiling",
    "a pipe is leaking",
    "the sink leaks again",
    "wet wall",
  ],
  bill: [
    "the invoice is wrong",
    "charged twice",
    "send the receipt",
    "where do I pay the bill",
    "refund my payment",
  ],
};
const csv = (sayings: (of: string[]) => string[]): string =>
  [
    "text,category",
    ...Object.entries(SAYINGS).flatMap(([label, all]) => sayings(all).map((text) => `${text},${label}`)),
  ].join("\n");

beforeAll(() => {
  writeFileSync(
    file("train.csv"),
    csv((all) => all.slice(0, 4)),
  );
  writeFileSync(
    file("test.csv"),
    csv((all) => all.map((text) => `${text} please`)),
  );
  writeFileSync(file("oos.txt"), "who won the world cup\nrecite a poem\n");
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

async function learn(...words: string[]): Promise<{ out: string; progress: string }> {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const progress = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await triageLearnCommand.run(readArguments(triageLearnCommand, words), words);
  const said = (spy: typeof out): string => spy.mock.calls.map(([line]) => String(line)).join("");
  return { out: said(out), progress: said(progress) };
}

test("figures on stdout alone, the same for the same seed", async () => {
  const words = ["--train", file("train.csv"), "--test", file("test.csv"), "--oos", file("oos.txt")];
  const drawn = [...words, "--per-class", "3", "--seed", "4", "--json"];
  const { out, progress } = await learn(...drawn);
  const report = JSON.parse(out);
  expect(report).toMatchObject({
    n: 10,
    train_n: 6,
    classes: 2,
    per_class: 3,
    seed: 4,
    oos_n: 2,
    in_scope_kept: 1,
  });
  expect(report.accuracy).toBeGreaterThanOrEqual(0.6);
  expect(report.oos_recall).toBeGreaterThanOrEqual(0);
  expect(progress).toContain("6 of 8 rows");
  vi.restoreAllMocks();
  expect(JSON.parse((await learn(...drawn)).out).accuracy).toBe(report.accuracy);
  vi.restoreAllMocks();
  expect((await learn(...words)).out).toMatch(/^accuracy +\d/);
});

test.each([
  [["--test", "x.csv"], "--train is missing"],
  [["--train", "/nowhere.csv", "--test", "x.csv"], "/nowhere.csv cannot be read"],
  [
    ["--train", "x.csv", "--test", "x.csv", "--per-class", "0"],
    "--per-class must be a whole number of at least 1",
  ],
  [["--train", "x.csv", "--test", "x.csv", "--seed", "-1.5"], "argument is ambiguous"],
])("%j is refused in one line", async (words, said) => {
  await expect(learn(...words)).rejects.toThrow(said);
});
