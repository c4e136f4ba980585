import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestCluster } from "../../test/cluster.ts";
import { testDatabase } from "../../test/database.ts";
import { openMediaFiles } from "../conversations/media-files.ts";
import { migrate } from "../db/migrate.ts";
import { type Database, openDatabase } from "../db/pool.ts";
import { addUser } from "../people/by-command.ts";
import { applyCommand, reserveRequestIds } from "../requests/commands.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";
import { listTables } from "./store.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const MESSAGES = 4_000;

type Place = { db: Database; dataFolder: string; keyInEnvironment: boolean; now: Date; end(): Promise<void> };
const places: Place[] = [];
let folder: string;
let source: Place;
let photos: string[];

async function aPlace(): Promise<Place> {
  const database = await testDatabase();
  const db = openDatabase(database.connection, () => {});
  await migrate(db.pool);
  const dataFolder = await mkdtemp(join(folder, "data-"));
  const end = () => db.close().then(() => database.drop());
  const place = { db, dataFolder, keyInEnvironment: false, now: NOW, end };
  places.push(place);
  return place;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-backup-"));
  source = await aPlace();
  await writeFile(join(source.dataFolder, "secret.key"), `${"ab".repeat(32)}\n`);
  photos = await fill(source);
});
afterAll(async () => {
  for (const place of places) await place.end();
  await rm(folder, { recursive: true, force: true });
});

/** Something in most tables, with letters that COPY must escape, and files of several sizes. */
async function fill({ db, dataFolder }: Place): Promise<string[]> {
  const person = { name: "Ana", login: "ana", role: "admin" as const, password: "nine blue kettles" };
  const { id } = await addUser(db, person, { now: NOW });
  await db.query(
    `insert into number (phone_number_id, kind, name, app_secret_sealed, created_at)
     values ('1', 'real', 'Main', '\\x00ff5c0a09', $1)`,
    [NOW],
  );
  await db.query(
    `insert into contact (name, phone, created_at, merged_into)
     select 'Zoë \\ ' || chr(9) || chr(10) || i, i::text, $1, case when i > 500 then i - 500 end
     from generate_series(1, 1000) as i`,
    [NOW],
  );
  await db.query(
    `insert into conversation (number_id, contact_id, created_at)
     select n.id, c.id, $1 from number n, contact c where c.merged_into is null`,
    [NOW],
  );
  await db.query(
    `insert into message (conversation_id, number_id, wamid, side, kind, said_at, recorded_at)
     select c.id, c.number_id, 'wamid.' || i, 'client', 'text', $1::timestamptz + i * interval '1.000001 s', $1
     from generate_series(1, $2::int) as i
     join conversation c on c.contact_id = 1 + i % 500`,
    [NOW, MESSAGES],
  );
  await db.query(
    `insert into message_words (message_id, body, content)
     select id, 'مرحبا \\N \\. 🔧 ' || repeat(wamid, 20), jsonb_build_object('a', E'line\\nline') from message`,
  );
  await db.query("insert into inbox (received_at, body) values ($1, $2)", [NOW, randomBytes(3000)]);
  const [requestId = 0] = await reserveRequestIds(db, 1);
  const clock = { now: () => NOW };
  await db.transaction(async (tx) => {
    const actor = { kind: "account", id, mover: "admin", through: "screen" } as const;
    const none = {
      place: null,
      categoryId: null,
      contactId: 1,
      conversationId: null,
      said: null,
      linkedTo: null,
    };
    const ask = { kind: "open", state: "ready", title: "Tap", priority: "high", note: "n", ...none } as const;
    const owner = { kind: "account", id } as const;
    await applyCommand(tx, { clock }, { requestId, actor, ask: { ...ask, owner } });
  });
  const files = openMediaFiles(dataFolder);
  const names: string[] = [];
  for (const size of [1, 511, 512, 200_000]) {
    const kept = await files.put(Readable.from([randomBytes(size)]), { mostBytes: size, sha256: null });
    if (kept.kind === "kept") names.push(kept.storedAs);
  }
  for (const [index, name] of names.entries())
    await db.query(
      `insert into media (message_id, number_id, media_id, mime_type, state, stored_as, bytes, created_at)
       select m.id, m.number_id, 'm', 'image/jpeg', 'fetched', $2, 1, $3 from message m where wamid = 'wamid.' || $1::text`,
      [index + 1, name, NOW],
    );
  return names;
}

