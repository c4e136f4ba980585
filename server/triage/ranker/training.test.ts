import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { SHIPPED } from "./shipped.ts";
import { learnRanker } from "./training.ts";
import { readTrainingCases } from "./training-cases.ts";

const cases = readTrainingCases();

it("gives the shipped weights again, learnt from the same cases", () => {
  const tones = z
    .record(z.string(), z.array(z.number()))
    .parse(JSON.parse(readFileSync(new URL("./training/held-tones.json", import.meta.url), "utf8")));
  const learnt = learnRanker(cases, tones);
  expect(Object.keys(learnt)).toEqual(Object.keys(SHIPPED.weights));
  for (const [name, weight] of Object.entries(learnt))
    expect(Math.abs(weight - (SHIPPED.weights[name] ?? 0)), name).toBeLessThan(0.01);
}, 60_000);

it("learns from at least 600 cases in eight languages, each of them once", () => {
  expect(cases.length).toBeGreaterThanOrEqual(600);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(new Set(cases.map(({ lang }) => lang)).size).toBe(8);
  for (const { id, gold, open_requests } of cases)
    expect(["new", "none", ...open_requests.map((request) => request.id)], id).toContain(gold);
});
