/** Whoever leaves holds nothing any more, nor does a team put away: open requests go on, each with an event that says so (law 4). */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import type { OwnerRef } from "./command.ts";
import { applyCommands } from "./commands.ts";
import { lockOpenHeldBy } from "./hand-on-store.ts";
import { findIntakeTeam } from "./store.ts";

/** To Intake; how many were handed on. */
export async function handOn(
  tx: Db,
  system: Pick<System, "clock">,
  accountId: number,
  by: Actor,
): Promise<number> {
  const ids = await lockOpenHeldBy(tx, { kind: "account", id: accountId });
  if (ids.length === 0) return 0;
  return giveTo(tx, system, ids, { kind: "team", id: await findIntakeTeam(tx) }, by);
}

/** The open requests that a team itself holds, locked until the transaction ends. */
export const lockOpenOfTeam = (tx: Db, teamId: number): Promise<number[]> =>
  lockOpenHeldBy(tx, { kind: "team", id: teamId });

/** Requests given to somebody else, each with an event; they were locked before. */
export async function giveTo(
  tx: Db,
  system: Pick<System, "clock">,
  ids: readonly number[],
  owner: OwnerRef,
  by: Actor,
): Promise<number> {
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
