/** When the client said the last of what a request holds: what its clocks run from after messages came or went. */
import type { Db } from "../db/pool.ts";
import { selectLastHeard, selectLastHeardWithout } from "./mending-store.ts";

/** As it will be once these messages have left. */
export async function lastHeardWithout(
  tx: Db,
  requestId: number,
  messageIds: readonly number[],
): Promise<string | null> {
  return (await selectLastHeardWithout(tx, requestId, messageIds))?.toISOString() ?? null;
}

/** As it is now, by request. */
export async function lastHeardOf(
  tx: Db,
  requestIds: readonly number[],
): Promise<Map<number, string | null>> {
  const rows = await selectLastHeard(tx, requestIds);
  return new Map(rows.map(({ requestId, at }) => [requestId, at?.toISOString() ?? null]));
}
