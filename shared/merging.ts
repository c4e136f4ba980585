/** What one request takes over from another that is merged into it. Runs on both sides: the screen shows it first. */
import { PRIORITIES, type Priority } from "./request.ts";

export type PromiseOf = "stays" | "other";
type Promised = { at: string; state: "open" | "kept" | "broken" } | null;

/**
 * Whose promise stands afterwards. An open one is never lost, a broken one goes along so that a word is asked for at the
 * end; of two open ones with different times a person says which.
 */
export function promiseAfter(stays: Promised, other: Promised, chosen: PromiseOf | null): PromiseOf | "ask" {
  if (other === null || other.state === "kept") return "stays";
  if (stays === null || stays.state === "kept") return "other";
  if (other.state === "broken") return "stays";
  if (stays.state === "broken") return "other";
  return Date.parse(stays.at) === Date.parse(other.at) ? "stays" : (chosen ?? "ask");
}

export const higherPriority = (one: Priority, other: Priority): Priority =>
  PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other) ? one : other;

export const earlier = (one: string, other: string): string =>
  Date.parse(one) <= Date.parse(other) ? one : other;

/** Work in a worker's hands is not merged away under them: that request stays, or is taken back first. */
export const isInOtherHands = (otherWorkerId: number | null, workerId: number | null): boolean =>
  otherWorkerId !== null && otherWorkerId !== workerId;
