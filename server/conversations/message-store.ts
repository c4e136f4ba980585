/** Reading messages: each query serves a whole page at once. */
import type { MessageContent, MessageKind, SendState, Side } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";
import type { Names } from "./rules.ts";

export type MessageRow = {
  id: number;
  conversationId: number;
  kind: MessageKind;
  side: Side;
  accountName: string | null;
  contact: Names | null;
  fromPhone: boolean;
  saidAt: Date;
  body: string | null;
  content: MessageContent | null;
  media: {
    id: number;
    mimeType: string;
    state: "waiting" | "fetched" | "failed";
    bytes: number | null;
  } | null;
  quotedWamid: string | null;
  quotedId: number | null;
  quotedBody: string | null;
  quotedIsRevoked: boolean | null;
  reactions: { emoji: string; contact: Names | null }[];
  isEdited: boolean;
  isRevoked: boolean;
  sendState: SendState | null;
  sendStateAt: Date | null;
  sendError: number | null;
  requestIds: number[];
  unsorted: boolean;
};

/** In WhatsApp's order, whatever the order of the ids. */
export async function selectMessages(db: Db, ids: readonly number[]): Promise<MessageRow[]> {
  return db.query<MessageRow>(
    `
    with wanted as (
      select m.* from message m where m.id = any ($1::bigint[])
    ), reacted as (
      select w.id, json_agg(json_build_object(
          'emoji', r.emoji,
          'contact', case when c.id is not null
            then json_build_object('name', c.name, 'username', c.username, 'phone', c.phone) end)
        order by r.at, r.contact_id) as list
      from wanted w
      join reaction r on r.number_id = w.number_id and r.target_wamid = w.wamid
      left join contact said on said.id = r.contact_id
      left join contact c on c.id = coalesce(said.merged_into, said.id)
      where r.emoji is not null
      group by w.id
    ), sorted as (
      select rm.message_id, json_agg(rm.request_id order by rm.request_id) as list
      from request_message rm
      where rm.message_id = any ($1::bigint[])
      group by rm.message_id
    )
    select m.id, m.conversation_id as "conversationId", m.kind, m.side, a.name as "accountName",
      case when c.id is not null
        then json_build_object('name', c.name, 'username', c.username, 'phone', c.phone) end as contact,
      m.from_phone as "fromPhone", m.said_at as "saidAt", w.body, w.content,
      case when f.id is not null
        then json_build_object('id', f.id, 'mimeType', f.mime_type, 'state', f.state, 'bytes', f.bytes)
      end as media,
      m.quoted_wamid as "quotedWamid", q.id as "quotedId", qw.body as "quotedBody",
      q.revoked_at is not null as "quotedIsRevoked",
      coalesce(reacted.list, '[]') as reactions,
      m.edited_at is not null as "isEdited", m.revoked_at is not null as "isRevoked",
      m.send_state as "sendState", m.send_state_at as "sendStateAt", m.send_error as "sendError",
      coalesce(sorted.list, '[]') as "requestIds",
      m.triage is not distinct from 'waiting' as unsorted
    from wanted m
    left join message_words w on w.message_id = m.id
    left join media f on f.message_id = m.id
    left join account a on a.id = m.account_id
    left join contact said on said.id = m.contact_id
    left join contact c on c.id = coalesce(said.merged_into, said.id)
    left join message q on q.number_id = m.number_id and q.wamid = m.quoted_wamid
    left join message_words qw on qw.message_id = q.id
    left join reacted on reacted.id = m.id
    left join sorted on sorted.message_id = m.id
    order by m.said_at, m.id`,
    [ids],
  );
}
