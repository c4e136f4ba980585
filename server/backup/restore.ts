/**
 * A backup into an empty database: all of it in one transaction, or nothing. It is also the way from the embedded
 * PostgreSQL up to a server.
 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import type { z } from "zod";
import { openMediaFiles } from "../conversations/media-files.ts";
import { doubtQueued } from "../conversations/send-ends.ts";
import { appliedNames } from "../db/migrate.ts";
import type { Database } from "../db/pool.ts";
import { endAllSessions } from "../people/sessions.ts";
import { StartError } from "../start-error.ts";
import { type CopyingIn, copyIn } from "./copy.ts";
import { FORMAT, HEAD_NAME, Head, KEY_NAME, MANIFEST_NAME, Manifest } from "./manifest.ts";
import { onClient } from "./on-client.ts";
import {
  copyInStatement,
  countRunningParts,
  emptyTables,
  listFilled,
  listTables,
  makeParts,
  setSequence,
} from "./store.ts";
import { Damaged, type Entry, readEntries } from "./tar.ts";

export type RestorePlace = { db: Database; dataFolder: string; keyInEnvironment: boolean; now: Date };

export type RestoreReport = {
  createdAt: string;
  rows: number;
  media: Manifest["media"];
  /** The sealed secrets need the BATON_SECRET_KEY of then. */
  needsKey: boolean;
  /** Replies that waited to be sent at the time: perhaps they were, so a person decides. */
  doubtful: number;
};

/** @throws StartError that says why not; then nothing was changed */
export async function restore(place: RestorePlace, file: string): Promise<RestoreReport> {
  const client = await place.db.pool.connect();
  let isBroken = true;
  const undo: (() => Promise<void>)[] = [];
  try {
    await client.query("begin");
    const report = await restoreInto(place, client, file, undo);
    await client.query("commit");
    isBroken = false;
    return report;
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw inWords(error, file);
  } finally {
    // A broken connection takes its transaction with it.
    client.release(isBroken);
  }
}

type Restoring = {
  place: RestorePlace;
  client: pg.PoolClient;
  head: Head;
  open: { name: string; copying: CopyingIn } | null;
  tables: Map<string, { hash: Hash; rows: number }>;
  media: { files: number; bytes: number };
  key: Buffer | null;
};

async function restoreInto(
  place: RestorePlace,
  client: pg.PoolClient,
  file: string,
  undo: (() => Promise<void>)[],
): Promise<RestoreReport> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  source.on("error", (error) => unpacked.destroy(error));
  const entries = readEntries(source.pipe(unpacked));
  try {
    const head = await readHead(entries);
    await checkTarget(place, client, head);
    await emptyTables(onClient(client), head.tables);
    await makeParts(onClient(client), head.tables);
    await client.query("set constraints all deferred");
    const tables = new Map(head.tables.map(({ name }) => [name, { hash: createHash("sha256"), rows: 0 }]));
    const restoring: Restoring = {
      ...{ place, client, head, tables },
      ...{ open: null, key: null, media: { files: 0, bytes: 0 } },
    };
    const manifest = await takeEntries(restoring, entries);
    compare(restoring, manifest);
    for (const [name, { last, isUsed }] of Object.entries(manifest.sequences))
      await setSequence(onClient(client), name, last, isUsed);
    // A copy of an earlier moment must not send what was sent since (law 7), nor open doors that were shut since.
    const doubtful = await doubtQueued(onClient(client), place.now);
    await endAllSessions(onClient(client));
    if (restoring.key && !place.keyInEnvironment) await putKey(place.dataFolder, restoring.key, undo);
    return {
      createdAt: head.createdAt,
      rows: [...tables.values()].reduce((sum, { rows }) => sum + rows, 0),
      media: manifest.media,
      doubtful,
      needsKey:
        manifest.secretKey === "environment" || (manifest.secretKey === "file" && place.keyInEnvironment),
    };
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

async function readHead(entries: AsyncGenerator<Entry>): Promise<Head> {
  const first = await entries.next();
  if (first.done || first.value.name !== HEAD_NAME) throw new Damaged("it begins with something else");
  const raw: unknown = JSON.parse(await textOf(first.value));
  const format = raw && typeof raw === "object" && "format" in raw ? raw.format : null;
  if (typeof format === "number" && format > FORMAT)
    throw new StartError("This backup was made by a newer Baton. Restore it with that version.");
  return parse(Head, raw);
}

const textOf = async (entry: Entry): Promise<string> => (await buffer(entry.body)).toString("utf8");

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Damaged("what it says of itself is not whole");
  return parsed.data;
}

