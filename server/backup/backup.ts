/**
 * Everything in one file, while Baton runs: one snapshot of all tables by COPY, the media it speaks of, and the
 * key of sealed secrets. The job queue is not in it: jobs follow from the rows and are made anew at the start.
 */
import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { openMediaFiles } from "../conversations/media-files.ts";
import { appliedNames } from "../db/migrate.ts";
import type { Database } from "../db/pool.ts";
import { StartError } from "../start-error.ts";
import { syncFolder } from "../sync-folder.ts";
import { VERSION } from "../version.ts";
import { copyOut } from "./copy.ts";
import { FORMAT, HEAD_NAME, type Head, KEY_NAME, MANIFEST_NAME, type Manifest } from "./manifest.ts";
import { onClient } from "./on-client.ts";
import { inOrder } from "./order.ts";
import { copyOutStatement, listMedia, listNeeds, listSequences, listTables, type Table } from "./store.ts";
import { END, header, padding } from "./tar.ts";

export type BackupPlace = {
  db: Database;
  dataFolder: string;
  /** The key is in BATON_SECRET_KEY, so there is no file of it. */
  keyInEnvironment: boolean;
  now: Date;
};

export type BackupReport = { file: string; bytes: number; rows: number; media: Manifest["media"] };

/** Fast, and most of the way: rows shrink to a fifth, photos do not shrink at all. */
const LEVEL = 3;
/** An entry of the container is at most about this long, so that its length is known before it is written. */
const ENTRY_BYTES = 256 * 1024;
const MEDIA_PAGE = 1000;

/** @throws StartError when the file is there already or cannot be written */
export async function backUp(place: BackupPlace, to: string): Promise<BackupReport> {
  const file = resolve(to);
  if (await isThere(file)) throw new StartError(`${to} is there already. Name a file that is not.`);
  const partial = `${file}.partial`;
  const client = await place.db.pool.connect();
  let isBroken = true;
  try {
    const report = { rows: 0, media: { files: 0, bytes: 0, missing: 0 } };
    await pipeline(
      Readable.from(entries(place, client, report), { objectMode: false }),
      createGzip({ level: LEVEL }),
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    await rename(partial, file);
    await syncFolder(dirname(file));
    isBroken = false;
    return { file, bytes: (await stat(file)).size, ...report };
  } catch (error) {
    await rm(partial, { force: true });
    throw inWords(error, to);
  } finally {
    // Half a COPY or an open snapshot: the connection goes with it.
    client.release(isBroken);
  }
}

type Report = Pick<BackupReport, "rows" | "media">;

async function* entries(place: BackupPlace, client: pg.PoolClient, report: Report): AsyncGenerator<Buffer> {
  const db = onClient(client);
  const entry = (name: string, content: Buffer) => [
    header(name, content.length, place.now),
    content,
    padding(content.length),
  ];
  const json = (name: string, value: Head | Manifest) =>
    entry(name, Buffer.from(`${JSON.stringify(value, null, 2)}\n`));
  await client.query("begin isolation level repeatable read, read only");
  // However this server writes times, another one must read them alike.
  await client.query("set local timezone to 'UTC'; set local datestyle to 'ISO'");
  const tables = inOrder(await listTables(db), await listNeeds(db));
  yield* json(HEAD_NAME, {
    format: FORMAT,
    program: VERSION,
    createdAt: place.now.toISOString(),
    migrations: await appliedNames(place.db.pool),
    tables,
  });
  const manifest: Manifest = { tables: {}, sequences: {}, media: report.media, secretKey: "none" };
  for (const table of tables) {
    const hash = createHash("sha256");
    let part = 0;
    const blocks = rowsOf(client, table, hash);
    let next = await blocks.next();
    for (; !next.done; next = await blocks.next())
      yield* entry(`tables/${table.name}/${String(++part).padStart(6, "0")}.copy`, next.value);
    manifest.tables[table.name] = { rows: next.value, sha256: hash.digest("hex") };
    report.rows += next.value;
  }
  yield* media(place, client, report);
  // Read last: sequences belong to no snapshot, and must not be behind it.
  for (const { name, last, start } of await listSequences(db))
    manifest.sequences[name] = { last: last ?? start, isUsed: last !== null };
  await client.query("commit");
  const key = await readFile(join(place.dataFolder, KEY_NAME)).catch(nothingThere);
  if (place.keyInEnvironment) manifest.secretKey = "environment";
  else if (key) {
    manifest.secretKey = "file";
    yield* entry(KEY_NAME, key);
  }
  yield* json(MANIFEST_NAME, manifest);
  yield END;
}

/** Blocks of rows of a size worth an entry; returns how many rows there were. */
async function* rowsOf(client: pg.PoolClient, table: Table, hash: Hash): AsyncGenerator<Buffer, number> {
  let held: Buffer[] = [];
  let bytes = 0;
  const out = copyOut(client, copyOutStatement(table));
  let next = await out.next();
  for (; !next.done; next = await out.next()) {
    hash.update(next.value);
    held.push(next.value);
    bytes += next.value.length;
    if (bytes < ENTRY_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
  return next.value;
}

/** Files are named by what they hold and never change. One that retention removed meanwhile is counted as missing. */
async function* media(place: BackupPlace, client: pg.PoolClient, report: Report): AsyncGenerator<Buffer> {
  const files = openMediaFiles(place.dataFolder);
  let after = "";
  for (;;) {
    const names = await listMedia(onClient(client), after, MEDIA_PAGE);
    for (const name of names) {
      const handle = await open(files.path(name), "r").catch(nothingThere);
      if (!handle) {
        report.media.missing++;
        continue;
      }
      const { size } = await handle.stat();
      yield header(`media/${name}`, size, place.now);
      // Closes the handle at its end.
      for await (const chunk of createReadStream("", { fd: handle, end: Math.max(0, size - 1) })) yield chunk;
      yield padding(size);
      report.media.files++;
      report.media.bytes += size;
    }
    const last = names.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

function nothingThere(error: unknown): null {
  if (codeOf(error) === "ENOENT") return null;
  throw error;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function inWords(error: unknown, to: string): unknown {
  switch (codeOf(error)) {
    case "ENOSPC":
      return new StartError(`There is no room left for ${to}. Free some, or name another disk.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new StartError(`${to} may not be written. Name a folder that may.`);
    case "ENOENT":
    case "ENOTDIR":
      return new StartError(`The folder of ${to} does not exist. Make it, or name another.`);
    default:
      return error;
  }
}
