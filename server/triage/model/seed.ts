/** What every installation starts with: models learnt from our own examples in eight languages. */
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PRIORITIES, type Priority } from "../../../shared/request.ts";
import { LABELS, type Label, NO_REQUEST } from "../../../shared/trade.ts";
import { type Classifier, trainClassifier } from "./classifier.ts";
import { readRows } from "./labelled-rows.ts";

export type SeedExample = { text: string; category: Label; priority: Priority; language: string };

export type SeedModels = { category: Classifier; priority: Classifier; isRequest: Classifier };

const FOLDER = fileURLToPath(new URL("../seed/", import.meta.url));

/** In the order of the files' names, so that the models are the same on every machine. */
export async function readSeed(folder = FOLDER): Promise<SeedExample[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".csv")).sort();
  const read = files.map(async (name) => {
    const rows = readRows(await readFile(`${folder}${name}`, "utf8"), name, ["category", "priority", "text"]);
    return rows.map(({ values: [category, priority, text], line }) => ({
      text: text ?? "",
      category: oneOf(LABELS, category, `${name}, line ${line}`),
      priority: oneOf(PRIORITIES, priority, `${name}, line ${line}`),
      language: name.slice(0, -".csv".length),
    }));
  });
  return (await Promise.all(read)).flat();
}

export function trainSeedModels(examples: readonly SeedExample[]): SeedModels {
  const times = Map.groupBy(examples, ({ priority }) => priority);
  return {
    category: trainClassifier(examples.map(({ text, category }) => ({ text, label: category }))),
    // Each priority counts the same: urgent ones are few and must not drown among the ordinary.
    priority: trainClassifier(
      examples.map(({ text, category, priority }) => ({
        text: withCategory(text, category),
        label: priority,
        weight: examples.length / (PRIORITIES.length * (times.get(priority)?.length ?? 1)),
      })),
    ),
    isRequest: trainClassifier(
      examples.map(({ text, category }) => ({ text, label: category === NO_REQUEST ? "no" : "yes" })),
    ),
  };
}

/** What it is says much of how urgent it is: the category goes with the text as one more word, which nobody writes. */
export const withCategory = (text: string, category: Label): string =>
  `${text} zz${category.replaceAll("_", "")}`;

function oneOf<Known extends string>(
  known: readonly Known[],
  given: string | undefined,
  where: string,
): Known {
  const found = known.find((each) => each === given);
  if (!found) throw new Error(`server/triage/seed/${where}: "${given}" is none of ${known.join(", ")}`);
  return found;
}
