/** What each purpose of a timer does when it falls due. */
import type { Db } from "../db/pool.ts";
import { probeDue } from "../numbers/pause.ts";
import { breakPromise, closeQuiet } from "../requests/due.ts";
import { tellWindowClosing } from "../requests/window-closing.ts";
import type { System } from "../system.ts";
import { wakeDue } from "../triage/snooze.ts";

/**
 * Runs in the transaction that takes the timer away. It locks its subject first and decides anew, so that a timer
 * told twice, or told late, does no harm.
 */
export type Handler = (tx: Db, system: Pick<System, "clock">, subjectId: number, now: Date) => Promise<void>;

export const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  /** Done, and nobody wrote for the confirmation time. */
  ["request_quiet", closeQuiet],
  /** The time given to the client has come. */
  ["promise_due", breakPromise],
  /** Whether the token of a paused number works again. */
  ["number_probe", probeDue],
  /** The client's window closes soon, or is to be looked at. */
  ["window_closing", tellWindowClosing],
  /** An item of the tray comes back. */
  ["snooze_due", wakeDue],
]);
