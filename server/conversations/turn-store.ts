/** Whose turn it is: of each conversation the first message that waits, and who is calling. */
import type { Db } from "../db/pool.ts";

/**
 * When something is due next, of each number by itself: one step into the index a lane, whatever waits behind it
 * (0.05 ms with 100,000 conversations waiting).
 */
export async function selectNextDue(
  db: Db,
  numberIds: readonly number[],
): Promise<{ numberId: number; dueAt: Date }[]> {
  return db.query<{ numberId: number; dueAt: Date }>(
    `
    select n.id as "numberId", min(first.due_at) as "dueAt"
    from unnest($1::bigint[]) as n (id)
    cross join unnest(array[0, 1]) as l (lane)
    cross join lateral (
      select t.due_at
      from send_turn t
      where t.number_id = n.id and t.lane = l.lane and t.due_at is not null
      order by t.due_at
      limit 1
    ) first
    group by n.id`,
    [numberIds],
  );
}

export type Claim = {
  numberId: number;
  lane: 0 | 1;
  limit: number;
  processId: string;
  now: Date;
  pairCreditMs: number;
  pairGapMs: number;
};

/** Not `isCalled`: the turn's message does not wait any more, it was settled in another way. */
export type Claimed = { conversationId: number; messageId: number; isCalled: boolean };

/** The longest due first. Nobody waits here for another process: what it holds is its own. */
export async function claimTurns(tx: Db, claim: Claim): Promise<Claimed[]> {
  return tx.query<Claimed>(
    `
    with due as (
      select conversation_id, due_at
      from send_turn
      where number_id = $1 and lane = $2 and due_at <= $3
      order by due_at
      limit $4
      for update skip locked
    ), taken as (
      update send_turn t set due_at = null, called_by = $5,
        pair_free_at = greatest(t.pair_free_at, $3::timestamptz - $6::float8 * interval '1 millisecond')
          + $7::float8 * interval '1 millisecond'
      from due
      where t.conversation_id = due.conversation_id
      returning t.conversation_id, t.message_id, due.due_at
    ), called as (
      update outbox o set state = 'calling', called_by = $5, called_at = $3, next_at = null, attempts = o.attempts + 1
      from taken
      where o.message_id = taken.message_id and o.state = 'queued'
      returning o.message_id
    )
    select taken.conversation_id as "conversationId", taken.message_id as "messageId",
      called.message_id is not null as "isCalled"
    from taken
    left join called on called.message_id = taken.message_id
    order by taken.due_at`,
    [
      claim.numberId,
      claim.lane,
      claim.now,
      claim.limit,
      claim.processId,
      claim.pairCreditMs,
      claim.pairGapMs,
    ],
  );
}

/** In one order everywhere: turns, then outbox rows, then messages. */
export async function lockTurns(tx: Db, conversationIds: readonly number[]): Promise<void> {
  await tx.query(
    "select conversation_id from send_turn where conversation_id = any ($1::bigint[]) order by conversation_id for update",
    [conversationIds],
  );
}

export type Held = { conversationId: number; messageId: number; calledBy: string };

/** What a process held is let go, and the next that waits there gets its turn. How many have one. */
export async function moveOn(tx: Db, held: readonly Held[]): Promise<number> {
  const moved = await tx.query<{ isDue: boolean }>(
    `
    update send_turn t set message_id = next.message_id, called_by = null,
      due_at = case when next.message_id is not null then greatest(next.queued_at, next.next_at, t.pair_free_at) end
    from unnest($1::bigint[], $2::bigint[], $3::text[]) as done (id, message_id, called_by)
    left join lateral (
      select o.message_id, o.queued_at, o.next_at
      from outbox o
      where o.conversation_id = done.id and o.state = 'queued'
      order by o.message_id
      limit 1
    ) next on true
    where t.conversation_id = done.id and t.message_id = done.message_id and t.called_by = done.called_by
    returning next.message_id is not null as "isDue"`,
    [
      held.map(({ conversationId }) => conversationId),
      held.map(({ messageId }) => messageId),
      held.map(({ calledBy }) => calledBy),
    ],
  );
  return moved.filter(({ isDue }) => isDue).length;
}

/** Somebody settled a message that waited, or wants one sent again: who is first there now? Not while a call is under way. */
export async function findTurn(tx: Db, conversationId: number, lane: 0 | 1): Promise<void> {
  await tx.query(
    `
    with next as (
      select o.message_id, o.queued_at, o.next_at
      from outbox o
      where o.conversation_id = $1 and o.state = 'queued'
      order by o.message_id
      limit 1
    )
    insert into send_turn as t (conversation_id, number_id, message_id, lane, due_at)
    select v.id, v.number_id, next.message_id, $2, greatest(next.queued_at, next.next_at)
    from conversation v
    left join next on true
    where v.id = $1
    on conflict (conversation_id) do update set
      message_id = excluded.message_id, lane = least(t.lane, excluded.lane),
      due_at = case when excluded.message_id is not null then greatest(excluded.due_at, t.pair_free_at) end
    where t.called_by is null`,
    [conversationId, lane],
  );
}

/** Turns that processes hold which live no more. */
export async function lockTurnsBut(tx: Db, aliveIds: readonly string[]): Promise<Held[]> {
  return tx.query<Held>(
    `
    select conversation_id as "conversationId", message_id as "messageId", called_by as "calledBy"
    from send_turn
    where called_by is not null and called_by <> all ($1::text[])
    order by conversation_id
    for update`,
    [aliveIds],
  );
}

/** What a process has written down as being called. */
export async function selectOwnCalls(db: Db, processId: string): Promise<number[]> {
  const rows = await db.query<{ id: number }>("select message_id as id from send_turn where called_by = $1", [
    processId,
  ]);
  return rows.map(({ id }) => id);
}

/** Nothing is anybody's turn. */
export async function clearTurns(tx: Db): Promise<void> {
  await tx.query(
    "update send_turn set message_id = null, due_at = null, called_by = null where message_id is not null",
  );
}
