/** Taking back one's own last step, and what the rest then makes of the request. */
import { RULE_UNDO_MS, UNDO_MS } from "../../shared/request.ts";
import type { Ask, Outcome, Refusal } from "./command.ts";
import { type EventActor, isPassive, type KeptEvent, PART_OF, UNDID } from "./events.ts";
import { event } from "./move-rules.ts";
import { type Changes, fold, type RequestColumns, type RequestRow } from "./row.ts";

type UndoAsk = Extract<Ask, { kind: "undo" }>;

/** The events that still stand: those taken back, `also` and the takings back left out. */
export function standing(history: readonly KeptEvent[], also: number | null = null): KeptEvent[] {
  const gone = new Set<unknown>(also === null ? [] : [also]);
  for (const { kind, facts } of history) if (kind === "undone") gone.add(facts[UNDID]);
  const isGone = ({ seq, facts }: KeptEvent) => gone.has(seq) || gone.has(facts[PART_OF]);
  let promised: KeptEvent | null = null;
  return history.filter((kept) => {
    if ("promise_at" in kept.changes) promised = kept;
    // That a promise ran out goes with the promise.
    const ranOut = kept.kind === "promise_broken" && promised !== null && isGone(promised);
    return kept.kind !== "undone" && !isGone(kept) && !ranOut;
  });
}

export function decideUndo(
  row: RequestRow,
  history: readonly KeptEvent[],
  { seq: wanted, lastClientAt }: UndoAsk,
  actor: EventActor,
  now: Date,
): Outcome {
  const found = findUndoable(history, wanted, actor, now);
  if (!found.ok) return found;
  const { target, group } = found;
  const facts = { [UNDID]: target.seq, undidKind: target.kind };
  const at = now.toISOString();
  if (target.kind === "opened") return { ok: true, events: [event("undone", at, voided(at), { facts })] };
  const rest = fold(standing(history, target.seq));
  const columns = new Set(group.flatMap((part) => Object.keys(part.changes) as (keyof RequestColumns)[]));
  const changes: Changes = Object.fromEntries([...columns].map((column) => [column, rest[column]]));
  // Chases are counted, so the later ones stand whichever is taken back.
  if (columns.has("chases"))
    changes.chases = row.chases - group.reduce((sum, part) => sum + chasesIn(part), 0);
  if (columns.has("last_client_message_at") && lastClientAt !== undefined)
    changes.last_client_message_at = lastClientAt;
  return { ok: true, events: [event("undone", at, changes, { facts })] };
}

/** One chase, or those that a merged request brought along. */
function chasesIn({ kind, facts }: KeptEvent): number {
  if (kind === "chased") return 1;
  return typeof facts.chases === "number" ? facts.chases : 0;
}

/** The event this person may take back, with those that were written together with it. */
export function findUndoable(
  history: readonly KeptEvent[],
  wanted: number | null,
  actor: Pick<EventActor, "kind" | "id">,
  now: Date,
): { ok: true; target: KeptEvent; group: KeptEvent[] } | Refusal {
  const events = standing(history);
  // What was sent stays sent.
  const heads = events.filter((kept) => !(PART_OF in kept.facts) && kept.kind !== "replied");
  const isMine = (kept: KeptEvent) => kept.actor_kind === actor.kind && kept.actor_id === actor.id;
  const target =
    wanted === null
      ? heads.findLast((kept) => isMine(kept) || stopsUndo(kept))
      : heads.find((kept) => kept.seq === wanted);
  if (!target) return { ok: false, why: "nothing_to_undo" };
  // Only when it is named: "my last change" is never a rule's.
  const isARules = target.actor_kind === "rule" && actor.kind === "account" && wanted !== null;
  if (!isMine(target) && !isARules)
    return { ok: false, why: "undo_not_yours", by: { kind: target.actor_kind, id: target.actor_id } };
  if (now.getTime() - Date.parse(target.recorded_at) > (isARules ? RULE_UNDO_MS : UNDO_MS))
    return { ok: false, why: "undo_too_late" };
  const group = events.filter((kept) => kept.seq === target.seq || kept.facts[PART_OF] === target.seq);
  const builtOn = events.findLast(
    (kept) =>
      kept.seq > target.seq &&
      !group.includes(kept) &&
      (target.kind === "opened" ||
        wentOn(kept) ||
        (!group.every((part) => isPassive(part.kind)) && stopsUndo(kept))),
  );
  if (builtOn)
    return { ok: false, why: "undo_built_on", by: { kind: builtOn.actor_kind, id: builtOn.actor_id } };
  return { ok: true, target, group };
}

/** Merged since, it holds nothing and gets nothing back: the merge is taken back first, whatever else it is about. */
const wentOn = ({ changes }: KeptEvent): boolean => changes.merged_into != null;

/** A promise that ran out meanwhile builds on nothing; it runs out again if need be. */
const stopsUndo = ({ kind }: KeptEvent): boolean => !isPassive(kind) && kind !== "promise_broken";

/** Opened by mistake: kept, but shown nowhere and owed nothing. */
function voided(at: string): Changes {
  return {
    is_void: true,
    state: "cancelled",
    state_since: at,
    waits_on: null,
    next_step: null,
    next_step_at: null,
    next_step_text_id: null,
  };
}
