/** Nobody who left, and no team that was put away, holds open work, whatever brought it back: a client who wrote again, an undo. */
import { isOpen } from "../../shared/request.ts";
import type { NewEvent } from "./events.ts";
import { event } from "./move-rules.ts";
import { BLANK, type RequestColumns, type RequestRow } from "./row.ts";

/** Who left of those that might hold a request after a command, and the team that holds what nobody else does. */
export type Heirs = {
  left: ReadonlySet<number>;
  /** Teams put away, and the one each went into. */
  gone: ReadonlyMap<number, number | null>;
  teamId: number;
};

/** The events, and one more that hands the request to a team if its holder is not here any more. */
export function handToHeir(
  row: RequestRow | null,
  events: readonly NewEvent[],
  heirs: Heirs,
  now: Date,
): NewEvent[] {
  const after: RequestColumns = Object.assign({ ...BLANK, ...row }, ...events.map(({ changes }) => changes));
  const heir = events.length === 0 || !isOpen(after.state) ? null : heirOf(after, heirs);
  if (!heir) return [...events];
  const changes = { owner_account_id: null, owner_team_id: heir.teamId };
  const facts = { ownerKind: "team", ownerId: heir.teamId, fromKind: heir.fromKind, fromId: heir.fromId };
  return [...events, event("handed_over", now.toISOString(), changes, { facts })];
}

function heirOf(
  { owner_account_id, owner_team_id }: RequestColumns,
  { left, gone, teamId }: Heirs,
): { teamId: number; fromKind: "account" | "team"; fromId: number } | null {
  if (owner_account_id !== null && left.has(owner_account_id))
    return { teamId, fromKind: "account", fromId: owner_account_id };
  if (owner_team_id === null || !gone.has(owner_team_id)) return null;
  return { teamId: lastOf(owner_team_id, gone) ?? teamId, fromKind: "team", fromId: owner_team_id };
}

/** The team in use at the end of the way; null when it ends with one that was put away. */
function lastOf(id: number, gone: Heirs["gone"]): number | null {
  const seen = new Set<number>();
  let at: number | null = id;
  while (at !== null && gone.has(at) && !seen.has(at)) {
    seen.add(at);
    at = gone.get(at) ?? null;
  }
  return at !== null && seen.has(at) ? null : at;
}
