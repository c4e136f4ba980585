/** Who asks on a screen or through the API, as the events know them. */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import type { OwnerRef } from "./command.ts";
import type { EventActor } from "./events.ts";
import { findIntakeTeam } from "./store.ts";

export const actorOf = (actor: Actor): EventActor => ({
  kind: actor.kind,
  id: actor.id,
  mover: actor.role,
  through: actor.kind === "token" ? "api" : "screen",
});

/** Whoever opens a request holds it; a program or a rule (null) cannot, so the Intake team does. */
export async function ownerFor(tx: Db, actor: Actor | null): Promise<OwnerRef> {
  return actor?.kind === "account"
    ? { kind: "account", id: actor.id }
    : { kind: "team", id: await findIntakeTeam(tx) };
}
