import { expect, test } from "vitest";
import { makeDiagnosis } from "../../../test/made-diagnosis.ts";
import { FEWEST_TO_TELL, THRESHOLDS } from "../../measures/thresholds.ts";
import type { Diagnosis } from "../diagnosis.ts";
import { makeReport } from "./report.ts";
import { plainText } from "./sentence.ts";
import { REPORT_LOCALES, type ReportLocale } from "./voice.ts";

const report = (made: Parameters<typeof makeDiagnosis>[0] = {}, locale: ReportLocale = "en") =>
  makeReport(makeDiagnosis(made), locale);
const why = (made: Parameters<typeof makeDiagnosis>[0], locale: ReportLocale = "en") =>
  report(made, locale).why.map(plainText);

test("what was read is one line of facts", () => {
  // The range is written with thin spaces.
  expect(report().read.map((part) => plainText(part).replace(/\s/g, " "))).toEqual([
    "Group chat",
    "31 August – 8 November 2026",
    "427 messages",
    "5 of the business",
    "120 requests found",
  ]);
});

test("each verdict has its headline and its plain reasons", () => {
  expect(report({ verdict: "stay", levels: { reactive: "quiet" } }).headline).toBe("Stay as you are.");
  expect(why({ verdict: "stay", levels: { reactive: "quiet" } })).toEqual([
    "The chat works for what passes through it.",
    "Half of the requests are finished within 38 min.",
    "Shift changes hold.",
    "Follow-up mostly comes before the client asks.",
    "Nothing much hangs on one person.",
  ]);
  const broken = { verdict: "add_structure", levels: { reactive: "act", bottleneck: "act" } } as const;
  expect(report(broken).headline).toBe("Add structure, in 2 places.");
  expect(why(broken)[1]).toBe(
    "Work waits for Baraka: 44 of 52 waits, chases and drops hang on what only Baraka holds.",
  );
  expect(why({ verdict: "not_enough", requests: 11, levels: { reactive: "quiet" } })[0]).toBe(
    "11 requests were found. With so few, a figure would be chance.",
  );
});

test("a verdict that no sign carries says what carries it", () => {
  const made = makeDiagnosis({ levels: { reactive: "quiet" } });
  expect(makeReport(made, "en").why.map(plainText)).toContain(
    "Since 5 October more requests are chased than before.",
  );
  const { reactiveFollowUp: reactive } = made.signs;
  const untold: Diagnosis = {
    ...made,
    ...{ verdict: "stay", since: null },
    signs: { ...made.signs, reactiveFollowUp: { ...reactive, told: false } },
  };
  expect(makeReport(untold, "en").why.map(plainText)).toContain("Clients asked again in 17 of 120 requests.");
});

test("one place or two, one request or many: each language counts in its own forms", () => {
  const one = { verdict: "add_structure", levels: { reactive: "act" } } as const;
  const two = { verdict: "add_structure", levels: { reactive: "act", bottleneck: "act" } } as const;
  const heads = (locale: ReportLocale) => [report(one, locale).headline, report(two, locale).headline];
  expect(heads("en")).toEqual(["Add structure, in one place.", "Add structure, in 2 places."]);
  expect(heads("es")).toEqual(["Añadir estructura, en un punto.", "Añadir estructura, en 2 puntos."]);
  expect(heads("ar")).toEqual(["أضيفوا تنظيمًا في موضع واحد.", "أضيفوا تنظيمًا في موضعين."]);
  const found = [1, 2, 3, 11, 100].map((requests) =>
    plainText(report({ requests, verdict: "not_enough" }, "ar").read.at(-1) ?? []),
  );
  expect(found).toEqual(["طلب واحد", "طلبان", "٣ طلبات", "١١ طلبًا", "١٠٠ طلب"]);
});

test("a sign has its figure, interval, lines and the requests behind it", () => {
  const reactive = report().signs.find(({ key }) => key === "reactive");
  expect(reactive).toMatchObject({
    figure: "41%",
    interval: "34% to 49%",
    judgement: "watch",
    chip: "watch",
  });
  const { watch, act } = THRESHOLDS.reactive;
  expect(reactive?.plot?.label).toBe(
    `41%, between 34% and 49%. Watch from ${watch * 100}%, act from ${act * 100}%.`,
  );
  expect(reactive?.behind?.label).toBe("17 requests behind this");
  expect(reactive?.behind?.list.rows[0]).toMatchObject({ chased: "chased 1×" });
  const marks = reactive?.behind?.list.rows[0]?.lines.map(({ mark }) => mark?.kind ?? null);
  expect(marks).toContain("chase");
});

