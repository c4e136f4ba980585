/** Messages of an item, locked for one decision about all of them. */
import { lockUnsorted, type SortableMessage } from "../conversations/sorting.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { sortedAlready } from "./tray.ts";

type Locked = readonly [SortableMessage, ...SortableMessage[]];

/** In their order. @throws UserError when one is gone, or was sorted meanwhile */
export async function lockItem(tx: Db, ids: readonly number[]): Promise<Locked> {
  const [first, ...others] = await lockUnsorted(tx, ids);
  if (!first || others.length + 1 < ids.length)
    throw new UserError("not_found", "A message of this item is not here any more. Look at the tray again.");
  const sorted = [first, ...others].filter(({ triage }) => triage !== "waiting");
  if (sorted.length > 0)
    throw await sortedAlready(
      tx,
      sorted.map(({ id }) => id),
    );
  return [first, ...others];
}
