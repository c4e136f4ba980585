/** A database with the recorder on it: deliveries go in as bodies, rows come out, and a digest says whether two ended the same. */
import { createHash } from "node:crypto";
import pg from "pg";
import { type Logger, pino } from "pino";
import { jumpingClock } from "../server/clock.ts";
import { migrate } from "../server/db/migrate.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { appendBodies } from "../server/intake/inbox-store.ts";
import { openRecorder, type Recorder } from "../server/intake/recorder.ts";
import { migrateJobs } from "../server/jobs/worker.ts";
import { testDatabase } from "./database.ts";

export type IntakeSystem = {
  db: Database;
  log: Logger;
  clock: ReturnType<typeof jumpingClock>;
  recorder: Recorder;
  /** Another recorder on the same database, as a second process would run. */
  another(): Recorder;
  /** Put bodies into the inbox, as the webhook does. */
  receive(...bodies: readonly (Buffer | string)[]): Promise<void>;
  /** And record all that waits. */
  take(...bodies: readonly (Buffer | string)[]): Promise<void>;
  /** Back to an empty one. */
  empty(): Promise<void>;
  logged(): string;
  /** Take the database away from everybody, and give it back. */
  setReachable(isReachable: boolean): Promise<void>;
  close(): Promise<void>;
};

export async function intakeSystem(): Promise<IntakeSystem> {
  const database = await testDatabase();
  const db = openDatabase(database.connection, () => {});
  await migrate(db.pool);
  await migrateJobs(database.connection);
  const clock = jumpingClock(new Date("2026-11-18T12:00:00Z"));
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => lines.push(line) });
  const open = () => openRecorder({ db, clock, log });
  const recorder = open();
  const others: Recorder[] = [];
  const receive: IntakeSystem["receive"] = (...bodies) =>
    appendBodies(
      db.pool,
      bodies.map((body) => Buffer.from(body)),
      clock.now(),
    );
  return {
    db,
    log,
    clock,
    recorder,
    another() {
      const other = open();
      others.push(other);
      return other;
    },
    receive,
    async take(...bodies) {
      if (bodies.length > 0) await receive(...bodies);
      recorder.start();
      recorder.wake();
      await recorder.idle();
    },
    async empty() {
      await db.query("set baton.removing = 'sample'");
      await db.query(
        `truncate inbox, delivery, notice, number, contact, conversation, message, message_status, reaction, revision,
           request, request_event, decision restart identity cascade`,
      );
    },
    logged: () => lines.join(""),
    async setReachable(isReachable) {
      const { database: name } = database.connection;
      const admin = new pg.Client({ ...database.connection, database: "postgres" });
      await admin.connect();
      await admin.query(`alter database ${name} with allow_connections ${isReachable}`);
      if (!isReachable)
        await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
          name,
        ]);
      await admin.end();
    },
    async close() {
      await Promise.all([recorder, ...others].map((one) => one.stop()));
      await db.close();
      await database.drop();
    },
  };
}

/** Each contact by all names it has, so that ids do not matter. */
const WHO = `
  select c.id, coalesce(c.merged_into, c.id) as root,
    (select string_agg(i.kind || ':' || i.value, ',' order by i.kind, i.value)
     from contact_identity i join contact o on o.id = i.contact_id
     where coalesce(o.merged_into, o.id) = coalesce(c.merged_into, c.id)) as names
  from contact c`;
const PLACE = `
  select v.id, n.phone_number_id || ' ' || coalesce(who.names, 'group ' || v.group_id) as name
  from conversation v join number n on n.id = v.number_id left join who on who.id = v.contact_id`;

/** What each table says, without ids and times of recording. */
const STATES: Record<string, string> = {
  number: "select phone_number_id, kind, name, display_phone from number",
  delivery: "select encode(sha256, 'hex') as sha, outcome, reason from delivery",
  contact: `with who as (${WHO}) select who.names, c.name, c.username, c.phone, c.kinds, c.marketing_stopped_at, c.created_at
    from contact c join who using (id) where c.merged_into is null`,
  identity: `with who as (${WHO}) select who.names, i.kind, i.value, i.since, i.until
    from contact_identity i join who on who.id = i.contact_id`,
  conversation: `with who as (${WHO}), place as (${PLACE})
    select place.name, max(v.last_in_at), max(v.last_message_at), min(v.created_at)
    from conversation v join place using (id) group by place.name`,
  message: `with who as (${WHO}), place as (${PLACE})
    select place.name, m.wamid, who.names, m.side, m.kind, m.from_phone, m.said_at, m.quoted_wamid, m.send_state,
      m.send_state_at, m.send_error, m.edited_at, m.revoked_at, m.triage, m.came_by, w.body, w.content,
      w.first_body, w.first_content, f.media_id, f.state
    from message m join place on place.id = m.conversation_id join message_words w on w.message_id = m.id
    left join who on who.id = m.contact_id left join media f on f.message_id = m.id`,
  status: `select n.phone_number_id, s.wamid, s.status, s.participant, s.at, s.error_code, s.pricing, s.callback_data
    from message_status s join number n on n.id = s.number_id`,
  reaction: `with who as (${WHO})
    select distinct on (n.phone_number_id, r.target_wamid, coalesce(who.root, 0))
      n.phone_number_id, r.target_wamid, who.names, r.wamid, r.emoji, r.at
    from reaction r join number n on n.id = r.number_id left join who on who.id = r.contact_id
    order by n.phone_number_id, r.target_wamid, coalesce(who.root, 0), r.at desc, r.wamid desc`,
  revision: `select n.phone_number_id, r.wamid, r.target_wamid, r.kind, r.at, r.body, r.content
    from revision r join number n on n.id = r.number_id`,
  notice: `select encode(o.digest, 'hex') as digest, n.phone_number_id, o.business_account_id, o.field, o.body
    from notice o left join number n on n.id = o.number_id`,
};

/** Two databases with the same digest say the same. */
export async function stateOf(db: Database): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {};
  for (const [table, statement] of Object.entries(STATES)) {
    const rows = await db.query<{ row: string }>(`select to_jsonb(s)::text as row from (${statement}) s`);
    state[table] = rows.map(({ row }) => row).sort();
  }
  return state;
}

export const digestOf = (state: Record<string, string[]>): string =>
  createHash("sha256").update(JSON.stringify(state)).digest("hex");
