/** How the sample day's messages were sorted. */
import type { Db } from "../db/pool.ts";

export async function deleteDecisions(
  tx: Db,
  of: { conversationIds: readonly number[]; requestIds: readonly number[] },
): Promise<void> {
  await tx.query(
    "delete from decision where conversation_id = any ($1::bigint[]) or request_id = any ($2::bigint[])",
    [of.conversationIds, of.requestIds],
  );
}

/** A decision that stays may have been about one of the sample's requests too. */
export async function deleteDecisionParts(tx: Db, requestIds: readonly number[]): Promise<void> {
  await tx.query("delete from decision_part where request_id = any ($1::bigint[])", [requestIds]);
}

/** A decision elsewhere may have taken one of its messages along. */
export async function deleteDecidedMessages(tx: Db, conversationIds: readonly number[]): Promise<void> {
  await tx.query(
    `
    delete from decision_message d
    using message m
    where m.id = d.message_id and m.conversation_id = any ($1::bigint[])`,
    [conversationIds],
  );
}