test("what cannot be told has no figure, and says what is missing", () => {
  const shift = report({ verdict: "not_enough" }).signs[0];
  expect(shift).toMatchObject({ figure: null, plot: null, judgement: "untold" });
  expect(shift?.notes.map(plainText)).toEqual([
    `94 requests were open at a change of shift. It takes ${FEWEST_TO_TELL} to tell.`,
  ]);
});

test("a chat where all work alike, or one alone, is not called faulty for it", () => {
  const made = makeDiagnosis();
  const { contextDroppedAtShift: shift, bottleneck } = made.signs;
  const alone: Diagnosis = {
    ...made,
    shifts: { ...made.shifts, boundaries: [] },
    signs: {
      ...made.signs,
      contextDroppedAtShift: { ...shift, told: false, dropped: { ...shift.dropped, part: 0, of: 0 } },
      bottleneck: { ...bottleneck, told: false, shares: bottleneck.shares.slice(0, 1) },
    },
  };
  const notes = makeReport(alone, "en").signs.map(({ notes }) => notes.map(plainText).join(" "));
  expect(notes[0]).toBe("No change of shift was found: all seem to work the same hours.");
  expect(notes[3]).toBe("One person answers everything: there is nobody to share with, and no sign in that.");
});

test("the example is a chased request where clients chase, and a usual one where all is well", () => {
  expect(report().example?.heading).toMatch(/^One that was chased, /);
  expect(report().example?.lines.some(({ mark }) => mark?.kind === "chase")).toBe(true);
  const usual = report({ verdict: "stay", levels: { reactive: "quiet" } }).example;
  expect(usual?.heading).toMatch(/^One as it usually goes, /);
  expect(usual?.lines.some(({ mark }) => mark?.kind === "chase")).toBe(false);
});

test("the week drawn is the one with most chases, its bars within their hours", () => {
  const { days } = report();
  const bars = days?.days.flatMap((day) => day.bars) ?? [];
  expect(bars.length).toBeGreaterThan(5);
  for (const { from, to, chases } of bars)
    for (const at of [from, to, ...chases]) {
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(1);
    }
  expect(days?.days.slice(0, 5).every(({ edges }) => edges.length === 1)).toBe(true);
  expect(days?.days.slice(5).every(({ edges }) => edges.length === 0)).toBe(true);
});

test("long lists say how many they leave out", () => {
  const { requests } = report({ requests: 420, weeks: 20 });
  expect(requests.rows).toHaveLength(300);
  expect(requests.more).toBe("120 more are not shown here. The figures count them.");
});

test("no sentence of any language holds a place that nothing fills", () => {
  for (const locale of REPORT_LOCALES)
    for (const verdict of ["stay", "watch", "add_structure", "not_enough"] as const)
      for (const level of ["quiet", "watch", "act"] as const) {
        const made = report(
          { verdict, levels: { shift: level, reactive: level, bottleneck: level } },
          locale,
        );
        const { voice: _voice, ...said } = made;
        expect(JSON.stringify(said)).not.toMatch(/\{\w+\}|undefined|NaN/);
      }
});

test("each thing that could not be told and each advice has a sentence with its figures", () => {
  const made = makeDiagnosis();
  const told = makeReport(
    {
      ...made,
      advice: [{ kind: "hand_over_open_requests", boundaries: [780, 2220, 1260] }],
      notTold: [
        { kind: "calls", count: 1 },
        { kind: "language", share: 0.12 },
        { kind: "role_unsure", people: [3, 4] },
        { kind: "date_order", certainty: "ambiguous" },
        { kind: "unreadable", count: 2 },
      ],
    },
    "en",
  );
  expect(told.advice.map(plainText)).toEqual([
    "At 13:00 and 21:00, say what is open and who takes it, before anybody leaves.",
  ]);
  expect(told.notTold.map(plainText)).toEqual([
    "1 call: no word of what was said.",
    "12% of the messages are in a language not yet known here; they were read by their times alone.",
    "Not sure on which side: Zawadi and Mzee Ali.",
    "Whether day or month comes first in a date could not be told. It was read as day, month, year.",
    "2 lines of the file could not be read; they are kept and counted.",
    "Phone calls and talk face to face leave no trace in a chat.",
  ]);
});
