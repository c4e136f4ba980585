/** In whose hands a request was, and when it passed on: read from its events. */
import type { RequestEvent } from "../../../shared/api/requests.ts";
import { type State, WAITS_ON, type WaitsOn, waitsOnIn } from "../../../shared/request.ts";

export type Holding = { hands: WaitsOn; from: number; to: number };
export type HandsMark = { kind: "chase" | "promise" | "broken"; at: number };
export type StateSpan = { state: State; from: string; to: string | null; event: RequestEvent };

const isWaitsOn = (value: unknown): value is WaitsOn => WAITS_ON.some((known) => known === value);
const instantFact = (event: RequestEvent, name: string): number | null => {
  const value = event.facts[name];
  return typeof value === "string" ? Date.parse(value) || null : null;
};

/** What was taken back is told in the thread, but it is not what the request went through. */
export const standing = (events: readonly RequestEvent[]): RequestEvent[] =>
  events.filter((event) => event.facts.undone !== true);

/** Each state it was in, oldest first; the last one has no end while the request is in it. */
export function stateSpans(events: readonly RequestEvent[]): StateSpan[] {
  const spans: StateSpan[] = [];
  for (const event of standing(events)) {
    const last = spans.at(-1);
    if (event.state === null || event.state === last?.state) continue;
    if (last) last.to = event.at;
    spans.push({ state: event.state, from: event.at, to: null, event });
  }
  return spans;
}

/** When each state was last entered. */
export function enteredAt(events: readonly RequestEvent[]): Partial<Record<State, string>> {
  return Object.fromEntries(stateSpans(events).map((span) => [span.state, span.from]));
}

/** One holding after another until now; neighbours in the same hands are one. */
export function holdings(events: readonly RequestEvent[], now: number): Holding[] {
  const line: Holding[] = [];
  let hasWorker = false;
  let state: State | null = null;
  for (const event of standing(events)) {
    if ("workerName" in event.facts) hasWorker = event.facts.workerName !== null;
    else if (event.state === "assigned") hasWorker = true;
    else if (event.state === "ready" || event.state === "new") hasWorker = false;
    state = event.state ?? state;
    const told = event.facts.waitsOn;
    if (state === null || (event.state === null && told === undefined)) continue;
    const hands = isWaitsOn(told) ? told : waitsOnIn(state, hasWorker, null);
    const at = Date.parse(event.at);
    const last = line.at(-1);
    if (last) last.to = at;
    if (hands === null) return line;
    if (last?.hands === hands) last.to = now;
    else line.push({ hands, from: at, to: now });
  }
  return line;
}

/** Chases, and the times that were promised, in the order they stand on the line. */
export function handsMarks(events: readonly RequestEvent[]): HandsMark[] {
  return standing(events).flatMap((event): HandsMark[] => {
    if (event.kind === "chased") return [{ kind: "chase", at: Date.parse(event.at) }];
    const promised = instantFact(event, "promiseAt");
    if (event.kind === "promised" && promised) return [{ kind: "promise", at: promised }];
    if (event.kind === "promise_broken") return [{ kind: "broken", at: promised ?? Date.parse(event.at) }];
    return [];
  });
}
