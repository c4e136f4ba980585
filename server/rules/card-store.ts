/** Reads what of a card is not in its messages: whose number, who writes, what they have open. By index alone. */
import type { Db } from "../db/pool.ts";

export type CardAsk = {
  conversationId: number;
  /** The whole person; null: a group. */
  contactId: number | null;
  firstAt: Date;
};
export type CardFacts = {
  numberId: number | null;
  kinds: string[] | null;
  isNew: boolean;
  openRequests: number;
  chases: number;
};

/**
 * One row an ask, in their order, as it stood when the item began. For each: the person's threads, the first entry of
 * each by `message_thread`, their requests by `request_contact`, their events by the primary key.
 */
export async function listCardFacts(db: Db, asks: readonly CardAsk[]): Promise<CardFacts[]> {
  return db.query<CardFacts>(
    `select v.number_id as "numberId", c.kinds,
      not exists (
        select from contact part join conversation w on w.contact_id = part.id
        join lateral (
          select said_at from message m
          where m.conversation_id = w.id and m.side in ('client', 'worker') and m.said_at < ask.first_at
          limit 1) as earlier on true
        where part.id = ask.contact_id or part.merged_into = ask.contact_id) as "isNew",
      coalesce(open.count, 0) as "openRequests", coalesce(open.chases, 0) as chases
    from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) with ordinality
      as ask (conversation_id, contact_id, first_at, place)
    left join conversation v on v.id = ask.conversation_id
    left join contact c on c.id = ask.contact_id
    left join lateral (
      select count(*)::int as count, max(chased.count)::int as chases
      from contact part join request r on r.contact_id = part.id
      cross join lateral (
        select count(*) as count from request_event e
        where e.request_id = r.id and e.kind = 'chased' and e.at < ask.first_at) as chased
      where (part.id = ask.contact_id or part.merged_into = ask.contact_id) and not r.is_void
        and r.opened_at < ask.first_at
        and (r.state not in ('closed', 'cancelled') or r.state_since >= ask.first_at)
    ) as open on true
    order by ask.place`,
    [
      asks.map(({ conversationId }) => conversationId),
      asks.map(({ contactId }) => contactId),
      asks.map(({ firstAt }) => firstAt),
    ],
  );
}
