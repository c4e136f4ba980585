/** Whoever leaves holds nothing any more: their open requests go to Intake, each with an event that says so (law 4). */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { applyCommands } from "./commands.ts";
import { lockOpenHeldBy } from "./hand-on-store.ts";
import { findIntakeTeam } from "./store.ts";

/** How many were handed on. */
export async function handOn(
  tx: Db,
  system: Pick<System, "clock">,
  accountId: number,
  by: Actor,
): Promise<number> {
  const ids = await lockOpenHeldBy(tx, accountId);
  if (ids.length === 0) return 0;
  const owner = { kind: "team", id: await findIntakeTeam(tx) } as const;
  const through = by.kind === "token" ? ("api" as const) : ("screen" as const);
  const applied = await applyCommands(
    tx,
    system,
    ids.map((requestId) => ({
      requestId,
      actor: { kind: by.kind, id: by.id, mover: by.role, through },
      ask: { kind: "change", version: null, owner },
    })),
  );
  // No request may stay with someone who is gone.
  const stuck = applied.find((one) => !one.ok);
  if (stuck && !stuck.ok) throw new Error(`request ${stuck.requestId} could not be handed on: ${stuck.why}`);
  return applied.length;
}
