/** The rules of STYLE.md and ARCHITECTURE.md that a machine can check. Each gives what is wrong with a file, in words. */
import { posix } from "node:path";
import { isTest, type Parts, type Source } from "./source.ts";
import { MAY_HOLD_SQL, MAY_WRITE, OWNER_OF } from "./tables.ts";

export type Check = (source: Source, parts: Parts) => string[];

const areaOf = (path: string): string => path.split("/")[0] ?? "";
/** `people` for server/people/x.ts; empty for server/clock.ts and everything outside. */
const folderOf = (path: string): string => /^server\/([^/]+)\/.+/.exec(path)?.[1] ?? "";
const isOurs = (from: string): boolean => /^(server|shared|web|simulator|bench|test|scripts)\//.test(from);

const MAY_IMPORT: Record<string, string[]> = {
  web: ["web", "shared"],
  server: ["server", "shared"],
  shared: ["shared"],
  simulator: ["simulator"],
};

/** Each part of the product may know only what lies under it. */
export const importDirection: Check = ({ path }, { imports }) => {
  const allowed = MAY_IMPORT[areaOf(path)];
  if (!allowed) return [];
  const areas = isTest(path)
    ? [...allowed, "test", ...(areaOf(path) === "simulator" ? ["shared"] : [])]
    : allowed;
  const problems = imports
    .filter(({ from }) => isOurs(from) && !areas.includes(areaOf(from)))
    .map(({ from }) => `${path} imports ${from}`);
  const runsInBrowsers =
    ["shared", "web"].includes(areaOf(path)) && !isTest(path) && !path.includes("vite.config");
  if (runsInBrowsers)
    for (const { from } of imports)
      if (from.startsWith("node:")) problems.push(`${path} runs in browsers and imports ${from}`);
  return problems;
};

/** Folders that serve all domains and so know none. */
const SERVES_ALL = new Set(["db", "http", "live", "jobs", "whatsapp"]);
const KNOWS_NO_DOMAIN = new Set(["db", "http", "whatsapp"]);
const WIRES = /^server\/(app|main)\.ts$|^server\/commands\//;

/** Domains call each other's verbs, never each other's SQL; what serves all of them knows none. */
export const domainBorders: Check = ({ path }, { imports }) => {
  if (areaOf(path) !== "server" || isTest(path) || WIRES.test(path)) return [];
  const folder = folderOf(path);
  return imports.flatMap(({ from }) => {
    const other = folderOf(from);
    if (!other || other === folder) return [];
    if (/(^|[/-])store\.ts$/.test(from) && !SERVES_ALL.has(other))
      return [`${path} imports ${from}, another's store`];
    if (KNOWS_NO_DOMAIN.has(folder) && !SERVES_ALL.has(other)) return [`${path} imports the domain ${other}`];
    if (folder === "whatsapp" && other !== "db")
      return [`${path} imports ${from}: the platform stands alone`];
    if (other === "commands") return [`${path} imports the command line`];
    return [];
  });
};

const isRules = (path: string): boolean => /^server\/.*(^|[/-])rules\.ts$/.test(path);

/**
 * Rules decide and touch nothing: whatever they import as a value imports, all the way down, nothing but shared
 * code and files of the same kind. Types may come from anywhere.
 */
export function rulesTouchNothing(files: ReadonlyMap<string, Parts>): string[] {
  const problems: string[] = [];
  for (const path of files.keys()) {
    if (!isRules(path) || isTest(path)) continue;
    const seen = new Set<string>();
    const visit = (at: string) => {
      if (seen.has(at)) return;
      seen.add(at);
      for (const { from, typeOnly } of files.get(at)?.imports ?? []) {
        if (typeOnly || from.startsWith("shared/")) continue;
        const touches = !isOurs(from) || /(^|[/-])store\.ts$|\/(clock|log|system)\.ts$/.test(from);
        if (touches) problems.push(`${path} reaches ${from}${at === path ? "" : ` through ${at}`}`);
        else visit(from);
      }
    };
    visit(path);
  }
  return problems;
}

