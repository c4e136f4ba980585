/** Whether somebody else was faster: what changed after the version a person saw. */
import type { RequestFacts } from "./command.ts";
import type { EventActor } from "./events.ts";
import type { RequestColumns } from "./row.ts";

/** Who last changed one of these columns after `version`, when it was somebody else. */
export function changedSince(
  { history }: Pick<RequestFacts, "history">,
  version: number | null,
  actor: EventActor,
  columns: readonly (keyof RequestColumns)[],
): { kind: EventActor["kind"]; id: number | null } | null {
  if (version === null) return null;
  const found = history.findLast(
    (event) =>
      event.seq > version &&
      !(event.actor_kind === actor.kind && event.actor_id === actor.id) &&
      columns.some((column) => column in event.changes),
  );
  return found ? { kind: found.actor_kind, id: found.actor_id } : null;
}
