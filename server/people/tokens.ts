/** Tokens by which programs ask: shown once, kept as a hash, each with a role of its own. */
import type { Role } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type Act, audit } from "./audit.ts";
import type { Asking, People } from "./people.ts";
import { makeSecret } from "./secrets.ts";
import { insertToken, revokeToken } from "./session-store.ts";

export async function makeToken(
  tx: Db,
  token: { name: string; role: Role },
  making: { now: Date; by: Act["by"]; address?: string },
): Promise<{ id: number; token: string }> {
  const { secret, hash } = makeSecret("baton_");
  const { now, by } = making;
  const createdBy = typeof by === "object" && by.kind === "account" ? by.id : null;
  const id = await insertToken(tx, { ...token, tokenHash: hash, createdAt: now, createdBy });
  await audit(tx, {
    at: now,
    by,
    action: "token.made",
    subject: { kind: "token", id },
    facts: { role: token.role },
    ...(making.address !== undefined && { address: making.address }),
  });
  return { id, token: secret };
}

export async function endToken({ system }: People, { by, address }: Asking, id: number): Promise<void> {
  const at = system.clock.now();
  await system.db.transaction(async (tx) => {
    if (!(await revokeToken(tx, id, at))) throw new UserError("not_found", "There is no such token.");
    await audit(tx, { at, by, action: "token.revoked", subject: { kind: "token", id }, address });
  });
}
