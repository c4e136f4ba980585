/** What came of suggestions. */
import type { Suggested as Kind } from "../../shared/api/suggestion.ts";
import type { Db } from "../db/pool.ts";
import type { Weighed } from "./live-ranker.ts";
import type { Outcome, Predicted } from "./outcome-rules.ts";

export type Suggested = { predicted: Predicted; candidates: Weighed[] | null };

/** The suggestion that covers these messages; none when they are of several items, or it came after the decision. */
export async function findSuggestionFor(
  tx: Db,
  messageIds: readonly number[],
  decidedAt: Date,
): Promise<Suggested | undefined> {
  const rows = await tx.query<Suggested & { madeAt: Date }>(
    `select predicted, candidates, made_at as "madeAt" from suggestion
    where head_id in (select head_id from suggested_message where message_id = any($1::bigint[]))
    limit 2`,
    [messageIds],
  );
  const [row] = rows;
  return rows.length === 1 && row && row.madeAt <= decidedAt ? row : undefined;
}

export async function insertOutcomes(
  tx: Db,
  decisionId: number,
  outcomes: readonly Outcome[],
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into suggestion_outcome (decision_id, kind, predicted, decided, confidence, is_proposed, is_right, at)
    select $1, o.kind, o.predicted, o.decided, o.confidence, o."isProposed", o."isRight", $3
    from jsonb_to_recordset($2::jsonb)
      as o (kind text, predicted text, decided text, confidence real, "isProposed" boolean, "isRight" boolean)`,
    [decisionId, JSON.stringify(outcomes), at],
  );
}

export async function insertLesson(
  tx: Db,
  decisionId: number,
  lesson: { candidates: readonly Weighed[]; chosen: string },
): Promise<void> {
  await tx.query("insert into decision_lesson (decision_id, candidates, chosen) values ($1, $2, $3)", [
    ...[decisionId, JSON.stringify(lesson.candidates), lesson.chosen],
  ]);
}

/** Sorted, so nothing is suggested for it any more. */
export async function deleteSuggestions(tx: Db, messageIds: readonly number[]): Promise<void> {
  await tx.query("delete from suggestion where head_id = any($1::bigint[])", [messageIds]);
}

export async function deleteOutcomes(tx: Db, decisionId: number): Promise<void> {
  await tx.query("delete from decision_lesson where decision_id = $1", [decisionId]);
  await tx.query("delete from suggestion_outcome where decision_id = $1", [decisionId]);
}

/**
 * These are sorted, and whatever else waits in the same threads is to be looked at anew: what is open there has changed.
 * By `message_tray` and the primary key.
 */
export async function uncover(tx: Db, messageIds: readonly number[]): Promise<void> {
  await tx.query(
    `with sorted as (
      select distinct v.number_id, coalesce(said.merged_into, said.id) as person_id, v.id as conversation_id
      from message m
      join conversation v on v.id = m.conversation_id
      left join contact said on said.id = v.contact_id
      where m.id = any($1::bigint[])
    ), thread as (
      select conversation_id as id from sorted
      union
      select v.id from sorted
        join contact part on part.id = sorted.person_id or part.merged_into = sorted.person_id
        join conversation v on v.contact_id = part.id
    )
    delete from suggested_message s
    where s.message_id = any($1::bigint[])
      or s.message_id in (
        select m.id from thread join message m on m.conversation_id = thread.id and m.triage = 'waiting')`,
    [messageIds],
  );
}

export type OutcomeCount = {
  kind: Kind;
  /** Tenths of confidence, 0 to 9; null: nothing was predicted. */
  band: number | null;
  isProposed: boolean;
  count: number;
  right: number;
  confidence: number;
};

/** Counts of each kind's last `last` outcomes, or of those since a day; a range of one index a kind. */
export async function countOutcomes(
  db: Db,
  of: { kinds: readonly Kind[]; last: number; since: Date | null },
): Promise<OutcomeCount[]> {
  return db.query<OutcomeCount>(
    `select o.kind, least(9, floor(o.confidence * 10))::int as band, o.is_proposed as "isProposed",
      count(*)::int as count, (count(*) filter (where o.is_right))::int as right,
      coalesce(avg(o.confidence), 0)::float8 as confidence
    from unnest($1::text[]) as wanted (kind)
    cross join lateral (
      select kind, confidence, is_proposed, is_right from suggestion_outcome
      where kind = wanted.kind and ($3::timestamptz is null or at >= $3)
      order by at desc
      limit $2
    ) as o
    group by 1, 2, 3`,
    [of.kinds, of.last, of.since],
  );
}

/** Of the last proposals of each kind: how many were right. */
export async function countTracks(
  db: Db,
  kinds: readonly Kind[],
  last: number,
): Promise<{ kind: Kind; right: number; of: number }[]> {
  return db.query<{ kind: Kind; right: number; of: number }>(
    `select wanted.kind, (count(*) filter (where o.is_right))::int as right, count(*)::int as of
    from unnest($1::text[]) as wanted (kind)
    cross join lateral (
      select is_right from suggestion_outcome
      where kind = wanted.kind and is_right is not null and (is_proposed or kind <> 'what')
      order by at desc
      limit $2
    ) as o
    group by wanted.kind`,
    [kinds, last],
  );
}

export type RuleCount = { rule: string; count: number; undone: number };

/** What sure rules decided lately, and how much of it was taken back. */
export async function countRuleDecisions(db: Db, since: Date): Promise<RuleCount[]> {
  return db.query<RuleCount>(
    `select rule, count(*)::int as count, (count(*) filter (where undone_at is not null))::int as undone
    from decision where at >= $1 and rule is not null
    group by rule order by count(*) desc, rule`,
    [since],
  );
}