async function digests({ db }: Pick<Place, "db">): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const { name } of await listTables(db)) {
    const [row] = await db.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as digest from ${name} t`,
    );
    found[name] = row?.digest;
  }
  found.sequences = await db.query(
    "select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1",
  );
  return found;
}

const photosOf = ({ dataFolder }: Place) =>
  Promise.all(photos.map((name) => readFile(openMediaFiles(dataFolder).path(name), "base64")));

test("what is restored is what was there: every table, sequence, photo and the key", async () => {
  const file = join(folder, "whole.baton");
  const report = await backUp(source, file);
  expect(report).toMatchObject({ media: { files: photos.length, missing: 0 } });
  expect(report.rows).toBeGreaterThan(2 * MESSAGES);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const target = await aPlace();
  const restored = await restore(target, file);
  expect(restored).toMatchObject({ rows: report.rows, createdAt: NOW.toISOString(), needsKey: false });
  expect(await digests(target)).toEqual(await digests(source));
  expect(await photosOf(target)).toEqual(await photosOf(source));
  expect(await readFile(join(target.dataFolder, "secret.key"), "utf8")).toBe(`${"ab".repeat(32)}\n`);
  await addUser(
    target.db,
    { name: "Next", login: "next", role: "operator", password: "six tall trees" },
    { now: NOW },
  );
});

test("a backup made while others write holds one moment of it", async () => {
  const file = join(folder, "busy.baton");
  let isOver = false;
  let written = 0;
  const writing = (async () => {
    for (; !isOver; written++)
      await source.db.transaction(async (tx) => {
        const [message] = await tx.query<{ id: number }>(
          `insert into message (conversation_id, number_id, wamid, side, kind, said_at, recorded_at)
           select id, number_id, 'busy.' || $2::text, 'client', 'text', $1, $1 from conversation order by id limit 1
           returning id`,
          [NOW, written],
        );
        await tx.query("insert into message_words (message_id, body) values ($1, 'x')", [message?.id]);
      });
  })();
  await backUp(source, file);
  isOver = true;
  await writing;
  const target = await aPlace();
  await restore(target, file);
  const [torn] = await target.db.query<{ count: number }>(
    "select count(*) as count from message m left join message_words w on w.message_id = m.id where w.message_id is null",
  );
  const [busy] = await target.db.query<{ count: number }>(
    "select count(*) as count from message where wamid like 'busy.%'",
  );
  expect(torn?.count).toBe(0);
  expect(written).toBeGreaterThan(5);
  expect(busy?.count).toBeLessThanOrEqual(written);
});

test("it is also the way into another PostgreSQL", async () => {
  const file = join(folder, "moved.baton");
  await backUp(source, file);
  const other = await startTestCluster();
  const db = openDatabase(other.connection, () => {});
  try {
    await migrate(db.pool);
    const target = { db, dataFolder: await mkdtemp(join(folder, "data-")), keyInEnvironment: false };
    await restore(target, file);
    expect(await digests(target)).toEqual(await digests(source));
  } finally {
    await db.close();
    await other.stop();
  }
});

const restoring = async (file: string) => {
  const target = await aPlace();
  const before = await digests(target);
  const outcome = await restore(target, file).then(
    () => "restored",
    (error: Error) => `${error.name}: ${error.message}`,
  );
  expect(await digests(target)).toEqual(before);
  return outcome;
};

test("a damaged, cut, foreign or missing file is refused in one line, and nothing is changed", async () => {
  const file = join(folder, "good.baton");
  await backUp(source, file);
  const good = await readFile(file);
  const bad = join(folder, "bad.baton");
  const refused = /^StartError: .*bad\.baton is no whole backup.*Nothing was changed\. Use another one\.$/;
  await writeFile(bad, good.subarray(0, good.length / 2));
  expect(await restoring(bad)).toMatch(refused);
  const flipped = Buffer.from(good);
  flipped.writeUInt8(flipped.readUInt8(good.length >> 1) ^ 0xff, good.length >> 1);
  await writeFile(bad, flipped);
  expect(await restoring(bad)).toMatch(refused);
  await writeFile(bad, "not a backup at all");
  expect(await restoring(bad)).toMatch(refused);
  await rm(bad);
  expect(await restoring(bad)).toBe(`StartError: ${bad} is not there.`);
});

test("a changed row is noticed although the container is whole", async () => {
  const file = join(folder, "row.baton");
  await backUp(source, file);
  const bytes = gunzipSync(await readFile(file));
  const at = bytes.indexOf("wamid.77\t");
  bytes.write("wamid.7X\t", at);
  await writeFile(file, gzipSync(bytes, { level: 1 }));
  expect(await restoring(file)).toContain("the rows of message are not those that were saved");
});

test("a changed photo is noticed", async () => {
  const file = join(folder, "photo.baton");
  await backUp(source, file);
  const bytes = gunzipSync(await readFile(file));
  const at = bytes.indexOf(`media/${photos[3]}`) + 512 + 1000;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(file, gzipSync(bytes, { level: 1 }));
  expect(await restoring(file)).toContain("a photo or voice note is not what it was");
});

test("a database with people in it is not overwritten", async () => {
  const file = join(folder, "full.baton");
  await backUp(source, file);
  await expect(restore(source, file)).rejects.toThrow(/^This database is not empty \(account/);
});

test("a backup of another schema is refused with what to do", async () => {
  const file = join(folder, "schema.baton");
  const newer = await aPlace();
  await newer.db.query("insert into kysely_migration (name, timestamp) values ('9999-later', '')");
  await backUp(newer, file);
  expect(await restoring(file)).toMatch(/made by a newer Baton .* Restore it with that version\.$/);
  const older = await aPlace();
  await older.db.query("delete from kysely_migration where name = (select max(name) from kysely_migration)");
  await rm(file);
  await backUp(older, file);
  expect(await restoring(file)).toMatch(/made by an older Baton .* then start this one on it\.$/);
});

test("a file that is there already is not replaced, and a failed backup leaves nothing", async () => {
  const file = join(folder, "there.baton");
  await writeFile(file, "precious");
  await expect(backUp(source, file)).rejects.toThrow("is there already");
  expect(await readFile(file, "utf8")).toBe("precious");
  await expect(backUp(source, join(folder, "no-such-folder", "x.baton"))).rejects.toThrow("does not exist");
  expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("the key of the target is set aside, and comes back when the restore fails", async () => {
  const file = join(folder, "key.baton");
  await backUp(source, file);
  const target = await aPlace();
  const key = join(target.dataFolder, "secret.key");
  await writeFile(key, "its own");
  const bad = join(folder, "key-bad.baton");
  await copyFile(file, bad);
  await writeFile(bad, (await readFile(file)).subarray(0, -200));
  await expect(restore(target, bad)).rejects.toThrow("no whole backup");
  expect(await readFile(key, "utf8")).toBe("its own");
  await restore(target, file);
  expect(await readFile(`${key}.before-restore`, "utf8")).toBe("its own");
  expect(await readFile(key, "utf8")).toBe(`${"ab".repeat(32)}\n`);
});
