/** A database with the recorder on it: deliveries go in as bodies, rows come out. */
import pg from "pg";
import { type Logger, pino } from "pino";
import { jumpingClock } from "../server/clock.ts";
import { migrate } from "../server/db/migrate.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { appendBodies } from "../server/intake/inbox-store.ts";
import { openRecorder, type Recorder } from "../server/intake/recorder.ts";
import { migrateJobs } from "../server/jobs/worker.ts";
import { testDatabase } from "./database.ts";

export { digestOf, stateOf } from "./intake-state.ts";

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
        `truncate inbox, delivery, delivery_week, notice, number, contact, identity_pair, conversation, message, message_status, reaction, revision,
           request, request_event, decision restart identity cascade`,
      );
      await db.query("delete from graphile_worker._private_jobs");
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
