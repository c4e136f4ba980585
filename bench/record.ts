/** How fast a full inbox becomes contacts, conversations and messages, with one recorder. */
import { pino } from "pino";
import { systemClock } from "../server/clock.ts";
import { appendBodies } from "../server/intake/inbox-store.ts";
import { openRecorder } from "../server/intake/recorder.ts";
import { benchDatabase } from "./bench-database.ts";
import { aBody } from "./bodies.ts";
import type { Figure } from "./figure.ts";

const MESSAGES = 15_000;
const ROUNDS = 3;
const CONTACTS = 3_000;
const AT_ONCE = 1_000;
const FLOOR = 5_000;

export async function benchRecord(): Promise<Figure[]> {
  const { db, close } = await benchDatabase();
  try {
    await fill(0, 5_000);
    await drain();
    const rates: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await fill(5_000 + round * MESSAGES, MESSAGES);
      rates.push(MESSAGES / (await drain()));
    }
    const [row] = await db.query<{ messages: number }>("select count(*) as messages from message");
    if (row?.messages !== ROUNDS * MESSAGES + 5_000)
      throw new Error(`The bench recorded ${row?.messages} messages.`);
    const median = rates.sort((a, b) => a - b)[1] ?? Number.NaN;
    return [{ name: `recording, median of ${ROUNDS}`, value: median, unit: "messages/s", floor: FLOOR }];
  } finally {
    await close();
  }

  async function fill(from: number, count: number): Promise<void> {
    for (let n = from; n < from + count; n += AT_ONCE)
      await appendBodies(
        db.pool,
        Array.from({ length: AT_ONCE }, (_, i) =>
          aBody(`wamid.record.${n + i}`, ((n + i) * 7_919) % CONTACTS, 1_795_000_000 + n + i),
        ),
        systemClock.now(),
      );
  }

  async function drain(): Promise<number> {
    const recorder = openRecorder({ db, clock: systemClock, log: pino({ level: "warn" }) });
    const began = performance.now();
    recorder.start();
    await recorder.idle();
    const took = (performance.now() - began) / 1_000;
    await recorder.stop();
    return took;
  }
}
