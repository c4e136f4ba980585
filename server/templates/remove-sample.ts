/** The sample day's templates go with its account, unless a real number shares it. */
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { deleteOfAccount, findSampleAccount } from "./sync-store.ts";

export async function removeSampleTemplates(tx: Db, numberId: number): Promise<void> {
  const accountId = await findSampleAccount(tx, numberId);
  if (accountId === null) return;
  await deleteOfAccount(tx, accountId);
  await announce(tx, ["templates"]);
}
