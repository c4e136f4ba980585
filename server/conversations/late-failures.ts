/** Most refusals come as a status: one of the whole number pauses it, one of a template has the list asked for. */
import type { Db } from "../db/pool.ts";
import { pauseSoon } from "../numbers/pause.ts";
import { askAfterRefusals } from "../templates/refused.ts";
import { freshFailures, stopsOf } from "./late-failure-rules.ts";
import { selectToldFailures } from "./late-failure-store.ts";
import type { StatusRow } from "./record-rules.ts";

/** Before the statuses are written: what is known already is no news. */
export async function noteLateFailures(tx: Db, statuses: readonly StatusRow[], now: Date): Promise<void> {
  const fresh = freshFailures(statuses, now);
  if (fresh.length === 0) return;
  const told = new Set((await selectToldFailures(tx, fresh)).map(keyOf));
  const news = fresh.filter((failure) => !told.has(keyOf(failure)));
  for (const [numberId, code] of stopsOf(news)) await pauseSoon(tx, numberId, code);
  await askAfterRefusals(tx, news);
}

const keyOf = ({ numberId, wamid }: { numberId: number; wamid: string }): string => `${numberId}:${wamid}`;
