/** The shape of the source, checked on every file; then each check is shown to be able to fail. */
import { expect, test } from "vitest";
import {
  CHECKS,
  domainBorders,
  fileLength,
  fileNames,
  importDirection,
  plainTypes,
  rulesTouchNothing,
  sqlInStores,
  tableOwners,
  timeFromClock,
} from "./architecture/checks.ts";
import { readSources, takeApart } from "./architecture/source.ts";

const sources = readSources();
const files = sources.map((source) => ({ source, parts: takeApart(source) }));

test("there are files to check in every part", () => {
  for (const folder of ["server", "shared", "web", "simulator", "test"])
    expect(sources.filter(({ path }) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(5);
  const imports = files.flatMap(({ parts }) => parts.imports);
  expect(imports.filter(({ from }) => from.startsWith("shared/")).length).toBeGreaterThan(20);
  expect(files.filter(({ source }) => source.path.endsWith("store.ts")).length).toBeGreaterThan(3);
});

test.each(Object.entries(CHECKS))("%s", (_, check) => {
  expect(files.flatMap(({ source, parts }) => check(source, parts))).toEqual([]);
});

test("rules touch nothing", () => {
  expect(rulesTouchNothing(new Map(files.map(({ source, parts }) => [source.path, parts])))).toEqual([]);
});

test("whatever a file imports of ours is there", () => {
  const known = new Set(sources.map(({ path }) => path));
  const missing = files.flatMap(({ source, parts }) =>
    parts.imports
      .filter(({ from }) => /^(server|shared|simulator|test)\/.*\.tsx?$/.test(from) && !known.has(from))
      .map(({ from }) => `${source.path} → ${from}`),
  );
  expect(missing).toEqual([]);
});

const seen = (check: (typeof CHECKS)[string], path: string, text: string) => {
  const source = { path, text };
  return check(source, takeApart(source));
};

test("imports are read in all their forms, not from comments and strings", () => {
  const { imports } = takeApart({
    path: "server/people/x.ts",
    text: `import { a } from "./a.ts";
import type { B } from "../requests/b.ts";
import {
  c,
  type D,
} from '../../shared/c.ts';
import "./side.ts";
export * from "./e.ts";
export { f } from "./f.ts";
const g = await import("./g.ts");
// import { h } from "./h.ts";
/* import { i } from "./i.ts"; */
const text = \`
import { j } from "./j.ts";
\`;
const pattern = /["']/; const k = "it's"; import.meta.url;
`,
  });
  expect(imports.map(({ from }) => from.split("/").at(-1))).toEqual([
    ...["a.ts", "b.ts", "c.ts", "side.ts", "e.ts", "f.ts", "g.ts"],
  ]);
  expect(imports.filter(({ typeOnly }) => typeOnly).map(({ from }) => from)).toEqual([
    "server/requests/b.ts",
  ]);
});

test.each([
  ["web/src/x.tsx", 'import { a } from "../../server/clock.ts";'],
  ["web/src/x.tsx", 'import { readFile } from "node:fs/promises";'],
  ["shared/x.ts", 'import { a } from "../server/clock.ts";'],
  ["shared/x.ts", 'import { join } from "node:path";'],
  ["simulator/x.ts", 'import type { a } from "../shared/request.ts";'],
  ["server/x.ts", 'import { a } from "../web/src/a.ts";'],
  ["server/x.ts", 'import { a } from "../test/database.ts";'],
])("an import against the direction is found: %s, %s", (path, text) => {
  expect(seen(importDirection, path, text)).toHaveLength(1);
});

test.each([
  ["server/triage/x.ts", 'import { a } from "../requests/store.ts";'],
  ["server/triage/x.ts", 'import { a } from "../people/account-store.ts";'],
  ["server/whatsapp/x.ts", 'import { a } from "../intake/a.ts";'],
  ["server/http/x.ts", 'import { a } from "../people/sign-in.ts";'],
  ["server/db/x.ts", 'import type { a } from "../requests/commands.ts";'],
  ["server/triage/x.ts", 'import { a } from "../commands/serve.ts";'],
])("a crossed border is found: %s, %s", (path, text) => {
  expect(seen(domainBorders, path, text)).toHaveLength(1);
});

test.each([
  ["server/app.ts", 'import { a } from "./requests/store.ts";'],
  ["server/triage/x.ts", 'import { a } from "./store.ts";'],
  ["server/triage/x.ts", 'import { a } from "../requests/commands.ts";'],
  ["server/http/x.ts", 'import { a } from "../db/pool.ts";'],
])("what is allowed is let through: %s, %s", (path, text) => {
  expect(seen(domainBorders, path, text)).toEqual([]);
});

test("rules that reach a store, a package or the clock are found, directly or through another file", () => {
  const at = (path: string, text: string) => [path, takeApart({ path, text })] as const;
  const through = new Map([
    at("server/a/rules.ts", 'import { b } from "./b.ts"; import type { S } from "./store.ts";'),
    at("server/a/b.ts", 'import { c } from "./store.ts"; import { d } from "../../shared/d.ts";'),
    at(
      "server/a/move-rules.ts",
      'import { readFile } from "node:fs/promises"; import { e } from "../clock.ts";',
    ),
  ]);
  expect(rulesTouchNothing(through)).toEqual([
    "server/a/rules.ts reaches server/a/store.ts through server/a/b.ts",
    "server/a/move-rules.ts reaches node:fs/promises",
    "server/a/move-rules.ts reaches server/clock.ts",
  ]);
});

test.each([
  "const a = `\n  select id\n  from request`;",
  'db.query("insert into words (body) values ($1)")',
  "db.query('delete from session')",
  "db.query(`with x as (select 1) select * from x`)",
  "db.query(`update request set state = $1`)",
  "db.query(`select pg_notify($1, $2)`)",
])("SQL outside a store is found: %s", (text) => {
  expect(seen(sqlInStores, "server/requests/commands.ts", text)).toHaveLength(1);
  expect(seen(sqlInStores, "server/requests/board-store.ts", text)).toEqual([]);
});

test("words of a sentence are no SQL", () => {
  const text =
    'throw new UserError("bad_request", "Select a worker, then update it. Delete nothing from here.")';
  expect(seen(sqlInStores, "server/requests/commands.ts", text)).toEqual([]);
});

test.each([
  ["server/people/store.ts", "db.query(`insert into request (id) values ($1)`)"],
  ["server/people/store.ts", "db.query(`with a as (select 1) update message m set kind = $1`)"],
  ["server/people/store.ts", "db.query(`delete from nowhere`)"],
  ["server/people/store.ts", `db.query(\`insert into ${"$"}{table} (id) values ($1)\`)`],
])("a write to a table of another's, of nobody's or of any name is found: %s, %s", (path, text) => {
  expect(seen(tableOwners, path, text)).toHaveLength(1);
});

test("reading another's table, and writing one's own, is let through", () => {
  const text =
    "db.query(`insert into session (id) select id from request for update on conflict (id) do update set id = 1`)";
  expect(seen(tableOwners, "server/people/store.ts", text)).toEqual([]);
});

test.each([
  "const now = new Date();",
  "const now = Date.now() - 5;",
  "db.query(`select id from request where next_step_at < now()`)",
  'db.query("delete from session where expires_at < current_timestamp")',
])("time that is not the clock's is found: %s", (text) => {
  expect(seen(timeFromClock, "server/people/store.ts", text)).toHaveLength(1);
  expect(seen(timeFromClock, "server/people/store.test.ts", text)).toEqual([]);
});

test("a given time, and the clock's, are let through", () => {
  const text = "const a = new Date(0); const b = clock.now(); // new Date()\nconst c = 'new Date()';";
  expect(seen(timeFromClock, "server/people/sessions.ts", text)).toEqual([]);
});

test.each([
  "server/utils.ts",
  "web/src/index.tsx",
  "server/people/types.ts",
  "web/src/Board.tsx",
  "shared/a_b.ts",
])("a name that says nothing or is not kebab-case is found: %s", (path) => {
  expect(seen(fileNames, path, "")).toHaveLength(1);
});

test("a file of 301 lines is found, one of 300 is not", () => {
  expect(seen(fileLength, "server/x.ts", "a\n".repeat(301))).toHaveLength(1);
  expect(seen(fileLength, "server/x.ts", "a\n".repeat(300))).toEqual([]);
});

test.each([
  "const a: any = 1;",
  "f(a as any);",
  "const m = new Map<string, any>();",
  "enum A { B }",
  "export const enum A { B }",
])("a type that cannot be followed is found: %s", (text) => {
  expect(seen(plainTypes, "server/x.ts", text)).toHaveLength(1);
});

test("the word any in text, a method or a comment is no type", () => {
  const text = "// any\nconst a = 'x as any'; Promise.any([a]); const b = { any: 1 };";
  expect(seen(plainTypes, "server/x.ts", text)).toEqual([]);
});
