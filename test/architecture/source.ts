/** Source files taken apart just enough to check them: imports, strings, and code without either. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export type Source = { path: string; text: string };

export type Parts = {
  /** Comments and what stands in strings and patterns blanked; line breaks kept. */
  code: string;
  /** What stands in strings; an inserted value is a question mark. */
  strings: string[];
  imports: Import[];
};
export type Import = { from: string; typeOnly: boolean };

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["server", "shared", "web", "simulator", "bench", "test", "scripts"];
const SKIP = new Set(["node_modules", "dist", "data", "test-output", "results"]);

export function readSources(root = ROOT): Source[] {
  const found: Source[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !SKIP.has(entry.name)) walk(path);
      else if (/\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
        found.push({ path, text: readFileSync(join(root, path), "utf8") });
    }
  };
  for (const folder of FOLDERS) walk(folder);
  return found;
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith("test/");

export function takeApart({ path, text }: Source): Parts {
  const { code, strings, withoutComments } = scan(text);
  return { code, strings, imports: importsOf(path, withoutComments, code) };
}

/** Paths of files as seen from the root; packages by name. */
function importsOf(path: string, text: string, code: string): Import[] {
  const imports: Import[] = [];
  const statement = /(?:^|;)[ \t]*(?:import|export)\b[^"'`;=()]*?(?:\bfrom\s*)?(?=["'])["']([^"']+)["']/gm;
  for (const match of text.matchAll(statement)) {
    // A match inside a string is no import: there its letters are blanked in `code`.
    if (!/import|export/.test(code.slice(match.index, match.index + match[0].length))) continue;
    const typeOnly = /^[;\s]*(import|export)\s+type\b/.test(match[0]);
    imports.push({ from: resolve(path, match[1] ?? ""), typeOnly });
  }
  for (const match of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g))
    if (code.startsWith("import(", match.index))
      imports.push({ from: resolve(path, match[1] ?? ""), typeOnly: false });
  return imports;
}

const resolve = (path: string, from: string): string =>
  from.startsWith(".") ? posix.normalize(posix.join(posix.dirname(path), from)) : from;

type Scanned = { code: string; strings: string[]; withoutComments: string };

/** One pass over the letters. `code` and `withoutComments` are as long as the text, so places can be compared. */
function scan(text: string): Scanned {
  const code = [...text].length === text.length ? text.split("") : Array.from(text, (letter) => letter);
  const letters = code.slice();
  const withoutComments = code.slice();
  const strings: string[] = [];
  const blank = (list: string[], from: number, to: number) => {
    for (let i = from; i < to && i < list.length; i++) if (list[i] !== "\n") list[i] = " ";
  };
  const endOf = (from: number, what: string): number => {
    for (let i = from; i < letters.length; i++)
      if (letters.slice(i, i + what.length).join("") === what) return i;
    return letters.length;
  };
  let before = "";
  let at = 0;
  while (at < letters.length) {
    const letter = letters[at] ?? "";
    const next = letters[at + 1] ?? "";
    if (letter === "/" && (next === "/" || next === "*")) {
      const end = next === "/" ? endOf(at, "\n") : endOf(at + 2, "*/") + 2;
      blank(code, at, end);
      blank(withoutComments, at, end);
      at = end;
    } else if (letter === '"' || letter === "'" || letter === "`") {
      const end = endOfString(letters, at);
      strings.push(textOf(letters.slice(at + 1, end - 1).join("")));
      blank(code, at + 1, end - 1);
      before = letter;
      at = end;
    } else if (letter === "/" && startsPattern(before)) {
      const end = endOfPattern(letters, at);
      blank(code, at + 1, end - 1);
      before = "/";
      at = end;
    } else {
      if (letter.trim() !== "") before = /\w/.test(letter) ? `${before}${letter}`.slice(-6) : letter;
      at++;
    }
  }
  return { code: code.join(""), strings, withoutComments: withoutComments.join("") };
}

/** A slash after a value divides; anywhere else it begins a pattern. */
const startsPattern = (before: string): boolean =>
  before === "" || /[(,=:[!&|?{};+>]$/.test(before) || before.endsWith("return");

function endOfString(letters: readonly string[], from: number): number {
  const quote = letters[from];
  let at = from + 1;
  while (at < letters.length) {
    const letter = letters[at];
    if (letter === "\\") at += 2;
    else if (letter === quote) return at + 1;
    else if (quote === "`" && letter === "$" && letters[at + 1] === "{") at = endOfInsert(letters, at + 2);
    else at++;
  }
  return letters.length;
}

function endOfInsert(letters: readonly string[], from: number): number {
  let depth = 1;
  let at = from;
  while (at < letters.length) {
    const letter = letters[at];
    if (letter === '"' || letter === "'" || letter === "`") at = endOfString(letters, at);
    else {
      if (letter === "{") depth++;
      if (letter === "}" && --depth === 0) return at + 1;
      at++;
    }
  }
  return letters.length;
}

function endOfPattern(letters: readonly string[], from: number): number {
  let inClass = false;
  for (let at = from + 1; at < letters.length; at++) {
    const letter = letters[at];
    if (letter === "\\") at++;
    else if (letter === "[") inClass = true;
    else if (letter === "]") inClass = false;
    else if (letter === "\n") return from + 1;
    else if (letter === "/" && !inClass) return at + 1;
  }
  return letters.length;
}

/** Inserted values as question marks; inserts within inserts go with the outer one. */
function textOf(raw: string): string {
  let value = "";
  let at = 0;
  const letters = [...raw];
  while (at < letters.length) {
    if (letters[at] === "$" && letters[at + 1] === "{") {
      value += "?";
      at = endOfInsert(letters, at + 2);
    } else value += letters[at++];
  }
  return value;
}
