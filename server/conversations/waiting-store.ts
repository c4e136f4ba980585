/** Reactions, edits and revokes that speak of a message which is not here yet. */
import type { Db } from "../db/pool.ts";
import type { Place as InThread } from "./record-message-store.ts";
import type { Names } from "./rules.ts";

/** The threads there are at these places; a contact merged into another has its own still. */
export async function conversationsAt(
  tx: Db,
  places: readonly InThread[],
): Promise<{ conversationId: number }[]> {
  return tx.query<{ conversationId: number }>(
    `select v.id as "conversationId"
     from unnest($1::bigint[], $2::bigint[]) as g (number_id, contact_id)
     join conversation v on v.number_id = g.number_id and v.contact_id = g.contact_id
     union
     select v.id
     from unnest($1::bigint[], $3::text[]) as g (number_id, group_id)
     join conversation v on v.number_id = g.number_id and v.group_id = g.group_id`,
    [
      places.map(({ numberId }) => numberId),
      places.map(({ contactId }) => contactId),
      places.map(({ groupId }) => groupId),
    ],
  );
}

export type WaitingRow = {
  kind: "reaction" | "edit" | "revoke";
  at: Date;
  emoji: string | null;
  isOurs: boolean;
  contact: Names | null;
};

/**
 * Those of a thread within a span of it. What has come is told by the message being there, so nothing has to be
 * cleared when it comes. Over 1 M messages and 200,000 reactions: 0.13 ms for a page without any, 40 buffers with its
 * planning; 0.2 ms with six reactions that have all come.
 */
export async function selectWaiting(
  db: Db,
  ask: { conversationId: number; from: Date | null; until: Date | null },
): Promise<WaitingRow[]> {
  return db.query<WaitingRow>(
    `with place as (
       select v.number_id, v.group_id, o.id as contact_id
       from conversation v
       left join contact said on said.id = v.contact_id
       left join contact o on o.id = coalesce(said.merged_into, said.id) or o.merged_into = coalesce(said.merged_into, said.id)
       where v.id = $1
     ), spoken as (
       select 'reaction' as kind, r.number_id, r.target_wamid, r.at, r.emoji, r.contact_id = 0 as is_ours, r.contact_id
       from place p
       join reaction r on r.with_contact_id = p.contact_id and r.group_id is null and r.number_id = p.number_id
       where r.at >= $2 and r.at < $3 and r.emoji is not null
       union all
       select 'reaction', r.number_id, r.target_wamid, r.at, r.emoji, r.contact_id = 0, r.contact_id
       from place p join reaction r on r.group_id = p.group_id and r.number_id = p.number_id
       where r.at >= $2 and r.at < $3 and r.emoji is not null
       union all
       select r.kind, r.number_id, r.target_wamid, r.at, null, r.from_us, r.with_contact_id
       from place p
       join revision r on r.with_contact_id = p.contact_id and r.group_id is null and r.number_id = p.number_id
       where r.at >= $2 and r.at < $3
       union all
       select r.kind, r.number_id, r.target_wamid, r.at, null, r.from_us, r.with_contact_id
       from place p join revision r on r.group_id = p.group_id and r.number_id = p.number_id
       where r.at >= $2 and r.at < $3
     )
     select s.kind, s.at, s.emoji, s.is_ours as "isOurs",
       case when c.id is not null and not s.is_ours
         then json_build_object('name', c.name, 'username', c.username, 'phone', c.phone) end as contact
     from spoken s
     left join contact said on said.id = s.contact_id
     left join contact c on c.id = coalesce(said.merged_into, said.id)
     where not exists (select from message m where m.number_id = s.number_id and m.wamid = s.target_wamid)
     order by s.at, s.kind, s.target_wamid
     limit 50`,
    [ask.conversationId, ask.from ?? "-infinity", ask.until ?? "infinity"],
  );
}
