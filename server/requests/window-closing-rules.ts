/** Before the window of an open request closes its owner is told, once for each window. Pure. */
import { type WindowFacts, windowAt } from "../../shared/window.ts";
import type { RequestRow } from "./row.ts";

const MINUTE_MS = 60_000;
const WINDOW_MS = 24 * 60 * MINUTE_MS;
/** Where nobody chose otherwise. */
export const NUDGE_MINUTES = 120;
/** No number asks to be told earlier than this before the end. */
const LONGEST_NUDGE_MS = 12 * 60 * MINUTE_MS;

type Row = Pick<
  RequestRow,
  "state" | "is_void" | "waits_on" | "conversation_id" | "last_client_message_at" | "opened_at"
>;

/**
 * Who waits on the client has said what there was to say, and what is done needs nothing more: for all other open ones
 * a closing window takes away the free word.
 */
export const wantsTheWindow = (row: Pick<Row, "state" | "is_void" | "waits_on">): boolean =>
  !row.is_void &&
  row.waits_on !== null &&
  row.waits_on !== "client" &&
  row.state !== "done" &&
  row.state !== "closed" &&
  row.state !== "cancelled";

/**
 * When to look at the window first. The row knows only of messages that were sorted to it, so the look is early, and
 * decides by the thread itself when to look again.
 */
export function windowLook(row: Row): Date | null {
  if (!wantsTheWindow(row) || row.conversation_id === null) return null;
  if (row.last_client_message_at === null) return new Date(row.opened_at);
  return new Date(Date.parse(row.last_client_message_at) + WINDOW_MS - LONGEST_NUDGE_MS);
}

export type Look =
  | { kind: "tell"; until: Date; lookAgainAt: Date }
  | { kind: "look_again"; at: Date }
  /** Shut, or never open: the client's next message sets the timer anew. */
  | { kind: "nothing" };

export function lookAt(facts: WindowFacts, nudgeMinutes: number, now: Date): Look {
  const window = windowAt(facts, now);
  if (window.kind !== "open") return { kind: "nothing" };
  const tellAt = new Date(window.until.getTime() - nudgeMinutes * MINUTE_MS);
  // After it was told: when that window ends there may be a new one that no sorted message tells of.
  return tellAt > now
    ? { kind: "look_again", at: tellAt }
    : { kind: "tell", until: window.until, lookAgainAt: window.until };
}
