/** Reading messages: each query serves a whole page at once. */
import type { MessageContent, MessageKind, SendState, Side } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";
import type { MediaRow } from "./media-rules.ts";
import type { Names } from "./rules.ts";

export type MessageRow = {
  id: number;
  conversationId: number;
  kind: MessageKind;
  side: Side;
  accountName: string | null;
  contact: Names | null;
  fromPhone: boolean;
  cameBy: "webhook" | "echo" | "history" | "standby" | "us";
  saidAt: Date;
  body: string | null;
  content: MessageContent | null;
  media: MediaRow | null;
  quotedWamid: string | null;
  quotedId: number | null;
  quotedBody: string | null;
  quotedKind: MessageKind | null;
  quotedSide: Side | null;
  quotedAuthor: Names | null;
  quotedIsRevoked: boolean | null;
  reactions: {
    emoji: string;
    isOurs: boolean;
    contact: Names | null;
    /** Of one of ours that was written here: the message that carries it out. */
    carrierId: number | null;
    sendState: SendState | null;
    sendError: number | null;
  }[];
  isEdited: boolean;
  /** Before it was first edited, and each edit, oldest first. */
  firstBody: string | null;
  edits: { at: string; body: string | null }[];
  revokedAt: Date | null;
  sendState: SendState | null;
  sendStateAt: Date | null;
  sendError: number | null;
  remarks: { status: string; code: number | null }[];
  /** Of a message in a group: how many members are known to have it. */
  members: { of: number; delivered: number; read: number; failed: number };
  requestIds: number[];
  unsorted: boolean;
};

/** In WhatsApp's order, whatever the order of the ids. */
export async function selectMessages(db: Db, ids: readonly number[]): Promise<MessageRow[]> {
  return db.query<MessageRow>(
    `
    with wanted as (
      -- A reaction of ours goes out as a message and is shown at the one it is about.
      select m.* from message m where m.id = any ($1::bigint[]) and m.kind <> 'reaction'
    ), reacted as (
      select w.id, json_agg(json_build_object(
          'emoji', r.emoji, 'isOurs', r.contact_id = 0, 'carrierId', carrier.id,
          'sendState', carrier.send_state, 'sendError', carrier.send_error,
          'contact', case when c.id is not null
            then json_build_object('name', c.name, 'username', c.username, 'phone', c.phone) end)
        order by r.at, r.contact_id) as list
      from wanted w
      join reaction r on r.number_id = w.number_id and r.target_wamid = w.wamid
      left join contact said on said.id = r.contact_id
      left join contact c on c.id = coalesce(said.merged_into, said.id)
      left join message carrier on carrier.id = r.message_id and r.wamid is null
      where r.emoji is not null
      group by w.id
    ), sorted as (
      select rm.message_id, json_agg(rm.request_id order by rm.request_id) as list
      from request_message rm
      where rm.message_id = any ($1::bigint[])
      group by rm.message_id
    ), told as (
      select w.id,
        coalesce(json_agg(distinct jsonb_build_object('status', s.status, 'code', s.error_code))
          filter (where s.status not in ('sent', 'failed', 'delivered', 'read', 'played')), '[]') as remarks,
        json_build_object(
          'of', count(distinct s.participant) filter (where s.participant <> ''),
          'delivered', count(distinct s.participant)
            filter (where s.participant <> '' and s.status in ('delivered', 'read', 'played')),
          'read', count(distinct s.participant) filter (where s.participant <> '' and s.status in ('read', 'played')),
          'failed', count(distinct s.participant) filter (where s.participant <> '' and s.status = 'failed')) as members
      from wanted w
      join message_status s on s.number_id = w.number_id and s.wamid = w.wamid
      where w.send_state is not null
      group by w.id
    ), edited as (
      select w.id, json_agg(json_build_object('at', r.at, 'body', r.body) order by r.at, r.wamid) as list
      from wanted w
      join revision r on r.number_id = w.number_id and r.target_wamid = w.wamid and r.kind = 'edit'
      where w.edited_at is not null and w.revoked_at is null
      group by w.id
    )
    select m.id, m.conversation_id as "conversationId", m.kind, m.side, a.name as "accountName",
      case when c.id is not null
        then json_build_object('name', c.name, 'username', c.username, 'phone', c.phone) end as contact,
      m.from_phone as "fromPhone", m.came_by as "cameBy", m.said_at as "saidAt", w.body, w.content,
      case when f.id is not null
        then json_build_object('id', f.id, 'mimeType', f.mime_type, 'state', f.state, 'bytes', f.bytes,
          'reason', f.reason, 'hasThumbnail', f.thumbnail_as is not null, 'createdAt', f.created_at)
      end as media,
      m.quoted_wamid as "quotedWamid", q.id as "quotedId", qw.body as "quotedBody",
      q.kind as "quotedKind", q.side as "quotedSide", q.revoked_at is not null as "quotedIsRevoked",
      case when qc.id is not null
        then json_build_object('name', qc.name, 'username', qc.username, 'phone', qc.phone) end as "quotedAuthor",
      coalesce(reacted.list, '[]') as reactions,
      m.edited_at is not null as "isEdited", w.first_body as "firstBody", coalesce(edited.list, '[]') as edits,
      m.revoked_at as "revokedAt",
      case when m.send_state = 'queued' and exists (
          select from outbox o where o.message_id = m.id and o.state = 'calling')
        then 'calling' else m.send_state end as "sendState", m.send_state_at as "sendStateAt", m.send_error as "sendError",
      coalesce(told.remarks, '[]') as remarks,
      coalesce(told.members, '{"of": 0, "delivered": 0, "read": 0, "failed": 0}') as members,
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
    left join contact quoted on quoted.id = q.contact_id
    left join contact qc on qc.id = coalesce(quoted.merged_into, quoted.id)
    left join reacted on reacted.id = m.id
    left join sorted on sorted.message_id = m.id
    left join told on told.id = m.id
    left join edited on edited.id = m.id
    order by m.said_at, m.id`,
    [ids],
  );
}
