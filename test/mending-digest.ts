/** All that mending may change, so that before and after can be compared: requests but for their number of events, which messages they hold, and what waits. */
import type { Db } from "../server/db/pool.ts";

export async function mendingDigest(db: Db): Promise<unknown> {
  const [row] = await db.query<{ digest: unknown }>(
    `select jsonb_build_object(
      'requests', (select jsonb_agg(to_jsonb(r) - 'version' order by r.id) from request r where not is_void),
      'links', (select jsonb_agg(jsonb_build_array(l.request_id, l.message_id) order by l.request_id, l.message_id)
        from request_message l),
      'messages', (select jsonb_agg(to_jsonb(m) order by m.id) from message m),
      'decided', (select jsonb_agg(d.id order by d.id) from decision d where undone_at is null)
    ) as digest`,
  );
  return row?.digest;
}

/** What never holds, whatever was mended: a message that waits and belongs somewhere, or belongs nowhere and does not wait; a clock that runs from words a request does not hold. */
export async function mendingFaults(db: Db): Promise<unknown[]> {
  return db.query(
    `select 'waits' as fault, m.id
    from message m
    where m.triage is not null
      and (m.triage = 'waiting') = exists (select from request_message l where l.message_id = m.id)
    union all
    select 'clock', r.id
    from request r
    where not r.is_void and r.merged_into is null and r.last_client_message_at is distinct from (
      select max(m.said_at) from request_message l join message m on m.id = l.message_id
      where l.request_id = r.id and m.triage is not null)
    union all
    select 'voided', r.id from request r join request_message l on l.request_id = r.id where r.is_void`,
  );
}
