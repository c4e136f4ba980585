/** How fast a full inbox becomes contacts, conversations and messages, with one recorder. */
import { pino } from "pino";
import { systemClock } from "../server/clock.ts";
import { startEmbedded } from "../server/db/embedded.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { appendBodies } from "../server/intake/inbox-store.ts";
import { openRecorder } from "../server/intake/recorder.ts";
import { benchDatabase } from "./bench-database.ts";
import { aBody, contactOf, realWamid } from "./bodies.ts";
import type { Figure } from "./figure.ts";

const MESSAGES = 15_000;
const ROUNDS = 3;
const WARM_UP = 5_000;
const CONTACTS = 3_000;
const AT_ONCE = 1_000;
const FLOOR = 5_000;

export async function benchRecord(): Promise<Figure[]> {
  const { db, close } = await benchDatabase();
  try {
    const median = await measure(db, "record");
    return [{ name: `recording, median of ${ROUNDS}`, value: median, unit: "messages/s", floor: FLOOR }];
  } finally {
    await close();
  }
}

/** Messages a second in what a data folder holds already, which nobody else works on. */
export async function recordingRate(dataFolder: string, run: string): Promise<number> {
  const embedded = await startEmbedded({ dataFolder });
  const db = openDatabase(embedded.connection, () => {});
  try {
    return await measure(db, `rate-${run}`);
  } finally {
    await db.close();
    await embedded.stop();
  }
}

async function measure(db: Database, run: string): Promise<number> {
  const countMessages = async () => {
    const [row] = await db.query<{ messages: number }>("select count(*) as messages from message");
    return row?.messages ?? 0;
  };
  // What a stream before this left waiting is no part of it.
  await drain(db);
  const before = await countMessages();
  await fill(db, run, 0, WARM_UP);
  await drain(db);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await fill(db, run, WARM_UP + round * MESSAGES, MESSAGES);
    rates.push(MESSAGES / (await drain(db)));
  }
  const recorded = (await countMessages()) - before;
  if (recorded !== ROUNDS * MESSAGES + WARM_UP) throw new Error(`The bench recorded ${recorded} messages.`);
  return rates.sort((a, b) => a - b)[1] ?? Number.NaN;
}

async function fill(db: Database, run: string, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += AT_ONCE)
    await appendBodies(
      db.pool,
      Array.from({ length: AT_ONCE }, (_, i) => bodyOf(run, n + i)),
      systemClock.now(),
    );
}

function bodyOf(run: string, n: number): Buffer {
  const contact = contactOf(n, CONTACTS);
  return aBody(realWamid(run, n, contact), contact, 1_795_000_000 + n);
}

async function drain(db: Database): Promise<number> {
  const recorder = openRecorder({ db, clock: systemClock, log: pino({ level: "warn" }) });
  const began = performance.now();
  recorder.start();
  await recorder.idle();
  const took = (performance.now() - began) / 1_000;
  await recorder.stop();
  return took;
}
