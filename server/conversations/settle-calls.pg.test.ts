import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import type { Db } from "../db/pool.ts";
import { settleCalls } from "./record-store.ts";

let system: ConversationSystem;
beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());

/** Rows of messages that any scan of this transaction has read so far. */
async function touched(tx: Db): Promise<number> {
  const [row] = await tx.query<{ rows: number }>(
    `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::float8 as rows
    from pg_stat_xact_user_tables where relname = 'message'`,
  );
  return row?.rows ?? 0;
}

test("a plan made while there were no messages does not read all of them for each call, later on that day", async () => {
  await system.db.query("alter table message set (autovacuum_enabled = false)");
  const numberId = await aNumber(system, "http://127.0.0.1:9");
  const conversation = await aConversation(system, numberId);
  await system.db.transaction(async (tx) => {
    const settle = (marks: readonly string[]) =>
      settleCalls(
        tx,
        marks.map((mark, n) => ({ numberId, wamid: `wamid.new.${n}`, callbackData: mark })),
        system.clock.now(),
      );
    // From the sixth time on PostgreSQL keeps the plan.
    for (let n = 0; n < 8; n++) await settle(["nobody's"]);
    const marks = await tx.query<{ mark: string }>(
      `with old as (
        insert into message (conversation_id, number_id, wamid, side, kind, said_at, recorded_at)
        select $1, $2, 'wamid.old.' || n, 'client', 'text', now(), now() from generate_series(1, 3000) as n
      ), ours as (
        insert into message (conversation_id, number_id, side, kind, said_at, recorded_at, send_state, send_state_at)
        select $1, $2, 'staff', 'text', now(), now(), 'queued', now() from generate_series(1, 60)
        returning id
      )
      insert into outbox (message_id, conversation_id, state, callback_data, idempotency_key, queued_at, called_by, called_at)
      select id, $1, 'calling', 'mark-' || id, 'key-' || id, now(), 'here', now() from ours
      returning callback_data as mark`,
      [conversation.id, numberId],
    );
    const before = await touched(tx);
    expect(await settle(marks.map(({ mark }) => mark))).toHaveLength(60);
    expect((await touched(tx)) - before).toBeLessThan(3 * 3060);
  });
});
