/** Mendings: what each took where, and what was built on it since. */
import type { Db } from "../db/pool.ts";

export type MendingKind = "split" | "moved" | "taken_out" | "merged";
export type Link = { requestId: number; messageId: number; isAdded: boolean; waits: boolean };
export type Mending = {
  id: number;
  kind: MendingKind;
  at: Date;
  actorKind: "account" | "token";
  actorId: number;
  afterDecision: number;
  undoneAt: Date | null;
};

/** The ids that a request holds of these messages. */
export async function selectHeld(
  tx: Db,
  requestId: number,
  messageIds: readonly number[],
): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select message_id as id from request_message
    where request_id = $1 and message_id = any ($2::bigint[])
    order by message_id`,
    [requestId, messageIds],
  );
  return rows.map(({ id }) => id);
}

/** Of these messages, those that some request holds. */
export async function selectHeldAnywhere(tx: Db, messageIds: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    "select distinct message_id as id from request_message where message_id = any ($1::bigint[])",
    [messageIds],
  );
  return rows.map(({ id }) => id);
}

/** Each request's last word of a client's or worker's that was sorted to it; in the order of the ids, null for none. */
export async function selectLastHeard(
  tx: Db,
  requestIds: readonly number[],
): Promise<{ requestId: number; at: Date | null }[]> {
  return tx.query(
    `select wanted.id as "requestId", max(m.said_at) as at
    from unnest($1::bigint[]) as wanted (id)
    left join request_message rm on rm.request_id = wanted.id
    left join message m on m.id = rm.message_id and m.triage is not null
    group by wanted.id
    order by wanted.id`,
    [requestIds],
  );
}

export async function selectLastHeardWithout(
  tx: Db,
  requestId: number,
  messageIds: readonly number[],
): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select max(m.said_at) as at
    from request_message rm
    join message m on m.id = rm.message_id and m.triage is not null
    where rm.request_id = $1 and rm.message_id <> all ($2::bigint[])`,
    [requestId, messageIds],
  );
  return row?.at ?? null;
}

export async function insertMending(
  tx: Db,
  made: {
    kind: MendingKind;
    at: Date;
    actorKind: "account" | "token";
    actorId: number;
    parts: readonly { requestId: number; seq: number }[];
    links: readonly Link[];
  },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `with made as (
      insert into mending (kind, at, actor_kind, actor_id, after_decision)
      values ($1, $2, $3, $4, (select coalesce(max(id), 0) from decision))
      returning id
    ), parts as (
      insert into mending_part (mending_id, request_id, event_seq)
      select made.id, part.request_id, part.seq
      from made, unnest($5::bigint[], $6::int[]) as part (request_id, seq)
    ), links as (
      insert into mending_link (mending_id, request_id, message_id, is_added, waits)
      select made.id, link.request_id, link.message_id, link.is_added, link.waits
      from made, unnest($7::bigint[], $8::bigint[], $9::bool[], $10::bool[])
        as link (request_id, message_id, is_added, waits)
    )
    select id from made`,
    [
      ...[made.kind, made.at, made.actorKind, made.actorId],
      ...[made.parts.map(({ requestId }) => requestId), made.parts.map(({ seq }) => seq)],
      ...[made.links.map(({ requestId }) => requestId), made.links.map(({ messageId }) => messageId)],
      ...[made.links.map(({ isAdded }) => isAdded), made.links.map(({ waits }) => waits)],
    ],
  );
  if (!row) throw new Error("the new mending has no id");
  return row.id;
}

/** Held until the transaction ends: it is taken back once. */
export async function lockMending(tx: Db, id: number): Promise<Mending | undefined> {
  const [row] = await tx.query<Mending>(
    `select id, kind, at, actor_kind as "actorKind", actor_id as "actorId", after_decision as "afterDecision",
      undone_at as "undoneAt"
    from mending where id = $1 for update`,
    [id],
  );
  return row;
}

export async function selectParts(tx: Db, mendingId: number): Promise<{ requestId: number; seq: number }[]> {
  return tx.query(
    `select request_id as "requestId", event_seq as seq from mending_part where mending_id = $1 order by request_id`,
    [mendingId],
  );
}

export async function selectLinks(tx: Db, mendingId: number): Promise<Link[]> {
  return tx.query(
    `select request_id as "requestId", message_id as "messageId", is_added as "isAdded", waits
    from mending_link where mending_id = $1 order by request_id, message_id`,
    [mendingId],
  );
}

/** The mending that wrote this event and stands. */
export async function findMendingOfEvent(
  db: Db,
  requestId: number,
  seq: number,
): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>(
    `select mending.id from mending_part part join mending on mending.id = part.mending_id
    where part.request_id = $1 and part.event_seq = $2 and mending.undone_at is null`,
    [requestId, seq],
  );
  return row?.id;
}

export type Doer = { kind: "account" | "token"; id: number | null };

/** Who mended any of these messages, by a mending that stands: after a mending, or after a decision of the tray. */
export async function findMendedAfter(
  tx: Db,
  messageIds: readonly number[],
  after: { mendingId: number } | { decisionId: number },
): Promise<Doer | undefined> {
  const [row] = await tx.query<Doer>(
    `select mending.actor_kind as kind, mending.actor_id as id
    from mending_link link join mending on mending.id = link.mending_id
    where link.message_id = any ($1::bigint[]) and mending.undone_at is null
      and mending.id > $2 and mending.after_decision >= $3
    order by mending.id desc limit 1`,
    [messageIds, "mendingId" in after ? after.mendingId : 0, "decisionId" in after ? after.decisionId : 0],
  );
  return row;
}

/** Who sorted any of these messages after this decision, and it stands. A rule is nobody. */
export async function findDecidedAfter(
  tx: Db,
  messageIds: readonly number[],
  decisionId: number,
): Promise<{ accountId: number | null } | undefined> {
  const [row] = await tx.query<{ accountId: number | null }>(
    `select decision.account_id as "accountId"
    from decision_message said join decision on decision.id = said.decision_id
    where said.message_id = any ($1::bigint[]) and decision.undone_at is null and decision.id > $2
    order by decision.id desc limit 1`,
    [messageIds, decisionId],
  );
  return row;
}

/** Who took a message away from a request last, and to which (null: the tray). */
export async function findTaker(
  tx: Db,
  requestId: number,
  messageIds: readonly number[],
): Promise<{ kind: "account" | "token"; id: number; toId: number | null } | undefined> {
  const [row] = await tx.query<{ kind: "account" | "token"; id: number; toId: number | null }>(
    `select mending.actor_kind as kind, mending.actor_id as id,
      (select came.request_id from mending_link came
       where came.mending_id = mending.id and came.message_id = link.message_id and came.is_added limit 1) as "toId"
    from mending_link link join mending on mending.id = link.mending_id
    where link.request_id = $1 and link.message_id = any ($2::bigint[]) and not link.is_added
      and mending.undone_at is null
    order by mending.id desc limit 1`,
    [requestId, messageIds],
  );
  return row;
}

export async function updateMendingUndone(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query("update mending set undone_at = $2 where id = $1", [id, now]);
}
