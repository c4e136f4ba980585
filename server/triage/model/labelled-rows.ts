/** Texts with their labels, read from CSV as spreadsheets write it (RFC 4180). Pure. */
import { StartError } from "../../start-error.ts";
import type { Example } from "./classifier.ts";

type Line = { cells: string[]; at: number };

export function readLabelledRows(csv: string, file: string): Example[] {
  return readRows(csv, file, ["text", "category"]).map(({ values: [text = "", label = ""] }) => ({
    text,
    label,
  }));
}

/**
 * The named columns of each row, none of them empty.
 * @throws StartError with the line that is wrong
 */
export function readRows(
  csv: string,
  file: string,
  columns: readonly string[],
): { values: string[]; line: number }[] {
  const [head, ...lines] = readLines(csv, file);
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const places = columns.map((column) => names.indexOf(column));
  if (places.includes(-1))
    throw new StartError(`${file} must begin with a line that names its columns: ${columns.join(",")}.`);
  const rows = lines.map(({ cells, at }) => {
    const values = places.map((place) => cells[place]?.trim() ?? "");
    if (values.includes("") || cells.length !== names.length)
      throw new StartError(
        `${file}, line ${at}: needs ${names.length} cells, with ${columns.join(" and ")}; a text with commas goes in quotes.`,
      );
    return { values, line: at };
  });
  if (rows.length === 0) throw new StartError(`${file} has no rows below its first line.`);
  return rows;
}

/** A CSV whose first line names a column "text", or else one text a line. */
export function readTexts(content: string, file: string): string[] {
  const [first = ""] = content.replace(/^\ufeff/, "").split(/\r?\n/, 1);
  const textAt = first.split(",").findIndex((name) => /^\s*"?text"?\s*$/i.test(name));
  const texts =
    textAt < 0
      ? content.replace(/^\ufeff/, "").split(/\r?\n/)
      : readLines(content, file)
          .slice(1)
          .map(({ cells }) => cells[textAt] ?? "");
  const said = texts.map((text) => text.trim()).filter((text) => text !== "");
  if (said.length === 0) throw new StartError(`${file} has no texts.`);
  return said;
}

/** Lines without anything in them are left out. */
function readLines(csv: string, file: string): Line[] {
  const text = csv.replace(/^\ufeff/, "");
  const lines: Line[] = [];
  let cells: string[] = [];
  let start = 1;
  let at = 1;
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/y;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found)
      throw new StartError(
        `${file}, line ${at}: a quotation mark is opened and not closed, or stands inside a cell without quotes.`,
      );
    const [whole, value = "", end] = found;
    cells.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    at += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ",") {
      // A comma at the very end of the file leaves one empty cell behind it.
      if (cell.lastIndex === text.length) cells.push("");
      else continue;
    }
    if (cells.length > 1 || cells[0]?.trim()) lines.push({ cells, at: start });
    cells = [];
    start = at;
  }
  return lines;
}