/** In small or in capital letters; a sentence begins with one capital. */
const SQL = [
  /^\s*(select|SELECT|with\s+\w+|WITH\s+\w+)\b[\s\S]*(\bfrom\b|\bFROM\b|\()/,
  /\b(insert\s+into|INSERT\s+INTO|delete\s+from|DELETE\s+FROM)\s+[\w?."]+/,
  /\b(update|UPDATE)\s+[\w?."]+\s+(as\s+)?(\w+\s+)?(set|SET)\b/,
];
const mayHoldSql = (path: string): boolean =>
  /(^|[/-])store\.ts$/.test(path) || /^server\/(db|jobs)\//.test(path) || path in MAY_HOLD_SQL;

/** SQL is found where one looks for it. */
export const sqlInStores: Check = ({ path }, { strings }) => {
  if (areaOf(path) !== "server" || isTest(path) || mayHoldSql(path)) return [];
  return strings
    .filter((text) => SQL.some((pattern) => pattern.test(text)))
    .map((text) => `${path} holds SQL outside a store: ${text.trim().slice(0, 40)}`);
};

const WRITES = [
  /\binsert\s+into\s+([\w?."]+)/gi,
  /\bupdate\s+(?:only\s+)?([\w?."]+)\s+(?:as\s+)?(?:\w+\s+)?set\b/gi,
  /\bdelete\s+from\s+(?:only\s+)?([\w?."]+)/gi,
  /\b(?:truncate|merge\s+into)\s+(?:table\s+)?([\w?."]+)/gi,
];

/** Each table is written by one domain, so that its rules have one place. */
export const tableOwners: Check = ({ path }, { strings }) => {
  if (areaOf(path) !== "server" || isTest(path) || path in MAY_WRITE || folderOf(path) === "db") return [];
  return strings.flatMap((text) =>
    WRITES.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(([, name = ""]) => {
        // "on conflict do update set": the word after update is no table.
        if (name === "set" || name.startsWith("graphile_worker.")) return [];
        const owner = OWNER_OF[name];
        if (!owner) return [`${path} writes ${name}, which no domain owns (test/architecture/tables.ts)`];
        return owner === folderOf(path) ? [] : [`${path} writes ${name}, which is ${owner}'s`];
      }),
    ),
  );
};

/** Asking the machine for the time, and why. */
const MAY_ASK_TIME: Record<string, string> = {
  "server/clock.ts": "the clock itself",
  "server/jobs/add.ts": "a job without a time runs by graphile-worker's own clock",
  "server/conversations/pace-store.ts":
    "a second on the wire is a real one, told by the one clock that all processes share",
};
const TIME_IN_CODE = /\bnew Date\(\s*\)|\bDate\.now\(|\bDate\(\s*\)/;
const TIME_IN_SQL = /\b(now|clock_timestamp|statement_timestamp)\(\)|\bcurrent_(timestamp|date|time)\b/i;

/** Stories move the clock; whatever asks the machine instead cannot be moved. */
export const timeFromClock: Check = ({ path }, { code, strings }) => {
  if (areaOf(path) !== "server" || isTest(path) || path in MAY_ASK_TIME) return [];
  const problems = TIME_IN_CODE.test(code) ? [`${path} asks the machine for the time`] : [];
  const inSql = strings.some((text) => SQL.some((sql) => sql.test(text)) && TIME_IN_SQL.test(text));
  return inSql ? [...problems, `${path} asks the database for the time`] : problems;
};

const FORBIDDEN_NAME = /^(utils?|helpers?|common|types?|constants?|index|misc|shared)$/;

/** A name says what is in it. */
export const fileNames: Check = ({ path }) => {
  const name = posix.basename(path).replace(/\.(ts|tsx|mjs)$/, "");
  if (FORBIDDEN_NAME.test(name)) return [`${path}: "${name}" does not say what is in it`];
  return /^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name) ? [] : [`${path}: file names are kebab-case`];
};

const MOST_LINES = 300;
/** Longer files, and why they are one subject. */
const MAY_BE_LONG: Record<string, string> = {};

export const fileLength: Check = ({ path, text }) => {
  const lines = text.trimEnd().split("\n").length;
  return lines <= MOST_LINES || path in MAY_BE_LONG ? [] : [`${path} has ${lines} lines`];
};

/** What the type checker cannot follow, and what type stripping cannot run. */
export const plainTypes: Check = ({ path }, { code }) => {
  const problems: string[] = [];
  if (/(:|<|\bas|\||&|,)\s*any\b(?!\s*[(:.])/.test(code)) problems.push(`${path} uses any`);
  if (/^\s*(export\s+)?(declare\s+)?(const\s+)?enum\s+\w/m.test(code)) problems.push(`${path} has an enum`);
  return problems;
};

export const CHECKS: Record<string, Check> = {
  "imports go one way": importDirection,
  "domains keep to their borders": domainBorders,
  "SQL is in stores": sqlInStores,
  "each table is written by its owner": tableOwners,
  "time comes from the clock": timeFromClock,
  "file names say what is in them": fileNames,
  "files have at most 300 lines": fileLength,
  "no any and no enum": plainTypes,
};
