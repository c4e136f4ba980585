/** Where the messages of a thread are found: places in it, a page at a time, and whom it is with. */
import type { Db } from "../db/pool.ts";
import type { Names, Place } from "./rules.ts";

/** Newest first, one more than the page so that the caller knows whether there is a page before it. */
export async function selectThreadPage(
  db: Db,
  conversationId: number,
  before: Place | null,
  limit: number,
): Promise<Place[]> {
  return db.query<Place>(
    `
    select id, said_at as at
    from message
    where conversation_id = $1
      and (said_at, id) < (coalesce($2::timestamptz, 'infinity'), coalesce($3::bigint, 9223372036854775807))
    order by said_at desc, id desc
    limit $4`,
    [conversationId, before?.at ?? null, before?.id ?? null, limit],
  );
}

/** The same, of the messages that were sorted to one request. */
export async function selectRequestPage(
  db: Db,
  conversationId: number,
  requestId: number,
  before: Place | null,
  limit: number,
): Promise<Place[]> {
  return db.query<Place>(
    `
    select m.id, m.said_at as at
    from request_message rm
    join message m on m.id = rm.message_id
    where rm.request_id = $5 and m.conversation_id = $1
      and (m.said_at, m.id) < (coalesce($2::timestamptz, 'infinity'), coalesce($3::bigint, 9223372036854775807))
    order by m.said_at desc, m.id desc
    limit $4`,
    [conversationId, before?.at ?? null, before?.id ?? null, limit, requestId],
  );
}

export type ThreadHead = {
  contact: ({ id: number } & Names) | null;
  number: { id: number; name: string };
  lastInAt: Date | null;
};

export async function selectThreadHead(db: Db, conversationId: number): Promise<ThreadHead | undefined> {
  const [row] = await db.query<ThreadHead>(
    `
    select
      case when c.id is not null then
        json_build_object('id', c.id, 'name', c.name, 'username', c.username, 'phone', c.phone) end as contact,
      json_build_object('id', n.id, 'name', n.name) as number,
      v.last_in_at as "lastInAt"
    from conversation v
    join number n on n.id = v.number_id
    left join contact said on said.id = v.contact_id
    left join contact c on c.id = coalesce(said.merged_into, said.id)
    where v.id = $1`,
    [conversationId],
  );
  return row;
}
