/** What came in, in figures: all of it for the command line, today's for the page. */
import type { Db } from "../db/pool.ts";
import { readDeliveries } from "./record.ts";
import { type Counts, countIntake, findLast, findNumberName, readFigures } from "./report-store.ts";

/** Everything there is; over millions of messages that takes seconds. */
export async function intakeSummary(db: Db): Promise<Counts> {
  return countIntake(db);
}

/** Further than this nobody counts by eye. */
const MOST = 10_000;
/** Reading who a larger one is for would cost more than it is worth. */
const MOST_BYTES = 256 * 1024;

export type Figures = {
  since: { deliveries: number; isMore: boolean };
  waiting: { deliveries: number; oldestAt: Date | null };
  dead: number;
  last: { receivedAt: Date; number: string | null } | null;
};

export async function intakeFigures(db: Db, since: Date): Promise<Figures> {
  const figures = await readFigures(db, since, MOST);
  const last = await findLast(db, MOST_BYTES);
  return {
    since: { deliveries: Math.min(figures.since, MOST), isMore: figures.since >= MOST },
    waiting: { deliveries: figures.waiting, oldestAt: figures.oldestAt },
    dead: figures.dead,
    last: last && { receivedAt: last.receivedAt, number: await numberOf(db, last.body, last.receivedAt) },
  };
}

/** Which of our numbers a body is for, by the first thing in it that says so. */
async function numberOf(db: Db, body: Buffer | null, receivedAt: Date): Promise<string | null> {
  if (!body) return null;
  const { read } = readDeliveries([{ id: 0, receivedAt, body }]);
  for (const { event } of read)
    if ("about" in event && event.about) return findNumberName(db, event.about.phoneNumberId);
  return null;
}
