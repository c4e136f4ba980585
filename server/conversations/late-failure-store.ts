/** SQL of failures that come as a status. */
import { bigints, strings } from "../db/arrays.ts";
import type { Db } from "../db/pool.ts";

/** Those of which it was said before that they failed: the same webhook twice, or a replay. */
export async function selectToldFailures(
  tx: Db,
  of: readonly { numberId: number; wamid: string }[],
): Promise<{ numberId: number; wamid: string }[]> {
  return tx.query(
    `select s.number_id as "numberId", s.wamid
     from unnest($1::bigint[], $2::text[]) as d (number_id, wamid)
     join message_status s on s.number_id = d.number_id and s.wamid = d.wamid
     where s.status = 'failed' and s.participant = ''`,
    [bigints(of.map(({ numberId }) => numberId)), strings(of.map(({ wamid }) => wamid))],
  );
}
