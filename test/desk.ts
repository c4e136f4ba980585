/** A small office on a database of its own: people, clients who write, and a clock that jumps. */
import pino from "pino";
import { type Clock, jumpingClock } from "../server/clock.ts";
import { migrate } from "../server/db/migrate.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import type { Actor } from "../server/http/route.ts";
import type { Log } from "../server/log.ts";
import type { Role } from "../shared/request.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

export type Person = Extract<Actor, { kind: "account" }>;
export type Client = { contactId: number; conversationId: number; name: string };

export type Desk = {
  system: { db: Database; clock: Clock; log: Log };
  db: Database;
  clock: ReturnType<typeof jumpingClock>;
  database: TestDatabase;
  /** Someone with a login. */
  person(name: string, role?: Role): Promise<Person>;
  client(name: string, kind?: "client" | "worker"): Promise<Client>;
  /** A message that waits in the tray, said now; its id. */
  says(client: Client, text: string | null, more?: { kind?: string; at?: Date }): Promise<number>;
  close(): Promise<void>;
};

export async function openDesk(start = new Date("2026-03-02T09:00:00Z")): Promise<Desk> {
  const database = await testDatabase();
  const db = openDatabase(database.connection, () => {});
  await migrate(db.pool);
  const clock = jumpingClock(start);
  const log = pino({ level: "silent" });
  const numberId = await one(
    db,
    "insert into number (phone_number_id, kind, name, created_at) values ('1', 'real', 'Desk', $1) returning id",
    [start],
  );
  return {
    system: { db, clock, log },
    db,
    clock,
    database,
    async person(name, role = "operator") {
      const id = await one(
        db,
        "insert into account (name, login, role, password_hash, created_at) values ($1, $2, $3, '-', $4) returning id",
        [name, name.toLowerCase(), role, clock.now()],
      );
      return { kind: "account", id, sessionId: 0, name, role, locale: null };
    },
    async client(name, kind = "client") {
      const contactId = await one(
        db,
        "insert into contact (name, kinds, created_at) values ($1, $2, $3) returning id",
        [name, [kind], clock.now()],
      );
      const conversationId = await one(
        db,
        "insert into conversation (number_id, contact_id, created_at) values ($1, $2, $3) returning id",
        [numberId, contactId, clock.now()],
      );
      return { contactId, conversationId, name };
    },
    async says({ contactId, conversationId }, text, { kind = "text", at = clock.now() } = {}) {
      const id = await one(
        db,
        `insert into message (conversation_id, number_id, contact_id, side, kind, said_at, recorded_at, triage)
        values ($1, $2, $3, 'client', $4, $5, $6, 'waiting') returning id`,
        [conversationId, numberId, contactId, kind, at, clock.now()],
      );
      await db.query("insert into message_words (message_id, body) values ($1, $2)", [id, text]);
      return id;
    },
    async close() {
      await db.close();
      await database.drop();
    },
  };
}

async function one(db: Database, text: string, values: unknown[]): Promise<number> {
  const [row] = await db.query<{ id: number }>(text, values);
  if (!row) throw new Error("nothing came back");
  return row.id;
}
