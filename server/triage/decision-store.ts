/** Decisions about messages of the tray. */
import type { DecisionKind } from "../../shared/api/tray.ts";
import type { Db } from "../db/pool.ts";

export type DecisionRow = {
  id: number;
  conversationId: number;
  kind: DecisionKind;
  requestId: number | null;
  eventSeq: number | null;
  at: Date;
  accountId: number | null;
  accountName: string | null;
  rule: string | null;
  undoneAt: Date | null;
  title: string | null;
  contactName: string | null;
  contactUsername: string | null;
  contactPhone: string | null;
  also: { id: number; title: string; seq: number }[];
};

const SELECT = `
  select decision.id, decision.conversation_id as "conversationId", decision.kind,
    decision.request_id as "requestId", decision.event_seq as "eventSeq", decision.at,
    decision.account_id as "accountId", account.name as "accountName", decision.rule,
    decision.undone_at as "undoneAt", title.body as title,
    contact.name as "contactName", contact.username as "contactUsername", contact.phone as "contactPhone",
    coalesce((select json_agg(json_build_object('id', part.request_id, 'title', also_title.body, 'seq', part.event_seq)
        order by part.request_id)
      from decision_part part
      join request also on also.id = part.request_id
      join words also_title on also_title.id = also.title_id
      where part.decision_id = decision.id), '[]') as also
  from decision
  join conversation on conversation.id = decision.conversation_id
  left join account on account.id = decision.account_id
  left join contact said on said.id = conversation.contact_id
  left join contact on contact.id = coalesce(said.merged_into, said.id)
  left join request on request.id = decision.request_id
  left join words title on title.id = request.title_id`;

export async function findDecision(db: Db, id: number): Promise<DecisionRow | undefined> {
  const [row] = await db.query<DecisionRow>(`${SELECT} where decision.id = $1`, [id]);
  return row;
}

/** Held until the transaction ends: it is taken back once. */
export async function lockDecision(tx: Db, id: number): Promise<DecisionRow | undefined> {
  const [row] = await tx.query<DecisionRow>(`${SELECT} where decision.id = $1 for update of decision`, [id]);
  return row;
}

/** Those that stand, newest first. */
export async function listDecisions(db: Db, limit: number): Promise<DecisionRow[]> {
  return db.query<DecisionRow>(
    `${SELECT} where decision.undone_at is null order by decision.at desc, decision.id desc limit $1`,
    [limit],
  );
}

/** This person's last decision that stands. */
export async function findLastDecision(
  db: Db,
  accountId: number,
  since: Date,
): Promise<DecisionRow | undefined> {
  const [row] = await db.query<DecisionRow>(
    `${SELECT} where decision.account_id = $1 and decision.at >= $2 and decision.undone_at is null
    order by decision.at desc, decision.id desc limit 1`,
    [accountId, since],
  );
  return row;
}

/** The decision that wrote this event, if one did. */
export async function findDecisionOfEvent(
  db: Db,
  requestId: number,
  seq: number,
): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>(
    `select id from decision where request_id = $1 and event_seq = $2 and undone_at is null
    union all
    select decision.id from decision_part part join decision on decision.id = part.decision_id
    where part.request_id = $1 and part.event_seq = $2 and decision.undone_at is null`,
    [requestId, seq],
  );
  return row?.id;
}

/** Who sorted any of these messages last. */
export async function findSorter(
  db: Db,
  messageIds: readonly number[],
): Promise<{ name: string | null; rule: string | null } | undefined> {
  const [row] = await db.query<{ name: string | null; rule: string | null }>(
    `select account.name, decision.rule
    from decision_message
    join decision on decision.id = decision_message.decision_id
    left join account on account.id = decision.account_id
    where decision_message.message_id = any($1::bigint[]) and decision.undone_at is null
    order by decision.at desc, decision.id desc
    limit 1`,
    [messageIds],
  );
  return row;
}

export async function insertDecision(
  tx: Db,
  made: {
    conversationId: number;
    kind: DecisionKind;
    requestId: number | null;
    eventSeq: number | null;
    at: Date;
    accountId: number | null;
    rule: string | null;
    messageIds: readonly number[];
  },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `with made as (
      insert into decision (conversation_id, kind, request_id, event_seq, at, account_id, rule)
      values ($1, $2, $3, $4, $5, $6, $8)
      returning id
    ), sorted as (
      insert into decision_message (decision_id, message_id)
      select made.id, said.id from made, unnest($7::bigint[]) as said (id)
    )
    select id from made`,
    [
      ...[made.conversationId, made.kind, made.requestId, made.eventSeq, made.at, made.accountId],
      ...[made.messageIds, made.rule],
    ],
  );
  if (!row) throw new Error("the new decision has no id");
  return row.id;
}

/** What else one decision said of its messages. */
export async function insertParts(
  tx: Db,
  decisionId: number,
  parts: readonly { kind: DecisionKind; requestId: number; seq: number }[],
): Promise<void> {
  if (parts.length === 0) return;
  await tx.query(
    `insert into decision_part (decision_id, kind, request_id, event_seq)
    select $1, part.kind, part.request_id, part.seq
    from unnest($2::text[], $3::bigint[], $4::int[]) as part (kind, request_id, seq)`,
    [
      decisionId,
      parts.map(({ kind }) => kind),
      parts.map(({ requestId }) => requestId),
      parts.map(({ seq }) => seq),
    ],
  );
}

export async function updateUndone(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query("update decision set undone_at = $2 where id = $1", [id, now]);
}

export async function listDecidedMessages(db: Db, decisionId: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    "select message_id as id from decision_message where decision_id = $1 order by message_id",
    [decisionId],
  );
  return rows.map((row) => row.id);
}
