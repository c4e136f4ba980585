/** The examples that come with the program: of common trades, in eight languages, written by hand. */
import { readdir, readFile } from "node:fs/promises";
import { readLabelledRows } from "./model/labelled-rows.ts";
import type { ModelKind } from "./model-store.ts";
import type { Taught } from "./training-rules.ts";

const FOLDER = new URL("./seed/", import.meta.url);

/** `column`: which of the labels in the files. Always in the same order, so the same model comes of them. */
export async function readShippedExamples(column: ModelKind): Promise<Taught[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith(".csv")).sort();
  const examples: Taught[] = [];
  for (const name of names) {
    const csv = await readFile(new URL(name, FOLDER), "utf8");
    // The reader takes the column of this name as the label.
    const asked = csv.replace(/^[^\r\n]*/, (head) =>
      head
        .split(",")
        .map((cell) => (cell === column ? "category" : cell === "text" ? cell : `not ${cell}`))
        .join(","),
    );
    examples.push(...readLabelledRows(asked, name));
  }
  return examples;
}
