/** Who asks on a screen or through the API, as the events know them. */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import { teamForNew } from "../trade/team-for.ts";
import type { OwnerRef } from "./command.ts";
import type { EventActor } from "./events.ts";
import { findIntakeTeam } from "./store.ts";

export const actorOf = (actor: Actor): EventActor => ({
  kind: actor.kind,
  id: actor.id,
  mover: actor.role,
  through: actor.kind === "token" ? "api" : "screen",
});

/** What is about to be opened: which team is there for it. */
type About = Parameters<typeof teamForNew>[1];

/** Whoever opens a request holds it; a program or a rule (null) cannot, so the team does that is there for it. */
export async function ownerFor(tx: Db, actor: Actor | null, about: About | null = null): Promise<OwnerRef> {
  if (actor?.kind === "account") return { kind: "account", id: actor.id };
  return { kind: "team", id: about ? await teamForNew(tx, about) : await findIntakeTeam(tx) };
}
