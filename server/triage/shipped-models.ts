/**
 * What is known before anybody here has decided anything: made of the shipped examples, which takes some seconds of a
 * thread, and kept beside the installed packages for the next start. Made again when examples or learner change.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { train } from "./training.ts";

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/baton/", import.meta.url));
const SOURCES = ["./seed/", "./model/"].map((name) => fileURLToPath(new URL(name, import.meta.url)));
const WORKER = fileURLToPath(new URL("./training-worker.ts", import.meta.url));

/** Who gets what nobody can know before. */
type ShippedKind = "category" | "priority";
const made = new Map<ShippedKind, Promise<Buffer>>();

export function readShippedModel(kind: ShippedKind): Promise<Buffer> {
  const known = made.get(kind) ?? readOrMake(kind);
  made.set(kind, known);
  // Another try when it is asked for next.
  known.catch(() => made.delete(kind));
  return known;
}

async function readOrMake(kind: ShippedKind): Promise<Buffer> {
  const file = `${FOLDER}shipped-${kind}-${await digestOfSources()}.model`;
  const kept = await readFile(file).catch(() => null);
  if (kept) return kept;
  const { bytes } = await train(kind, []);
  // Where nothing may be written it is made at each start.
  await keep(file, bytes).catch(() => {});
  return bytes;
}

async function digestOfSources(): Promise<string> {
  const hash = createHash("sha256");
  const files = [WORKER];
  for (const folder of SOURCES)
    for (const name of (await readdir(folder)).sort())
      if (/(?<!\.test)\.(ts|csv|json)$/.test(name)) files.push(`${folder}${name}`);
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 16);
}

async function keep(file: string, bytes: Buffer): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, bytes);
  await rename(partial, file);
}
