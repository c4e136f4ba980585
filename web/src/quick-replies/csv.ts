/** Quick replies as a table: one line for each text, so that a spreadsheet can hold and change them. Pure. */
import type { QuickReply, QuickReplyWritten } from "../../../shared/api/quick-replies.ts";
import { csvLine } from "../../../shared/csv.ts";

const COLUMNS = ["shortcut", "title", "language", "text"] as const;

/** With a mark at the start by which spreadsheets know that it is UTF-8. */
export function toCsv(replies: readonly QuickReply[]): string {
  const lines = replies.flatMap(({ shortcut, title, texts }) =>
    texts.map(({ language, body }) => [shortcut, title, language, body]),
  );
  return `\uFEFF${[COLUMNS, ...lines].map(csvLine).join("\r\n")}\r\n`;
}

/** Lines of one shortcut are one quick reply; what cannot be read is counted and left out. */
export function fromCsv(text: string): { replies: QuickReplyWritten[]; skipped: number } {
  const [head = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, ""));
  const at = COLUMNS.map((column) => head.findIndex((cell) => cell.trim().toLowerCase() === column));
  if (at.includes(-1)) return { replies: [], skipped: lines.length };
  const found = new Map<string, QuickReplyWritten>();
  let skipped = 0;
  for (const line of lines) {
    const [shortcut = "", title = "", language = "", body = ""] = at.map((place) =>
      (line[place] ?? "").trim().replace(/^'(?=[=+\-@])/, ""),
    );
    const key = shortcut.toLowerCase();
    const isWhole = /^[^\s/]{1,40}$/.test(key) && title !== "" && body !== "";
    const tag = language.replace("_", "-");
    if (!isWhole || !/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(tag)) {
      skipped += 1;
      continue;
    }
    const reply = found.get(key) ?? { shortcut: key, title, texts: [] };
    if (reply.texts.some((each) => each.language === tag)) skipped += 1;
    else found.set(key, { ...reply, texts: [...reply.texts, { language: tag, body }] });
  }
  return { replies: [...found.values()], skipped };
}

/** Commas or semicolons, as spreadsheets of some countries write them; quotes hold line breaks. */
function cellsOf(text: string): string[][] {
  const separator = (text.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    line.push(cell);
    cell = "";
  };
  const endLine = () => {
    endCell();
    if (line.some((each) => each.trim() !== "")) lines.push(line);
    line = [];
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === separator) endCell();
    else if (letter === "\n") endLine();
    else if (letter !== "\r") cell += letter;
  }
  endLine();
  return lines;
}
