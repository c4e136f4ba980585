/** Nobody who left holds open work, whatever brought it back: a client who wrote again, an undo. */
import { isOpen } from "../../shared/request.ts";
import type { NewEvent } from "./events.ts";
import { event } from "./move-rules.ts";
import { BLANK, type RequestColumns, type RequestRow } from "./row.ts";

/** Who left of those that might hold a request after a command, and the team that holds what nobody else does. */
export type Heirs = { left: ReadonlySet<number>; teamId: number };

/** The events, and one more that hands the request to the team if its holder is not here any more. */
export function handToHeir(
  row: RequestRow | null,
  events: readonly NewEvent[],
  { left, teamId }: Heirs,
  now: Date,
): NewEvent[] {
  const after: RequestColumns = Object.assign({ ...BLANK, ...row }, ...events.map(({ changes }) => changes));
  const fromId = after.owner_account_id;
  if (events.length === 0 || fromId === null || !isOpen(after.state) || !left.has(fromId)) return [...events];
  const changes = { owner_account_id: null, owner_team_id: teamId };
  const facts = { ownerKind: "team", ownerId: teamId, fromKind: "account", fromId };
  return [...events, event("handed_over", now.toISOString(), changes, { facts })];
}
