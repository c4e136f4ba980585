/** Changing what a request says about itself: title, place, category, area, priority, owner, next step, promise. */
import { hasRole, isOpen, ROLES, type Role } from "../../shared/request.ts";
import type { ChangeAsk, Outcome, Refusal, RequestFacts } from "./command.ts";
import type { EventActor, Facts, NewEvent } from "./events.ts";
import { event } from "./move-rules.ts";
import type { Changes, RequestColumns, RequestRow } from "./row.ts";
import { changedSince } from "./since-rules.ts";

/** A time just chosen may be a little past when it arrives. */
const SLACK_MS = 60_000;

export function decideChange(
  facts: RequestFacts & { row: RequestRow },
  ask: ChangeAsk,
  actor: EventActor,
  now: Date,
): Outcome {
  const { row } = facts;
  const refusal = mayChange(facts, ask, actor, now);
  if (refusal) return refusal;
  const at = now.toISOString();
  const events = [plainChange(row, ask, at), handOver(row, ask, at), promise(row, ask, at)];
  return { ok: true, events: events.filter((made) => made !== null) };
}

const COLUMNS_OF: Record<Exclude<keyof ChangeAsk, "kind" | "version">, (keyof RequestColumns)[]> = {
  title: ["title_id"],
  place: ["place_id"],
  categoryId: ["category_id"],
  areaId: ["area_id"],
  priority: ["priority"],
  owner: ["owner_account_id", "owner_team_id"],
  nextStep: ["next_step", "next_step_at", "next_step_text_id"],
  promiseAt: ["promise_at"],
};

function mayChange(
  facts: RequestFacts & { row: RequestRow },
  ask: ChangeAsk,
  actor: EventActor,
  now: Date,
): Refusal | null {
  const { row } = facts;
  const asked = (Object.keys(COLUMNS_OF) as (keyof typeof COLUMNS_OF)[]).filter(
    (field) => ask[field] !== undefined,
  );
  const faster = changedSince(
    facts,
    ask.version,
    actor,
    asked.flatMap((field) => COLUMNS_OF[field]),
  );
  if (faster) return { ok: false, why: "changed_meanwhile", by: faster };
  if (isHeldByOther(row, actor))
    return {
      ok: false,
      why: "held_by_other",
      role: "coordinator",
      by: { kind: "account", id: row.owner_account_id },
    };
  if (!isOpen(row.state) && (ask.owner || ask.nextStep || ask.promiseAt))
    return { ok: false, why: "over", state: row.state };
  const times = [ask.nextStep?.at, ask.promiseAt].filter((time) => typeof time === "string");
  if (times.some((time) => Date.parse(time) < now.getTime() - SLACK_MS))
    return { ok: false, why: "time_is_past" };
  return null;
}

/** Other people's requests are a coordinator's to touch. */
export function isHeldByOther(row: RequestRow, actor: EventActor): boolean {
  const role = ROLES.find((known): known is Role => known === actor.mover);
  if (!role || hasRole(role, "coordinator") || row.owner_account_id === null) return false;
  return !(actor.kind === "account" && actor.id === row.owner_account_id);
}

/** One event for everything that is neither a handing over nor a promise; none when nothing differs. */
function plainChange(row: RequestRow, ask: ChangeAsk, at: string): NewEvent | null {
  const changes: Changes = {};
  const words: NewEvent["words"] = {};
  const facts: Facts = {};
  const changed: string[] = [];
  if (ask.title !== undefined) {
    changed.push("title");
    words.title_id = ask.title;
  }
  if (ask.place !== undefined && !(ask.place === null && row.place_id === null)) {
    changed.push("place");
    if (ask.place) words.place_id = ask.place;
    else changes.place_id = null;
  }
  if (ask.categoryId !== undefined && ask.categoryId !== row.category_id) {
    changed.push("category");
    changes.category_id = ask.categoryId;
    facts.categoryId = ask.categoryId;
  }
  if (ask.areaId !== undefined && ask.areaId !== row.area_id) {
    changed.push("area");
    changes.area_id = ask.areaId;
    facts.areaId = ask.areaId;
  }
  if (ask.priority !== undefined && ask.priority !== row.priority) {
    changed.push("priority");
    changes.priority = ask.priority;
    facts.priority = ask.priority;
  }
  if (ask.nextStep !== undefined) {
    const { code, text, at: due } = ask.nextStep;
    changed.push("nextStep");
    Object.assign(changes, { next_step: code, next_step_at: new Date(due).toISOString() });
    if (text) words.next_step_text_id = text;
    else changes.next_step_text_id = null;
    Object.assign(facts, { nextStep: code, at: new Date(due).toISOString() });
  }
  if (changed.length === 0) return null;
  return event("changed", at, changes, { words, facts: { ...facts, changed: changed.join(",") } });
}

function handOver(row: RequestRow, ask: ChangeAsk, at: string): NewEvent | null {
  if (!ask.owner) return null;
  const { kind, id } = ask.owner;
  const changes = {
    owner_account_id: kind === "account" ? id : null,
    owner_team_id: kind === "team" ? id : null,
  };
  if (row.owner_account_id === changes.owner_account_id && row.owner_team_id === changes.owner_team_id)
    return null;
  const from =
    row.owner_account_id !== null
      ? { fromKind: "account", fromId: row.owner_account_id }
      : { fromKind: "team", fromId: row.owner_team_id };
  return event("handed_over", at, changes, { facts: { ownerKind: kind, ownerId: id, ...from } });
}

function promise(row: RequestRow, ask: ChangeAsk, at: string): NewEvent | null {
  if (ask.promiseAt === undefined) return null;
  if (ask.promiseAt === null) {
    if (row.promise_at === null) return null;
    const changes = { promise_at: null, promise_state: null };
    return event("promise_withdrawn", at, changes, { facts: { promiseAt: row.promise_at } });
  }
  const promiseAt = new Date(ask.promiseAt).toISOString();
  return event(
    "promised",
    at,
    { promise_at: promiseAt, promise_state: "open" },
    { facts: { promiseAt, before: row.promise_at } },
  );
}
