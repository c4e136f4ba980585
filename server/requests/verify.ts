/** Law 5 checked from outside: every request's row is the fold of its events. */
import type { Database } from "../db/pool.ts";
import { COLUMNS, fold, isInstant } from "./row.ts";
import { listEvents } from "./store.ts";
import { type KeptRow, listRowsAfter, readOneMoment } from "./verify-store.ts";

export type Difference = { requestId: number; column: string; row: unknown; fold: unknown };

const STEP = 500;

/** Folds all events again, a stretch of ids at a time, each read at one moment. */
export async function verify(db: Database): Promise<{ checked: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  let checked = 0;
  let last = 0;
  for (;;) {
    const found = await db.transaction(async (tx) => {
      await readOneMoment(tx);
      const rows = await listRowsAfter(tx, last, STEP);
      const events = await listEvents(
        tx,
        rows.map((row) => row.id),
      );
      const byRequest = Map.groupBy(events, (event) => event.request_id);
      return rows.map((row) => ({ row, fold: fold(byRequest.get(row.id) ?? []) }));
    });
    for (const { row, fold: folded } of found) differences.push(...compare(row, folded));
    checked += found.length;
    const end = found.at(-1);
    if (!end) return { checked, differences };
    last = end.row.id;
  }
}

function compare(row: KeptRow, folded: ReturnType<typeof fold>): Difference[] {
  return (["version", ...COLUMNS] as const)
    .filter((column) => {
      const kept = row[column] ?? null;
      const told = folded[column] ?? null;
      if (column === "version" || !isInstant(column) || kept === null || told === null) return kept !== told;
      return Date.parse(String(kept)) !== Date.parse(String(told));
    })
    .map((column) => ({
      requestId: row.id,
      column,
      row: row[column] ?? null,
      fold: folded[column] ?? null,
    }));
}
