/** Makes costs from statuses, each minute, beside the recorder: in order of the deliveries, and again behind that. */
import { setImmediate as letOthersIn, setTimeout as sleep } from "node:timers/promises";
import type { Db } from "../db/pool.ts";
import { repeat } from "../repeat.ts";
import type { System } from "../system.ts";
import { type CostRow, costRow, nextWidth } from "./pass-rules.ts";
import {
  countStatuses,
  firstDeliverySince,
  forgetCosts,
  type Place,
  readPlace,
  recordedTo,
  selectUnclaimed,
  selectUnits,
  tryCostLock,
  type UnitRow,
  waitForCostLock,
  writeCosts,
  writePlace,
} from "./pass-store.ts";
import { readPricing } from "./pricing.ts";

const EVERY_MS = 60_000;
/** A body may get its number before one that commits earlier; so many are read again each time. */
const MARGIN = 1_000;
/** A replayed delivery, or a price that came with a second word on a status, is found by reading again behind. */
const AGAIN_MS = 45 * 24 * 3_600_000;
/** Between two slices: nobody waits for the figures. */
const REST_MS = 20;
const UNCLAIMED_MS = 15 * 60_000;
const MOST_UNCLAIMED = 2_000;

type Passing = Pick<System, "db" | "clock">;

/** How wide slices are; kept between passes, because it is learned from what the last one held. */
export type Widths = { ahead: number; again: number };
const firstWidths = (): Widths => ({ ahead: 2_000, again: 2_000 });

/** Everything that is recorded by now is counted after it. False when another process is at it. */
export async function countCosts(system: Passing, widths: Widths = firstWidths()): Promise<boolean> {
  const upTo = await recordedTo(system.db);
  for (;;) {
    const step = await system.db.transaction(async (tx) => {
      if (!(await tryCostLock(tx))) return "taken";
      const place = await readPlace(tx);
      if (place.readTo >= upTo) return "read";
      await readAhead(tx, place, upTo, widths);
      return "more";
    });
    if (step === "taken") return false;
    if (step === "read") break;
    await sleep(REST_MS);
  }
  await system.db.transaction(async (tx) => {
    if (!(await tryCostLock(tx))) return;
    const now = system.clock.now();
    const place = await readPlace(tx);
    await keep(tx, await selectUnits(tx, place.readTo - MARGIN, place.readTo));
    await keep(tx, await selectUnclaimed(tx, new Date(now.getTime() - UNCLAIMED_MS), MOST_UNCLAIMED));
    await readAgain(tx, place, now, widths);
  });
  return true;
}

/** One slice on; a slice that is too full is made narrower and not read. */
async function readAhead(tx: Db, place: Place, upTo: number, widths: Widths): Promise<void> {
  const { to, width } = await sliceFrom(tx, place.readTo, upTo, widths.ahead);
  await keep(tx, await selectUnits(tx, place.readTo, to));
  widths.ahead = width;
  await writePlace(tx, { ...place, readTo: to });
}

/** One slice of what was read already; at the end it begins anew some weeks back. */
async function readAgain(tx: Db, place: Place, now: Date, widths: Widths): Promise<void> {
  const { to, width } = await sliceFrom(tx, place.againFrom, place.readTo, widths.again);
  await keep(tx, await selectUnits(tx, place.againFrom, to));
  widths.again = width;
  const isRound = to >= place.readTo;
  const first = isRound ? await firstDeliverySince(tx, new Date(now.getTime() - AGAIN_MS)) : null;
  await writePlace(tx, { ...place, againFrom: isRound ? Math.max(0, (first ?? 1) - 1) : to });
}

const FULLEST = 20_000;

async function sliceFrom(
  tx: Db,
  from: number,
  upTo: number,
  wanted: number,
): Promise<{ to: number; width: number }> {
  for (let width = wanted; ; width = Math.max(1, Math.floor(width / 8))) {
    const to = Math.min(upTo, from + width);
    const count = await countStatuses(tx, from, to);
    if (count <= FULLEST || width === 1) return { to, width: nextWidth(width, count) };
  }
}

/** Messages go out in the same process: so many are reckoned without letting others in, 5 ms. */
const AT_ONCE = 150;

async function keep(tx: Db, units: readonly UnitRow[]): Promise<void> {
  const rows: CostRow[] = [];
  for (const [place, unit] of units.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) await letOthersIn();
    const row = costRow({ ...unit, pricing: readPricing(unit.pricing) });
    if (row) rows.push(row);
  }
  await writeCosts(tx, rows);
}

/** Everything is forgotten and made again from the statuses. */
export async function recountCosts(system: Passing): Promise<void> {
  await system.db.transaction(async (tx) => {
    await waitForCostLock(tx);
    await forgetCosts(tx);
  });
  await countCosts(system);
}

export type CostCounter = { stop(): Promise<void> };

export function startCostCounter(system: Passing & Pick<System, "log">, everyMs = EVERY_MS): CostCounter {
  const widths = firstWidths();
  return repeat(system.log, {
    everyMs,
    failed: "costs could not be counted; trying again later",
    work: () => countCosts(system, widths),
  });
}
