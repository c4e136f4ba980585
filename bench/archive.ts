/** A business's past: ten million messages of 100,000 contacts, as they stand when all of it is settled. */
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startEmbedded } from "../server/db/embedded.ts";
import { migrate } from "../server/db/migrate.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { WAMID_BYTES } from "./bodies.ts";

const MESSAGES = 10_000_000;
const CONTACTS = 100_000;
const STEP = 500_000;
/** So many of a hundred are ours, each with three statuses. */
const OURS_OF_100 = 25;

/** Made once and kept for the next run; returns its data folder. */
export async function openArchive(folder: string, say: (line: string) => void): Promise<string> {
  const marker = join(folder, "archive-is-whole");
  if (existsSync(marker)) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const embedded = await startEmbedded({
    dataFolder: folder,
    settings: { fsync: "off", max_wal_size: "8GB", maintenance_work_mem: "1GB" },
  });
  const db = openDatabase(embedded.connection, () => {});
  try {
    await migrate(db.pool);
    await fill(db, say);
  } finally {
    await db.close();
    await embedded.stop();
  }
  await writeFile(marker, "");
  return folder;
}

async function fill(db: Database, say: (line: string) => void): Promise<void> {
  await db.query(
    `insert into number (phone_number_id, kind, name, created_at)
     values ('200000000000001', 'unclaimed', 'Archive', '2025-11-01')`,
  );
  // The first ten thousand are those of the load.
  await db.query(
    `insert into contact (name, phone, name_at, created_at)
     select 'Client ' || n, (15550300000 + n)::text, '2025-11-01', '2025-11-01' from generate_series(0, $1 - 1) as n order by n`,
    [CONTACTS],
  );
  await db.query(
    `insert into contact_identity (kind, value, contact_id, since)
     select k, case k when 'bsuid' then 'US.7' || c.phone else c.phone end, c.id, '2025-11-01'
     from contact c cross join unnest(array['bsuid', 'wa_id']) as k`,
  );
  await db.query(
    `insert into conversation (number_id, contact_id, created_at, last_in_at, last_message_at)
     select n.id, c.id, c.created_at, '2026-11-01', '2026-11-01' from contact c cross join number n order by c.id`,
  );
  const restore = await takeIndexesOff(db, ["message", "message_words", "message_status"]);
  for (let from = 0; from < MESSAGES; from += STEP) {
    await addMessages(db, from);
    say(`archive: ${(from + STEP) / 1e6} of ${MESSAGES / 1e6} million messages`);
  }
  await restore();
  say("archive: indexes are there");
  await db.query("select setval('inbox_id_seq', (select max(id) from message))");
  await db.query("vacuum (analyze) message");
  await db.query("vacuum (analyze) message_words");
  await db.query("vacuum (analyze) message_status");
  await db.query("analyze");
  await db.query("checkpoint");
}

async function addMessages(db: Database, from: number): Promise<void> {
  await db.query(
    `with n as (
       select n, 'wamid.' || replace(encode(decode($5, 'hex') || convert_to(c.phone, 'utf8') || decode($6, 'hex')
           || convert_to(upper(md5('archive:' || n)), 'utf8') || decode($7, 'hex'), 'base64'), chr(10), '') as wamid,
         v.id as conversation_id, v.contact_id, v.number_id, n % 100 < $4 as is_ours,
         timestamptz '2025-11-01' + n * interval '3 seconds' as said_at
       from generate_series($1::bigint, $1 + $2 - 1) as n
       join conversation v on v.id = 1 + (hashint8(n)::bigint + 2147483648) % $3
       join contact c on c.id = v.contact_id
     ), added as (
       insert into message (id, conversation_id, number_id, wamid, contact_id, side, kind, said_at, recorded_at,
         send_state, send_state_at, triage, came_by, delivery_id)
       select n + 1, conversation_id, number_id, wamid, case when not is_ours then contact_id end,
         case when is_ours then 'staff' else 'client' end, 'text', said_at, said_at,
         case when is_ours then 'read' end, case when is_ours then said_at end,
         case when not is_ours then 'sorted' end, case when is_ours then 'us' else 'webhook' end, n + 1
       from n order by n
     ), worded as (
       insert into message_words (message_id, body)
       select n + 1, 'The boiler is leaking again, since ' || n || '. ' || repeat(md5(n::text) || ' ', 1 + (n % 4)::integer)
       from n order by n
     )
     insert into message_status (number_id, wamid, status, at)
     select number_id, wamid, s, said_at from n cross join unnest(array['sent', 'delivered', 'read']) as s
     where is_ours order by n`,
    [from, STEP, CONTACTS, OURS_OF_100, WAMID_BYTES.before, WAMID_BYTES.between, WAMID_BYTES.after],
  );
}

/** Indexes made after the rows take a tenth of the time. Gives them back exactly as the migrations made them. */
async function takeIndexesOff(db: Database, tables: readonly string[]): Promise<() => Promise<void>> {
  const constraints = await db.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint c
     where conrelid = any ($1::text[]::regclass[]) and contype in ('f', 'u', 'p')
       and not exists (select from pg_constraint o where o.contype = 'f' and o.confrelid = c.conrelid
         and o.conindid = c.conindid and c.contype in ('u', 'p'))
     order by case contype when 'f' then 0 else 1 end`,
    [tables],
  );
  for (const { table, name } of constraints) await db.query(`alter table ${table} drop constraint ${name}`);
  const indexes = await db.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any ($1::text[]::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [tables],
  );
  for (const { name } of indexes) await db.query(`drop index ${name}`);
  return async () => {
    for (const { definition } of indexes) await db.query(definition);
    for (const { table, name, definition } of constraints.toReversed())
      await db.query(`alter table ${table} add constraint ${name} ${definition}`);
  };
}
