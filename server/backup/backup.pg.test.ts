import { copyFile, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  digests,
  KEY,
  MESSAGES,
  NOW,
  openPlaces,
  type Place,
  type Places,
  photosOf,
} from "../../test/backup-places.ts";
import { startTestCluster } from "../../test/cluster.ts";
import { migrate } from "../db/migrate.ts";
import { openDatabase } from "../db/pool.ts";
import { addUser } from "../people/by-command.ts";
import { backUp } from "./backup.ts";
import { restore } from "./restore.ts";

let places: Places;
let source: Place;

beforeAll(async () => {
  places = await openPlaces();
  source = await places.filled();
});
afterAll(() => places?.close());

test("what is restored is what was there: every table, sequence, photo and the key", async () => {
  const file = join(places.folder, "whole.baton");
  const report = await backUp(source, file);
  expect(report).toMatchObject({ media: { files: 5, missing: 0 } });
  expect(report.rows).toBeGreaterThan(2 * MESSAGES);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const target = await places.empty();
  const restored = await restore(target, file);
  expect(restored).toMatchObject({ rows: report.rows, createdAt: NOW.toISOString(), needsKey: false });
  expect(await digests(target)).toEqual(await digests(source));
  expect(await photosOf(target)).toEqual(await photosOf(source));
  expect(await readFile(join(target.dataFolder, "secret.key"), "utf8")).toBe(KEY);
  await addUser(
    target.db,
    { name: "Next", login: "next", role: "operator", password: "six tall trees" },
    { now: NOW },
  );
});

test("what waited to be sent then is not sent again, and nobody is still signed in", async () => {
  const place = await places.filled();
  await place.db.query(
    `with one as (
       insert into message (conversation_id, number_id, side, kind, said_at, recorded_at, send_state, send_state_at)
       select id, number_id, 'staff', 'text', $1, $1, 'queued', $1 from conversation order by id limit 1
       returning id
     )
     insert into outbox (message_id, callback_data, idempotency_key, state, queued_at)
     select id, 'callback', 'key', 'queued', $1 from one`,
    [NOW],
  );
  await place.db.query(
    `insert into session (token_hash, account_id, created_at, last_seen_at, expires_at, browser)
     select '\\x00', id, $1, $1, $1, 'x' from account limit 1`,
    [NOW],
  );
  const file = join(places.folder, "waiting.baton");
  await backUp(place, file);
  const target = await places.empty();
  expect(await restore(target, file)).toMatchObject({ doubtful: 1 });
  const [found] = await target.db.query<{ outbox: string; message: string; sessions: number }>(
    `select o.state as outbox, m.send_state as message, (select count(*) from session) as sessions
     from outbox o join message m on m.id = o.message_id`,
  );
  expect(found).toEqual({ outbox: "unknown", message: "unknown", sessions: 0 });
});

test("a backup made while others write holds one moment of it", async () => {
  const file = join(places.folder, "busy.baton");
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
  const target = await places.empty();
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
  const file = join(places.folder, "moved.baton");
  await backUp(source, file);
  const other = await startTestCluster();
  const db = openDatabase(other.connection, () => {});
  try {
    await migrate(db.pool);
    const dataFolder = await mkdtemp(join(places.folder, "data-"));
    const target = { db, dataFolder, keyInEnvironment: false, now: NOW };
    await restore(target, file);
    expect(await digests(target)).toEqual(await digests(source));
  } finally {
    await db.close();
    await other.stop();
  }
});

test("a file that is there already is not replaced, and a failed backup leaves nothing", async () => {
  const file = join(places.folder, "there.baton");
  await writeFile(file, "precious");
  await expect(backUp(source, file)).rejects.toThrow("is there already");
  expect(await readFile(file, "utf8")).toBe("precious");
  await expect(backUp(source, join(places.folder, "no-such-folder", "x.baton"))).rejects.toThrow(
    "does not exist",
  );
  expect((await readdir(places.folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("the key of the target is set aside, and comes back when the restore fails", async () => {
  const file = join(places.folder, "key.baton");
  await backUp(source, file);
  const target = await places.empty();
  const key = join(target.dataFolder, "secret.key");
  await writeFile(key, "its own");
  const bad = join(places.folder, "key-bad.baton");
  await copyFile(file, bad);
  await writeFile(bad, (await readFile(file)).subarray(0, -200));
  await expect(restore(target, bad)).rejects.toThrow("no whole backup");
  expect(await readFile(key, "utf8")).toBe("its own");
  await restore(target, file);
  expect(await readFile(`${key}.before-restore`, "utf8")).toBe("its own");
  expect(await readFile(key, "utf8")).toBe(KEY);
});

test("a key that is in the environment is in no backup, and the restore says that it is needed", async () => {
  const file = join(places.folder, "environment.baton");
  const place = await places.empty();
  await writeFile(join(place.dataFolder, "secret.key"), "an old one");
  await backUp({ ...place, keyInEnvironment: true }, file);
  const target = await places.empty();
  expect(await restore(target, file)).toMatchObject({ needsKey: true });
  expect(await readdir(target.dataFolder)).toEqual([]);
});
