/** Deliveries that could not be recorded: listed, and tried again one by one or all. Safe to repeat. */
import type { Database, Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { readDeliveries, recordRead } from "./record.ts";
import { type DeadRow, listDead, lockDelivery, markRecorded, markStillDead } from "./report-store.ts";
import { isPassing, reasonOf } from "./trouble.ts";

export type Replay = { id: number; outcome: "recorded" | "dead"; reason: string | null };

export async function listDeadDeliveries(db: Db): Promise<DeadRow[]> {
  return listDead(db);
}

/**
 * Try one again. One that was recorded before is left alone, so a second replay changes nothing.
 * @throws UserError when there is no such delivery
 */
export async function replayDead(db: Database, id: number, now: Date): Promise<Replay> {
  try {
    return await db.transaction(async (tx) => {
      const delivery = await lockDelivery(tx, id);
      if (!delivery) throw new UserError("not_found", `There is no delivery ${id}.`);
      const { body, outcome } = delivery;
      if (outcome !== "dead" || body === null) return { id, outcome: "recorded", reason: null };
      const read = readDeliveries([{ id, receivedAt: delivery.receivedAt, body }]);
      const [unread] = read.unread;
      if (unread) {
        await markStillDead(tx, id, unread.reason);
        return { id, outcome: "dead", reason: unread.reason };
      }
      await recordRead(tx, read, now);
      await markRecorded(tx, id, now);
      return { id, outcome: "recorded", reason: null };
    });
  } catch (error) {
    if (error instanceof UserError || isPassing(error)) throw error;
    const reason = reasonOf(error);
    await markStillDead(db, id, reason);
    return { id, outcome: "dead", reason };
  }
}

/** Each in a transaction of its own: one that fails again does not hold the others. */
export async function replayAllDead(db: Database, now: Date): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (const { id } of await listDead(db)) replays.push(await replayDead(db, id, now));
  return replays;
}
