/** How PostgreSQL plans within a transaction. */
import type { Db } from "./pool.ts";

/**
 * Plans are kept by each connection, and one made while the tables were nearly empty would read them whole for
 * each row of a batch for ever after (measured: 20 ms instead of 1). For this transaction.
 */
export async function planForLargeTables(tx: Db): Promise<void> {
  await tx.query("select set_config('enable_seqscan', 'off', true)");
}
