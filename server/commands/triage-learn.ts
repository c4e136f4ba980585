/** Measures the text learner: trained from nothing on one file, asked about another. */
import { readFile } from "node:fs/promises";
import { StartError } from "../start-error.ts";
import {
  type Classifier,
  classify,
  type Example,
  novelty,
  trainClassifier,
} from "../triage/model/classifier.ts";
import { readLabelledRows, readTexts } from "../triage/model/labelled-rows.ts";
import { accuracyOf, drawPerLabel, macroFOf, rejectionAt } from "../triage/model/measure.ts";
import { type Arguments, type Command, print, required } from "./command.ts";

const KEPT = 0.95;

export const triageLearnCommand: Command = {
  name: "triage learn",
  help: "Train the text learner from nothing on one CSV (text,category), measure it on another",
  options: {
    train: { type: "string", placeholder: "FILE", help: "rows to learn from: CSV with a line text,category" },
    test: { type: "string", placeholder: "FILE", help: "rows to be asked about, of the same form" },
    "per-class": {
      type: "string",
      placeholder: "N",
      help: "learn from so many of each category (default: all)",
    },
    seed: { type: "string", placeholder: "S", help: "which ones are drawn (default: 1)" },
    oos: {
      type: "string",
      placeholder: "FILE",
      help: "texts that belong to none: CSV with a column text, or one a line; measures rejection with 95 % kept",
    },
  },
  async run(args) {
    const trainFile = required(args, "train", "a CSV to learn from, with a first line text,category");
    const testFile = required(args, "test", "a CSV to be asked about, with a first line text,category");
    const perClass = wholeNumber(args, "per-class", 1);
    const seed = wholeNumber(args, "seed", 0) ?? 1;
    const all = readLabelledRows(await contentOf(trainFile), trainFile);
    const test = readLabelledRows(await contentOf(testFile), testFile);
    const oosFile = args.options.oos;
    const strange = typeof oosFile === "string" ? readTexts(await contentOf(oosFile), oosFile) : null;
    const examples = perClass === null ? all : drawPerLabel(all, perClass, seed);
    if (new Set(examples.map(({ label }) => label)).size < 2)
      throw new StartError(`${trainFile} has one category only: there is nothing to tell apart.`);

    progress(`Learning from ${examples.length} of ${all.length} rows ...`);
    const began = performance.now();
    const before = process.cpuUsage();
    const model = trainClassifier(examples, { seed });
    const seconds = (performance.now() - began) / 1000;
    const spent = process.cpuUsage(before);
    progress(`Asking about ${test.length} rows ...`);
    const report = {
      ...measure(model, test, strange),
      train_n: examples.length,
      seconds_to_train: round(seconds, 2),
      /** What it takes on a machine with nothing else to do. */
      cpu_seconds_to_train: round((spent.user + spent.system) / 1_000_000, 2),
      per_class: perClass,
      seed,
    };
    print(args.json ? JSON.stringify(report) : inWords(report));
    return 0;
  },
};

type Measured = ReturnType<typeof measure>;

function measure(model: Classifier, test: readonly Example[], strange: readonly string[] | null) {
  const took: number[] = [];
  const novelties: number[] = [];
  const answers = test.map(({ text, label }) => {
    const began = performance.now();
    const said = classify(model, text)[0]?.label ?? "";
    novelties.push(novelty(model, text));
    took.push(performance.now() - began);
    return { label, said };
  });
  took.sort((one, other) => one - other);
  const rejection =
    strange &&
    rejectionAt(
      novelties,
      strange.map((text) => novelty(model, text)),
      KEPT,
    );
  return {
    accuracy: round(accuracyOf(answers), 4),
    macro_f1: round(macroFOf(answers), 4),
    n: test.length,
    classes: model.labels.length,
    /** Rows whose category was not in what was learnt from: they can only be wrong. */
    unknown_category_n: test.filter(({ label }) => !model.labels.includes(label)).length,
    ms_per_suggestion: round(took.reduce((sum, ms) => sum + ms, 0) / took.length, 3),
    ms_per_suggestion_p95: round(took[Math.floor(took.length * 0.95)] ?? 0, 3),
    ...(rejection && {
      oos_n: strange?.length ?? 0,
      oos_recall: round(rejection.recall, 4),
      in_scope_kept: round(rejection.kept, 4),
    }),
  };
}

function inWords(
  report: Measured & { train_n: number; seconds_to_train: number; cpu_seconds_to_train: number },
): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const lines = [
    `accuracy          ${percent(report.accuracy)}   macro-F ${percent(report.macro_f1)}   n ${report.n}   categories ${report.classes}`,
    `training          ${report.seconds_to_train} s (processor ${report.cpu_seconds_to_train} s) on ${report.train_n} rows`,
    `one suggestion    ${report.ms_per_suggestion} ms, 95 % within ${report.ms_per_suggestion_p95} ms`,
  ];
  if (report.oos_recall !== undefined)
    lines.push(
      `out of scope      ${percent(report.oos_recall)} of ${report.oos_n} rejected, with ${percent(report.in_scope_kept ?? 0)} of the test's rows kept`,
    );
  if (report.unknown_category_n > 0)
    lines.push(`${report.unknown_category_n} rows have a category that was not learnt.`);
  return lines.join("\n");
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new StartError(`${file} cannot be read: is the path right?`);
  }
}

function wholeNumber(args: Arguments, name: string, least: number): number | null {
  const given = args.options[name];
  if (given === undefined) return null;
  const number = typeof given === "string" && /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (!(number >= least)) throw new StartError(`--${name} must be a whole number of at least ${least}.`);
  return number;
}

const round = (number: number, digits: number): number => Number(number.toFixed(digits));

/** Beside the figures, so that these stay readable by programs. */
const progress = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
