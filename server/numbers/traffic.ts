/** Counts what each number says and hears, every five minutes, and tells screens when a finding came or went. */

import { announce } from "../live/changes.ts";
import { repeat } from "../repeat.ts";
import type { System } from "../system.ts";
import { type HealthParts, readHealth } from "./health.ts";
import { countFrom } from "./traffic-rules.ts";
import { holdNumbers, lastCountedHour, recount, tryCountingLock } from "./traffic-store.ts";

export const COUNT_EVERY_MS = 5 * 60_000;

/** Safe to repeat and in several processes at once. False when another process is at it. */
export async function countTraffic({ db, clock }: Pick<System, "db" | "clock">): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await tryCountingLock(tx))) return false;
    const now = clock.now();
    await holdNumbers(tx);
    await recount(tx, countFrom(await lastCountedHour(tx, now), now));
    return true;
  });
}

export type TrafficCounter = { stop(): Promise<void> };

/** Time alone makes a number silent, so findings are compared after each count and not only told when something arrives. */
export function startTrafficCounter(
  system: HealthParts & Pick<System, "log">,
  everyMs = COUNT_EVERY_MS,
): TrafficCounter {
  let before: string | null = null;
  async function once(): Promise<void> {
    await countTraffic(system);
    const { house, numbers } = await readHealth(system);
    const told = JSON.stringify([
      house.map(({ code }) => code),
      numbers.map(({ number, findings }) => [number.id, findings.map(({ code, level }) => [code, level])]),
    ]);
    if (before !== null && told !== before) await announce(system.db, ["numbers"]);
    before = told;
  }
  return repeat(system.log, {
    everyMs,
    failed: "traffic could not be counted; trying again later",
    work: once,
  });
}
