/** A database of its own with a number, contacts and conversations in it, for tests of what is said in them. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { pino } from "pino";
import { jumpingClock } from "../server/clock.ts";
import { readConfig } from "../server/config.ts";
import { migrate } from "../server/db/migrate.ts";
import { openDatabase } from "../server/db/pool.ts";
import { migrateJobs } from "../server/jobs/worker.ts";
import { openLive } from "../server/live/listener.ts";
import { type Numbers, openNumbers } from "../server/numbers/directory.ts";
import { upsertNumber } from "../server/numbers/register.ts";
import { sealWith } from "../server/numbers/seal.ts";
import type { System } from "../server/system.ts";
import { testDatabase } from "./database.ts";

export type ConversationSystem = System & {
  clock: ReturnType<typeof jumpingClock>;
  connection: pg.PoolConfig;
  numbers: Numbers;
  /** Everything logged so far. */
  logged(): string;
  close(): Promise<void>;
};

export async function conversationSystem(): Promise<ConversationSystem> {
  const database = await testDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-conversations-"));
  const db = openDatabase(database.connection, () => {});
  await migrate(db.pool);
  await migrateJobs(database.connection);
  const lines: string[] = [];
  const log = pino({ level: "trace", base: undefined }, { write: (line: string) => lines.push(line) });
  const live = await openLive({ connection: database.connection, log });
  const system: System & { clock: ConversationSystem["clock"] } = {
    config: readConfig({ BATON_DATA: dataFolder }),
    db,
    clock: jumpingClock(new Date("2026-03-02T09:00:00Z")),
    log,
    seal: sealWith(randomBytes(32)),
    live,
    publicUrl: () => "http://127.0.0.1:4400",
  };
  const numbers = await openNumbers(system);
  return {
    ...system,
    connection: database.connection,
    numbers,
    logged: () => lines.join(""),
    async close() {
      numbers.close();
      await live.close();
      await db.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function aNumber(
  { db, seal, clock, numbers }: ConversationSystem,
  graphUrl: string,
  more: { phoneNumberId?: string; kind?: "real" | "sample" } = {},
): Promise<number> {
  const id = await db.transaction((tx) =>
    upsertNumber(
      tx,
      seal,
      {
        phoneNumberId: more.phoneNumberId ?? "200000000000001",
        kind: more.kind ?? "real",
        name: "Main line",
        graphUrl,
        graphVersion: "v26.0",
        accessToken: "token",
      },
      clock.now(),
    ),
  );
  await numbers.refresh();
  return id;
}

let count = 0;

/** Somebody who wrote just now, so that the window is open. */
export async function aConversation(
  { db, clock }: Pick<System, "db" | "clock">,
  numberId: number,
  more: { name?: string; phone?: string | null; bsuid?: string; lastInAt?: Date | null } = {},
): Promise<{ id: number; contactId: number }> {
  count += 1;
  const now = clock.now();
  const phone = more.phone === undefined ? `3460000${1000 + count}` : more.phone;
  const [contact] = await db.query<{ id: number }>(
    "insert into contact (name, phone, created_at) values ($1, $2, $3) returning id",
    [more.name ?? `Contact ${count}`, phone, now],
  );
  const contactId = contact?.id ?? 0;
  if (more.bsuid)
    await db.query(
      "insert into contact_identity (kind, value, contact_id, since) values ('bsuid', $1, $2, $3)",
      [more.bsuid, contactId, now],
    );
  const [conversation] = await db.query<{ id: number }>(
    `insert into conversation (number_id, contact_id, last_in_at, last_message_at, created_at)
     values ($1, $2, $3, $3, $4) returning id`,
    [numberId, contactId, more.lastInAt === undefined ? now : more.lastInAt, now],
  );
  return { id: conversation?.id ?? 0, contactId };
}

/** Something the contact said. */
export async function aMessage(
  { db, clock }: Pick<System, "db" | "clock">,
  conversationId: number,
  more: {
    text?: string;
    kind?: string;
    saidAt?: Date;
    wamid?: string;
    quotes?: string;
    triage?: "waiting";
  } = {},
): Promise<number> {
  count += 1;
  const saidAt = more.saidAt ?? clock.now();
  const [row] = await db.query<{ id: number }>(
    `with said as (
       insert into message (conversation_id, number_id, contact_id, wamid, side, kind, said_at, recorded_at,
         quoted_wamid, triage)
       select v.id, v.number_id, v.contact_id, $2, 'client', $3, $4, $5, $6, $7
       from conversation v where v.id = $1
       returning id
     ), worded as (insert into message_words (message_id, body) select id, $8 from said)
     select id from said`,
    [
      conversationId,
      more.wamid ?? `wamid.in.${count}`,
      more.kind ?? "text",
      saidAt,
      clock.now(),
      more.quotes ?? null,
      more.triage ?? null,
      more.text ?? `message ${count}`,
    ],
  );
  return row?.id ?? 0;
}
