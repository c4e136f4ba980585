/** Categories and areas put away, taken back and merged: nothing of a request is touched, so the fold of events holds. */
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type Asking, archivedAlready, asSeen, asTarget, named, nameTaken, note } from "./asking.ts";
import { findNamed, followMerges, type KindTable, lockKinds, writeStanding } from "./kind-store.ts";

type Seen = { id: number; version: number };

export async function archiveKind(tx: Db, table: KindTable, seen: Seen, asking: Asking): Promise<void> {
  const row = asSeen(await lockKinds(tx, table), seen.id, seen.version, table);
  if (row.isArchived) throw archivedAlready(table);
  await writeStanding(tx, table, { id: seen.id, archivedAt: asking.now, mergedInto: null });
  await note(tx, asking, { kind: table, id: seen.id, done: "archived" });
}

/** Under its own name and out of whatever it was merged into, with all that had been merged into it. */
export async function restoreKind(
  tx: Db,
  table: KindTable,
  seen: Seen & { name: string },
  asking: Asking,
): Promise<void> {
  const row = asSeen(await lockKinds(tx, table), seen.id, seen.version, table);
  if (!row.isArchived) return;
  if (await findNamed(tx, table, seen.name, seen.id)) throw nameTaken(table, seen.name);
  await named(table, seen.name, () =>
    writeStanding(tx, table, { id: seen.id, archivedAt: null, mergedInto: null }),
  );
  await followMerges(tx, table);
  await note(tx, asking, {
    kind: table,
    id: seen.id,
    done: "restored",
    facts: row.mergedInto === null ? {} : { from: row.mergedInto },
  });
}

export async function mergeKind(
  tx: Db,
  table: KindTable,
  seen: Seen,
  into: number,
  asking: Asking,
): Promise<void> {
  const all = await lockKinds(tx, table);
  const row = asSeen(all, seen.id, seen.version, table);
  asTarget(all, into, seen.id, table);
  if (row.mergedInto !== null)
    throw new UserError("conflict", `This ${table} was merged already. Take it apart first.`, {
      code: "trade_archived",
    });
  await writeStanding(tx, table, { id: seen.id, archivedAt: asking.now, mergedInto: into });
  await followMerges(tx, table);
  await note(tx, asking, { kind: table, id: seen.id, done: "merged", facts: { into } });
}
