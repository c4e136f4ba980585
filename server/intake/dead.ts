/** Deliveries that could not be recorded: listed, and tried again one by one or all. Safe to repeat. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Why } from "../../shared/api/intake.ts";
import type { Clock } from "../clock.ts";
import { planForLargeTables } from "../db/plans.ts";
import type { Database, Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { type Act, audit } from "../people/audit.ts";
import { whyDead } from "./reason-rules.ts";
import { readDeliveries, recordRead } from "./record.ts";
import {
  countDeadAfter,
  type DeadRow,
  deadAfter,
  findBody,
  listDead,
  listDeadBefore,
  lockDelivery,
  markRecorded,
  markStillDead,
} from "./report-store.ts";
import { isPassing, reasonOf } from "./trouble.ts";

export type Replay = {
  id: number;
  outcome: "recorded" | "dead";
  /** It had been recorded before, so nothing was done now. */
  wasRecorded: boolean;
  reason: string | null;
};

export type DeadDelivery = DeadRow & { why: Why };

const PAGE = 50;
/** Longer than this no page waits for an answer. */
const SOME_MS = 1_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 400;

const withWhy = (row: DeadRow): DeadDelivery => ({ ...row, why: whyDead(row.reason) });

export async function listDeadDeliveries(db: Db): Promise<DeadDelivery[]> {
  return (await listDead(db)).map(withWhy);
}

/** A page of them, newest first, those before one. */
export async function pageOfDead(
  db: Db,
  before: number | null,
): Promise<{ dead: DeadDelivery[]; hasMore: boolean }> {
  const rows = await listDeadBefore(db, before, PAGE + 1);
  return { dead: rows.slice(0, PAGE).map(withWhy), hasMore: rows.length > PAGE };
}

/**
 * Try one again. One that was recorded before is left alone, so a second replay changes nothing, whoever asks for it
 * and whatever is recorded at the same time.
 * @throws UserError when there is no such delivery, or the database is away or busy for long
 */
export async function replayDead(
  db: Database,
  id: number,
  now: Date,
  by: Act["by"] = "command",
): Promise<Replay> {
  return patiently(async () => {
    try {
      return await db.transaction((tx) => replayLocked(tx, id, now, by));
    } catch (error) {
      if (error instanceof UserError || isPassing(error)) throw error;
      return await db.transaction((tx) => keepDead(tx, id, reasonOf(error), now, by));
    }
  });
}

async function replayLocked(tx: Db, id: number, now: Date, by: Act["by"]): Promise<Replay> {
  const delivery = await lockDelivery(tx, id);
  if (!delivery) throw new UserError("not_found", `There is no delivery ${id}.`);
  const { body, outcome } = delivery;
  if (outcome !== "dead" || body === null) return wasRecorded(id);
  const read = readDeliveries([{ id, receivedAt: delivery.receivedAt, body }]);
  const [unread] = read.unread;
  if (unread) return keepDead(tx, id, unread.reason, now, by);
  await planForLargeTables(tx);
  await recordRead(tx, read, now);
  await markRecorded(tx, id, now);
  await tell(tx, id, "recorded", now, by);
  return { id, outcome: "recorded", wasRecorded: false, reason: null };
}

/** Unless somebody else recorded it since. */
async function keepDead(tx: Db, id: number, reason: string, now: Date, by: Act["by"]): Promise<Replay> {
  if (!(await markStillDead(tx, id, reason))) return wasRecorded(id);
  await tell(tx, id, "dead", now, by);
  return { id, outcome: "dead", wasRecorded: false, reason };
}

const wasRecorded = (id: number): Replay => ({ id, outcome: "recorded", wasRecorded: true, reason: null });

async function tell(tx: Db, id: number, outcome: Replay["outcome"], at: Date, by: Act["by"]): Promise<void> {
  await audit(tx, {
    at,
    by,
    action: "delivery.replayed",
    subject: { kind: "delivery", id },
    facts: { outcome },
  });
  await announce(tx, ["intake"]);
}

/** Whatever passes by itself (two transactions in each other's way) is no end of a replay. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs *= 2) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof UserError || !isPassing(error)) throw error;
      if (pauseMs > LONGEST_PAUSE_MS)
        throw new UserError("unavailable", "The database is away or busy. Try again in a moment.");
      await sleep(pauseMs);
    }
  }
}

export type SomeReplays = { replays: Replay[]; next: number | null; left: number };

/**
 * Those after one, oldest first, for about a second; `next` is where to go on, null at the end. Each in a transaction
 * of its own: one that fails again does not hold the others, and is not met again on the way.
 */
export async function replaySomeDead(
  { db, clock }: { db: Database; clock: Clock },
  after: number,
  by: Act["by"],
): Promise<SomeReplays> {
  const began = performance.now();
  const replays: Replay[] = [];
  let last = after;
  for (const id of await deadAfter(db, after, PAGE)) {
    replays.push(await replayDead(db, id, clock.now(), by));
    last = id;
    if (performance.now() - began > SOME_MS) break;
  }
  const left = await countDeadAfter(db, last);
  return { replays, next: left > 0 ? last : null, left };
}

export async function replayAllDead(db: Database, now: Date): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (;;) {
    const ids = await deadAfter(db, replays.at(-1)?.id ?? 0, PAGE);
    if (ids.length === 0) return replays;
    for (const id of ids) replays.push(await replayDead(db, id, now));
  }
}

/**
 * What was posted, for an admin to look at. It holds what people wrote, so whoever looks is written down first.
 * @throws UserError when it is not kept (any more)
 */
export async function lookAtBody(
  db: Database,
  id: number,
  { by, at, address }: Pick<Act, "by" | "at" | "address">,
): Promise<Buffer> {
  return db.transaction(async (tx) => {
    const body = await findBody(tx, id);
    if (!body) throw new UserError("not_found", `The body of delivery ${id} is not kept (any more).`);
    await audit(tx, { at, by, action: "delivery.looked_at", subject: { kind: "delivery", id }, address });
    return body;
  });
}
