import { expect, test } from "vitest";
import { emptyWeights } from "./act-scores.ts";
import { packActs, unpackActs } from "./pack-acts.ts";

test("weights come back nearly as they were packed", () => {
  const weights = emptyWeights();
  for (const table of Object.values(weights))
    for (let at = 0; at < table.length; at += 3) table[at] = ((at % 15) - 7) / 7;
  const back = unpackActs(packActs(weights));
  for (const name of ["words", "voiced", "texts", "contexts", "second"] as const)
    weights[name].forEach((weight, at) => {
      if (Math.abs(weight - (back[name][at] ?? 9)) > 0.08) throw new Error(`${name} ${at}`);
    });
});

test("weights of another shape are refused", () => {
  const packed = packActs(emptyWeights());
  expect(() => unpackActs({ ...packed, texts: { scale: 1, bytes: btoa("short") } })).toThrow(
    "5 bytes of weights",
  );
});
