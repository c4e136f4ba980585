/** Which of two requests stays, and what it then says: shown before anything is done. */
import type { Strip } from "../../../../shared/api/requests.ts";
import {
  earlier,
  higherPriority,
  isInOtherHands,
  type PromiseOf,
  promiseAfter,
} from "../../../../shared/merging.ts";
import { isOpen } from "../../../../shared/request.ts";

/** The one a worker has, else the one that was there first. */
export function likelyToStay(one: Strip, other: Strip): Strip {
  if ((one.worker === null) !== (other.worker === null)) return one.worker ? one : other;
  const apartMs = Date.parse(one.openedAt) - Date.parse(other.openedAt);
  // WhatsApp's times are whole seconds: of two within one the number tells.
  return (apartMs || one.id - other.id) < 0 ? one : other;
}

export type MergePlan = {
  priority: Strip["priority"];
  openedAt: string;
  chases: number;
  /** "ask": each has promised another time. */
  promise: Strip["promise"] | "ask";
  /** What speaks against it, known before it is asked. */
  why: "over" | "worker" | null;
};

export function planMerge(stays: Strip, ends: Strip, chosen: PromiseOf | null): MergePlan {
  const stands = promiseAfter(stays.promise, ends.promise, chosen);
  const isOver = !isOpen(stays.state) || !isOpen(ends.state);
  const isHeld = isInOtherHands(ends.worker?.id ?? null, stays.worker?.id ?? null);
  return {
    priority: higherPriority(stays.priority, ends.priority),
    openedAt: earlier(stays.openedAt, ends.openedAt),
    chases: stays.chases + ends.chases,
    promise: stands === "ask" ? "ask" : stands === "stays" ? stays.promise : ends.promise,
    why: isOver ? "over" : isHeld ? "worker" : null,
  };
}
