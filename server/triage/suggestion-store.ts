/** Suggestions as they are kept, and which waiting messages they cover. */
import type { Db } from "../db/pool.ts";
import type { Weighed } from "./live-ranker.ts";
import type { Kept } from "./predicted.ts";

export type NewSuggestion = Kept & {
  headId: number;
  messageIds: readonly number[];
  models: Record<string, number>;
  /** What the ranker weighed; null: nothing to learn from. */
  candidates: readonly Weighed[] | null;
  quietAt: Date | null;
};

/**
 * Under the name of its item, in place of what was suggested before. Messages that wait no more are not covered again:
 * somebody decided while this was made. False when nothing of it waits.
 */
export async function writeSuggestion(tx: Db, made: NewSuggestion, now: Date): Promise<boolean> {
  const rows = await tx.query<{ id: number }>(
    `with waits as (
      select id from message where id = any($2::bigint[]) and triage = 'waiting'
    ), kept as (
      insert into suggestion (head_id, made_at, kind, request_id, confidence, is_urgent, predicted, models, quiet_at,
        candidates)
      select $1, $3, $4, $5, $6, $7, $8, $9, $10, $11 where exists (select from waits)
      on conflict (head_id) do update set
        made_at = excluded.made_at, kind = excluded.kind, request_id = excluded.request_id,
        confidence = excluded.confidence, is_urgent = excluded.is_urgent, predicted = excluded.predicted,
        models = excluded.models, quiet_at = excluded.quiet_at, candidates = excluded.candidates
      returning head_id
    ), covered as (
      insert into suggested_message (message_id, head_id)
      select waits.id, kept.head_id from waits cross join kept
      -- What it covers already is not written again: an item may grow by thousands, one at a time.
      where not exists (
        select from suggested_message s where s.message_id = waits.id and s.head_id = kept.head_id)
      on conflict (message_id) do update set head_id = excluded.head_id
    )
    select head_id as id from kept`,
    [
      ...[made.headId, made.messageIds, now, made.kind, made.requestId, made.confidence, made.isUrgent],
      ...[JSON.stringify(made.predicted), JSON.stringify(made.models), made.quietAt],
      JSON.stringify(made.candidates),
    ],
  );
  return rows.length > 0;
}

/** Another look gave another answer: in place of the one that is kept, if there is one. */
export async function updateShown(
  db: Db,
  shown: Omit<NewSuggestion, "messageIds" | "quietAt">,
  now: Date,
): Promise<void> {
  await db.query(
    `update suggestion
    set made_at = $2, kind = $3, request_id = $4, confidence = $5, is_urgent = $6, predicted = $7::jsonb, models = $8,
      candidates = $9
    where head_id = $1 and predicted is distinct from $7::jsonb`,
    [
      ...[shown.headId, now, shown.kind, shown.requestId, shown.confidence, shown.isUrgent],
      ...[JSON.stringify(shown.predicted), JSON.stringify(shown.models), JSON.stringify(shown.candidates)],
    ],
  );
}

export type Pending = {
  /** Their messages are new, or their suggestion is out of date. */
  uncovered: number[];
  /** Nothing more is expected of an item there: the sure rules may look. */
  quiet: number[];
};

/**
 * Conversations in which there is something to do: what waits and is not covered, and what has gone quiet.
 * PostgreSQL 18, 10,000,000 messages, 590,000 decisions, 2,000 waiting: 1.5 ms when none of them is covered, 4 ms when all
 * are (index scan of message_tray, 2,000 look-ups of the primary key). A look with nothing new is this alone.
 */
export async function findPending(db: Db, now: Date, limit: number): Promise<Pending> {
  const [row] = await db.query<Pending>(
    `select
      coalesce((select array_agg(conversation_id) from (
        select distinct m.conversation_id from message m
        where m.triage = 'waiting'
          and not exists (select from suggested_message s where s.message_id = m.id)
        limit $2) as fresh), '{}')::float8[] as uncovered,
      coalesce((select array_agg(conversation_id) from (
        select distinct m.conversation_id
        from (select head_id from suggestion where quiet_at <= $1 order by quiet_at limit $2) as due
        join message m on m.id = due.head_id) as due), '{}')::float8[] as quiet`,
    [now, limit],
  );
  return row ?? { uncovered: [], quiet: [] };
}

export type Covered = { headId: number; messageIds: number[]; quietAt: Date | null };

/** What these heads' suggestions cover by now. */
export async function listCovered(db: Db, headIds: readonly number[]): Promise<Covered[]> {
  return db.query<Covered>(
    `select s.head_id as "headId", s.quiet_at as "quietAt",
      coalesce(array_agg(c.message_id order by c.message_id) filter (where c.message_id is not null), '{}')::float8[]
        as "messageIds"
    from suggestion s left join suggested_message c on c.head_id = s.head_id
    where s.head_id = any($1::bigint[])
    group by s.head_id`,
    [headIds],
  );
}

/** The rules have looked and leave it to people. */
export async function settleQuiet(db: Db, headIds: readonly number[]): Promise<void> {
  await db.query("update suggestion set quiet_at = null where head_id = any($1::bigint[])", [headIds]);
}

/** Items whose head waits no more, or that name a message of another item: nothing is expected of them. */
export async function settleGone(db: Db, now: Date): Promise<void> {
  await db.query(
    `update suggestion s set quiet_at = null
    where s.quiet_at <= $1 and not exists (
      select from suggested_message c join message m on m.id = c.message_id and m.triage = 'waiting'
      where c.head_id = s.head_id and c.message_id = s.head_id)`,
    [now],
  );
}

/** Rows of messages that were taken out of the tray in another way. Of what is covered only. */
export async function forgetSorted(db: Db): Promise<void> {
  await db.query(
    `delete from suggested_message s using message m
    where m.id = s.message_id and m.triage is distinct from 'waiting'`,
  );
}

/**
 * Of these waiting messages, whether one had been decided before: somebody took it back or out again, and has it in hand.
 * No rule decides it then, neither again nor in their stead.
 */
export async function wasTakenBack(db: Db, messageIds: readonly number[]): Promise<boolean> {
  const rows = await db.query("select from decision_message where message_id = any($1::bigint[]) limit 1", [
    messageIds,
  ]);
  return rows.length > 0;
}

/** When our own clock last heard something of these. */
export async function lastHeardAt(db: Db, messageIds: readonly number[]): Promise<Date | null> {
  const [row] = await db.query<{ at: Date | null }>(
    "select max(recorded_at) as at from message where id = any($1::bigint[])",
    [messageIds],
  );
  return row?.at ?? null;
}

/** Any fixed number that nothing else locks. */
const LOCK = 7_022_717;

/** One process decides at a time; the others need not. Until the transaction ends. */
export async function tryDeciderLock(tx: Db): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [LOCK]);
  return row?.mine === true;
}
