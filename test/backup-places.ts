/** A Baton with something in most tables, photos and a key; and empty ones to bring it to. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { listTables } from "../server/backup/store.ts";
import { openMediaFiles } from "../server/conversations/media-files.ts";
import { migrate } from "../server/db/migrate.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { addUser } from "../server/people/by-command.ts";
import { applyCommand, reserveRequestIds } from "../server/requests/commands.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

export const NOW = new Date("2026-03-02T09:00:00Z");
export const MESSAGES = 4_000;
export const KEY = `${"ab".repeat(32)}\n`;

export type Place = {
  db: Database;
  connection: TestDatabase["connection"];
  dataFolder: string;
  keyInEnvironment: boolean;
  now: Date;
};

export type Places = {
  /** For backups. */
  folder: string;
  empty(): Promise<Place>;
  filled(): Promise<Place>;
  close(): Promise<void>;
};

export async function openPlaces(): Promise<Places> {
  const folder = await mkdtemp(join(tmpdir(), "baton-backup-"));
  const ends: (() => Promise<void>)[] = [];
  const empty = async () => {
    const database = await testDatabase();
    const db = openDatabase(database.connection, () => {});
    ends.push(() => db.close().then(() => database.drop()));
    await migrate(db.pool);
    const dataFolder = await mkdtemp(join(folder, "data-"));
    return { db, connection: database.connection, dataFolder, keyInEnvironment: false, now: NOW };
  };
  return {
    folder,
    empty,
    async filled() {
      const place = await empty();
      await writeFile(join(place.dataFolder, "secret.key"), KEY);
      await fill(place);
      return place;
    },
    async close() {
      for (const end of ends) await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Something in most tables, with letters that COPY must escape, and files of several sizes. */
async function fill({ db, dataFolder }: Place): Promise<void> {
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
  const chosen = await files.put(Readable.from([randomBytes(300)]), { mostBytes: 300, sha256: null });
  if (chosen.kind === "kept")
    await db.query(
      `insert into upload (kind, mime_type, stored_as, bytes, created_at)
       values ('document', 'text/plain', $1, $2, $3)`,
      [chosen.storedAs, chosen.bytes, NOW],
    );
}

export async function digests({ db }: Pick<Place, "db">): Promise<Record<string, unknown>> {
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

/** The bytes of every photo there should be, by name. */
export async function photosOf({ db, dataFolder }: Place): Promise<Record<string, string>> {
  const rows = await db.query<{ name: string }>(
    "select stored_as as name from media union select stored_as from upload order by 1",
  );
  const files = openMediaFiles(dataFolder);
  return Object.fromEntries(
    await Promise.all(
      rows.map(async ({ name }) => [name, await readFile(files.path(name), "base64")] as const),
    ),
  );
}
