/** Decides what a command makes of a request. Pure: told the facts, it answers with events or with the reason why not. */
import { QUIET_MS, waitsOnIn } from "../../shared/request.ts";
import { decideChange } from "./change-rules.ts";
import type { Command, OpenAsk, Outcome, RequestFacts, Said } from "./command.ts";
import type { EventActor, NewEvent } from "./events.ts";
import { heard, isOver } from "./heard-rules.ts";
import { come, leave } from "./mend-rules.ts";
import { mergeAway, mergeIn, wentOn } from "./merge-rules.ts";
import { decideMove, event, later, type Moment, moveEvents, nextStepIn } from "./move-rules.ts";
import { BLANK, type Changes, type RequestRow } from "./row.ts";
import { decideUndo } from "./undo-rules.ts";

export function decide(facts: RequestFacts, command: Command, now: Date): Outcome {
  const { ask, actor } = command;
  const moment = { at: command.at ?? now.toISOString(), now };
  const { row } = facts;
  if (ask.kind === "open") {
    if (row) return { ok: false, why: "exists" };
    return { ok: true, events: opened(ask, moment) };
  }
  if (!row || row.is_void) return { ok: false, why: "not_found" };
  const known = { ...facts, row };
  if (row.merged_into !== null && ask.kind !== "undo" && ask.kind !== "note")
    return wentOn(row, row.merged_into, facts.history);
  switch (ask.kind) {
    case "move":
      return decideMove(known, ask, actor, moment);
    case "change":
      return decideChange(known, ask, actor, now);
    case "leave":
      return leave(ask, now);
    case "come":
      return come(row, ask, now);
    case "merge_away":
      return mergeAway(row, ask, actor, now);
    case "merge_in":
      return mergeIn(row, ask, now);
    case "note":
      return { ok: true, events: [event("note", moment.at, {}, { text: ask.text })] };
    case "message":
      return attach(row, ask.said, now);
    case "reply":
      return { ok: true, events: [event("replied", moment.at, {}, { facts: { messageId: ask.messageId } })] };
    case "answer":
      return answer(row, ask.said, now);
    case "chase":
      return chase(row, ask.said, now);
    case "undo":
      return decideUndo(row, facts.history, ask, actor, now);
    case "promise_due":
      return promiseDue(row, now);
    case "quiet":
      return quiet(known, actor, now);
    default:
      return ask satisfies never;
  }
}

function opened(ask: OpenAsk, { at, now }: Moment): NewEvent[] {
  const { said, owner, state } = ask;
  const openedAt = said?.firstAt ?? at;
  const changes: Changes = {
    ...BLANK,
    state,
    state_since: at,
    category_id: ask.categoryId,
    area_id: ask.areaId ?? null,
    priority: ask.priority,
    contact_id: ask.contactId,
    conversation_id: ask.conversationId,
    owner_account_id: owner.kind === "account" ? owner.id : null,
    owner_team_id: owner.kind === "team" ? owner.id : null,
    waits_on: waitsOnIn(state, false, null),
    ...nextStepIn(state, now),
    last_client_message_at: said?.lastAt ?? null,
    last_heard_at: said ? now.toISOString() : null,
    opened_at: openedAt,
    linked_to: ask.linkedTo,
  };
  const words = { title_id: ask.title, ...(ask.place ? { place_id: ask.place } : {}) };
  const facts = {
    ownerKind: owner.kind,
    ownerId: owner.id,
    ...(said && { messageCount: said.count }),
    ...(ask.splitFrom !== undefined && { fromRequestId: ask.splitFrom }),
    ...(ask.ruleIds?.length && { ruleIds: ask.ruleIds.join(",") }),
  };
  const note = ask.note ? [event("note", at, {}, { text: ask.note })] : [];
  return [event("opened", openedAt, changes, { words, facts }), ...note];
}

const countOf = (said: Said) => ({ messageCount: said.count });

/** What belongs to a request; one that is over is reopened if the client wrote within the quiet time. */
function attach(row: RequestRow, said: Said, now: Date): Outcome {
  const facts = countOf(said);
  const message = event("message", said.lastAt, heard(row, said, now), { facts });
  if (!isOver(row)) return { ok: true, events: [message] };
  if (Date.parse(said.firstAt) - Date.parse(row.state_since) > QUIET_MS)
    return { ok: false, why: "closed_long_ago", state: row.state };
  const [reopened, ...rest] = moveEvents(row, "ready", "client", { at: said.firstAt, now }, { facts });
  return { ok: true, events: reopened ? [reopened, message, ...rest] : [message] };
}

/** An answer ends a wait; on done work it is the client's confirmation; anywhere else it only belongs to it. */
function answer(row: RequestRow, said: Said, now: Date): Outcome {
  const facts = countOf(said);
  const moment = { at: said.lastAt, now };
  if (row.state === "waiting" && row.returns_to !== null) {
    const workerId = row.worker_contact_id;
    const [resumed, ...rest] = moveEvents(row, row.returns_to, "system", moment, { workerId, facts });
    if (!resumed) return attach(row, said, now);
    const changes = { ...resumed.changes, ...heard(row, said, now) };
    return { ok: true, events: [{ ...resumed, kind: "answered", changes }, ...rest] };
  }
  if (row.state === "done") {
    const confirmed = event("confirmed", said.lastAt, heard(row, said, now), { facts });
    return { ok: true, events: [confirmed, ...moveEvents(row, "closed", "client", moment)] };
  }
  if (isOver(row))
    // Thanks after the end is kept with it and wakes nobody.
    return { ok: true, events: [event("message", said.lastAt, heard(row, said, now), { facts })] };
  return attach(row, said, now);
}

function chase(row: RequestRow, said: Said, now: Date): Outcome {
  if (isOver(row)) return { ok: false, why: "over", state: row.state };
  const changes = { ...heard(row, said, now), chases: row.chases + 1, last_chased_at: said.lastAt };
  return { ok: true, events: [event("chased", said.lastAt, changes, { facts: countOf(said) })] };
}

function promiseDue(row: RequestRow, now: Date): Outcome {
  const isDue =
    row.promise_state === "open" && row.promise_at !== null && Date.parse(row.promise_at) <= now.getTime();
  if (!isDue || isOver(row) || row.promise_at === null) return { ok: false, why: "not_due" };
  const facts = { promiseAt: row.promise_at };
  const broken = event("promise_broken", row.promise_at, { promise_state: "broken" }, { facts });
  return { ok: true, events: [broken] };
}

/** When a done request has been quiet long enough; null for any other. */
export function quietUntil(row: RequestRow): Date | null {
  if (row.state !== "done") return null;
  const since = row.last_client_message_at
    ? later(row.last_client_message_at, row.state_since)
    : row.state_since;
  return new Date(Date.parse(since) + QUIET_MS);
}

function quiet(facts: RequestFacts & { row: RequestRow }, actor: EventActor, now: Date): Outcome {
  const until = quietUntil(facts.row);
  if (!until || until > now) return { ok: false, why: "not_due" };
  const ask = {
    kind: "move",
    to: "closed",
    reason: null,
    workerId: null,
    waitsOn: null,
    version: null,
  } as const;
  return decideMove(facts, ask, actor, { at: now.toISOString(), now });
}
