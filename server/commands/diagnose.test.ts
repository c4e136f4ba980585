import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { StartError } from "../start-error.ts";
import { readArguments } from "./command.ts";
import { diagnoseCommand } from "./diagnose.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../docs/sample/quayside-repairs.txt", import.meta.url));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-diagnose-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Ran = { code: number; out: string; said: string };
/** As somebody types it. */
const baton = (...words: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, "diagnose", ...words], { cwd: folder }, (error, out, said) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, said }),
    );
  });

test("the sample gives a contract, and a page with everything masked", async () => {
  const page = join(folder, "report.html");
  const whole = await baton(SAMPLE, "--json", "--mask", "--tz", "Europe/London", "--html", page);
  expect(whole.code, whole.said).toBe(0);
  const said = JSON.parse(whole.out);
  expect(said.messages).toBe(291);
  expect(said.date_order).toEqual({ order: "DMY", certainty: "proved" });
  expect(said.requests.length).toBeGreaterThan(30);
  expect(["stay", "watch"]).toContain(said.verdict);
  const written = await readFile(page, "utf8");
  expect(((await stat(page)).mode & 0o077) === 0 || process.platform === "win32").toBe(true);
  for (const name of ["Priya", "Marek", "Kwame", "Nadia", "7700", "Fixwell"]) {
    expect(whole.out.includes(name), name).toBe(false);
    expect(written.includes(name), name).toBe(false);
  }
});

/** In this process: what it would print is read, nothing is started. */
async function ran(...words: string[]): Promise<string> {
  let said = "";
  const out = vi.spyOn(process.stdout, "write").mockImplementation((...words) => {
    const done: unknown = words.at(-1);
    if (typeof done === "function") done();
    return true;
  });
  const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await diagnoseCommand.run(readArguments(diagnoseCommand, words), words);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    said += error.message;
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return said;
}

test("what is wrong is one line that says what to do", async () => {
  const notes = join(folder, "notes.txt");
  await writeFile(notes, "Milk\nEggs\n");
  expect(await ran(join(folder, "missing.txt"))).toMatch(/^There is no such file/);
  expect(await ran(notes)).toMatch(/^No WhatsApp message was found in it/);
  expect(await ran(SAMPLE, "--html", SAMPLE)).toMatch(/^--html would write over the chat itself/);
  expect(await ran(SAMPLE, "--lang", "fr")).toMatch(/^--lang is one of en, es, ar/);
  expect(await ran(SAMPLE, "--staff", "Pepe")).toMatch(/^--staff: nobody called "Pepe"/);
  expect(await ran(SAMPLE, "--html", join(folder, "no", "r.html"))).toMatch(
    /could not be written \(ENOENT\)/,
  );
});

test("dates that can be read both ways are said to be so where nobody can be asked", async () => {
  const both = join(folder, "both.txt");
  await writeFile(both, "3/4/26, 10:00 - Ana: hola, no sale agua\n3/4/26, 10:05 - Beto: ya vamos\n");
  expect(await ran(both)).toMatch(/cannot be told.*--date-order/);
  expect(await ran(both, "--date-order", "MDY")).not.toMatch(/cannot be told/);
});
