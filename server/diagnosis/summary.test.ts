import { expect, test } from "vitest";
import { makeReport } from "../../shared/diagnosis/report/report.ts";
import { REPORT_LOCALES } from "../../shared/diagnosis/report/voice.ts";
import { THRESHOLDS } from "../../shared/measures/thresholds.ts";
import { makeDiagnosis } from "../../test/made-diagnosis.ts";
import { summaryOf } from "./summary.ts";
import { columnsOf, padded, wrapped } from "./text-columns.ts";

const summary = (made: Parameters<typeof makeDiagnosis>[0] = {}) =>
  summaryOf(makeReport(makeDiagnosis(made), "en"));

test("it fits 80 columns in every language, without colour or control characters", () => {
  for (const locale of REPORT_LOCALES)
    for (const verdict of ["stay", "watch", "add_structure", "not_enough"] as const) {
      const text = summaryOf(makeReport(makeDiagnosis({ verdict, weeks: 80, requests: 200 }), locale));
      expect(text.split("\n").filter((line) => columnsOf(line) > 80)).toEqual([]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing looked for
      expect(text).not.toMatch(/\u001b|\u0007|undefined|NaN/);
    }
});

test("it says the verdict, the four signs, what to do and what could not be told", () => {
  const lines = summary().split("\n");
  expect(lines).toContain("Watch. Do not add structure yet.");
  expect(lines).toContain("  ○ stay as you are ─── ◆ watch ─── ○ add structure");
  expect(
    lines.filter((line) => /(no sign|watch|not judged)$/.test(line) && !line.startsWith(" ")),
  ).toHaveLength(4);
  expect(lines).toContain("What to do, in this order");
  expect(lines).toContain("  1. Agree who answers from 13:00 to 15:00.");
  expect(lines).toContain("  - 214 photos were not in the export.");
});

test("an interval is drawn to scale, with the lines from which the advice changes", () => {
  const { watch, act } = THRESHOLDS.reactive;
  const [plot = ""] = summary()
    .split("\n")
    .filter((line) => line.includes("●") && line.includes(`watch ${watch * 100}%`));
  const drawn = plot.trim().split(" ")[0] ?? "";
  expect(drawn).toHaveLength(41);
  expect(drawn.indexOf("●")).toBe(16);
  expect([drawn.indexOf("┆"), drawn.lastIndexOf("┆")]).toEqual([watch * 40, act * 40].map(Math.round));
});

test("a name with control characters cannot move the cursor", () => {
  const text = summary({ names: { staff: ["An\u001b[31mna", "B\nC"], clients: ["D"] } });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the very thing looked for
  expect(text).not.toMatch(/\u001b/);
  expect(text.split("\n").filter((line) => line.startsWith("C"))).toEqual([]);
});

test("columns are counted as a terminal shows them", () => {
  expect(columnsOf("abc")).toBe(3);
  expect(columnsOf("नीमा")).toBe(2);
  expect(columnsOf("漢字")).toBe(4);
  expect(padded("漢字", 6)).toBe("漢字  ");
  expect(padded("abcdef", 4)).toBe("abc…");
  expect(wrapped("aa bb cc", 6, " ")).toEqual([" aa bb", " cc"]);
});
