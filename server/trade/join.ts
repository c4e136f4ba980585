/** New people begin in the team that holds what nobody else does. */
import type { Db } from "../db/pool.ts";
import { addMembers, findFirstTeam } from "./team-store.ts";

export async function joinFirstTeam(tx: Db, accountId: number): Promise<void> {
  await addMembers(tx, await findFirstTeam(tx), [accountId]);
}
