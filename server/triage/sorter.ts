/** Who sorts: a person, a program, or a rule that is sure. */
import type { Actor } from "../http/route.ts";
import { actorOf } from "../requests/actor.ts";
import type { EventActor } from "../requests/events.ts";

export type Sorter = Actor | { kind: "rule"; rule: string };

export const sorterAsActor = (sorter: Sorter): EventActor =>
  sorter.kind === "rule" ? { kind: "rule", id: null, mover: "system", through: "rule" } : actorOf(sorter);
