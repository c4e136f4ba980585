/** Opens the week that deliveries are kept with, and clears away those that are old enough. */

import type { Database } from "../db/pool.ts";
import { repeat } from "../repeat.ts";
import type { System } from "../system.ts";
import { type Week, weekOf, weeksToClear } from "./week-rules.ts";
import { countCleared, dropWeek, listWeeks, lockWeeks, makeWeek, moveDead } from "./week-store.ts";

const opened = new WeakMap<Database, Set<Week>>();

/** Before anything is kept at `now`. Costs a look at memory, but for the first time in each week. */
export async function openWeek(db: Database, now: Date): Promise<void> {
  const week = weekOf(now);
  const known = opened.get(db) ?? new Set<Week>();
  opened.set(db, known);
  if (known.has(week)) return;
  await db.transaction(async (tx) => {
    await lockWeeks(tx);
    if (!(await listWeeks(tx)).includes(week)) await makeWeek(tx, week);
  });
  known.add(week);
}

/** Each week in a transaction of its own; returns those that went. The dead stay, and everything stays counted. */
export async function clearOldWeeks(
  db: Database,
  { now, keepDays }: { now: Date; keepDays: number },
): Promise<Week[]> {
  const old = weeksToClear(await listWeeks(db), now, keepDays);
  if (old.length > 0) await openWeek(db, now);
  for (const week of old) await db.transaction((tx) => clearWeek(tx, week, now));
  return old;
}

async function clearWeek(tx: Parameters<typeof lockWeeks>[0], week: Week, now: Date): Promise<void> {
  await lockWeeks(tx);
  // Another process was quicker.
  if (!(await listWeeks(tx)).includes(week)) return;
  await moveDead(tx, week, weekOf(now));
  await countCleared(tx, week, now);
  await dropWeek(tx, week);
}

const EVERY_MS = 3_600_000;

export type WeekKeeper = { stop(): Promise<void> };

/** Clears now and each hour. What did not work is tried the next time. */
export function keepWeeks(
  { db, clock, log, config }: Pick<System, "db" | "clock" | "log" | "config">,
  everyMs = EVERY_MS,
): WeekKeeper {
  return repeat(log, {
    everyMs,
    failed: "old deliveries could not be cleared away",
    async work() {
      const cleared = await clearOldWeeks(db, { now: clock.now(), keepDays: config.keepDeliveriesDays });
      if (cleared.length > 0) log.info({ weeks: cleared }, "old deliveries were cleared away");
    },
  });
}