/** The same schema, nothing in it, and nobody working on it. */
async function checkTarget({ db }: RestorePlace, client: pg.PoolClient, head: Head): Promise<void> {
  const here = await appliedNames(db.pool);
  const missing = head.migrations.filter((name) => !here.includes(name));
  if (missing.length > 0)
    throw new StartError(
      `This backup was made by a newer Baton (${head.program}). Restore it with that version.`,
    );
  if (here.length !== head.migrations.length)
    throw new StartError(
      `This backup was made by an older Baton (${head.program}). Restore it with that version, then start this one on it.`,
    );
  const tables = await listTables(onClient(client));
  const shape = (list: Head["tables"]) =>
    JSON.stringify(list.map(({ name, columns }) => [name, columns]).sort());
  if (shape(tables) !== shape(head.tables)) throw new Damaged("its tables are not those of its version");
  if ((await countRunningParts(onClient(client))) > 0)
    throw new StartError("Baton is running on this database. Stop it, then restore.");
  const filled = await listFilled(onClient(client), tables);
  if (filled.length > 0)
    throw new StartError(
      `This database is not empty (${filled.slice(0, 3).join(", ")}). Restore into a new one: another BATON_DATA or DATABASE_URL.`,
    );
}

async function takeEntries(restoring: Restoring, entries: AsyncGenerator<Entry>): Promise<Manifest> {
  let manifest: Manifest | null = null;
  for await (const entry of entries) {
    const [kind = "", name = ""] = entry.name.split("/");
    if (kind !== "tables") await endTable(restoring);
    if (kind === "tables") await takeRows(restoring, name, entry);
    else if (kind === "media") await takeMedia(restoring, name, entry);
    else if (entry.name === KEY_NAME) restoring.key = await buffer(entry.body);
    else if (entry.name === MANIFEST_NAME) manifest = parse(Manifest, JSON.parse(await textOf(entry)));
    else throw new Damaged(`it holds something unknown`);
  }
  if (!manifest) throw new Damaged("its last part is missing");
  return manifest;
}

async function takeRows(restoring: Restoring, name: string, entry: Entry): Promise<void> {
  const table = restoring.head.tables.find((one) => one.name === name);
  const seen = restoring.tables.get(name);
  if (!table || !seen) throw new Damaged("it holds a table that it does not name");
  if (restoring.open?.name !== name) {
    await endTable(restoring);
    restoring.open = { name, copying: copyIn(restoring.client, copyInStatement(table)) };
  }
  for await (const block of entry.body) {
    seen.hash.update(block);
    await restoring.open.copying.write(block);
  }
}

async function endTable(restoring: Restoring): Promise<void> {
  const { open } = restoring;
  if (!open) return;
  restoring.open = null;
  const seen = restoring.tables.get(open.name);
  if (seen) seen.rows += await open.copying.end();
}

async function takeMedia({ place, media }: Restoring, name: string, entry: Entry): Promise<void> {
  const kept = await openMediaFiles(place.dataFolder).put(entry.body, {
    mostBytes: entry.size,
    sha256: name,
  });
  if (kept.kind !== "kept") throw new Damaged("a photo or voice note is not what it was");
  media.files++;
  media.bytes += kept.bytes;
}

function compare({ tables, media }: Restoring, manifest: Manifest): void {
  for (const [name, { hash, rows }] of tables) {
    const said = manifest.tables[name];
    if (said?.rows !== rows || said.sha256 !== hash.digest("hex"))
      throw new Damaged(`the rows of ${name} are not those that were saved`);
  }
  if (media.files !== manifest.media.files || media.bytes !== manifest.media.bytes)
    throw new Damaged("media are missing");
}

/** The key made at this place's start sealed nothing yet, but is not thrown away either. */
async function putKey(dataFolder: string, key: Buffer, undo: (() => Promise<void>)[]): Promise<void> {
  const path = join(dataFolder, KEY_NAME);
  await mkdir(dataFolder, { recursive: true });
  const old = await readFile(path).catch(() => null);
  if (old?.equals(key)) return;
  if (old) {
    await rename(path, `${path}.before-restore`);
    undo.push(() => rename(`${path}.before-restore`, path));
  }
  undo.push(() => rm(path, { force: true }));
  await writeFile(path, key, { mode: 0o600, flag: "wx", flush: true });
}

function inWords(error: unknown, file: string): unknown {
  if (error instanceof StartError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new StartError(`${file} is not there.`);
  if (code === "EACCES") return new StartError(`${file} may not be read.`);
  // What zlib, JSON and COPY say of bytes that are not what they were.
  const isDamaged =
    error instanceof Damaged ||
    error instanceof SyntaxError ||
    /^Z_|^22|^23/.test(code) ||
    code === "ERR_STREAM_PREMATURE_CLOSE";
  if (!isDamaged) return error;
  const why = error instanceof Damaged ? ` (${error.message})` : "";
  return new StartError(`${file} is no whole backup${why}. Nothing was changed. Use another one.`, {
    cause: error,
  });
}
