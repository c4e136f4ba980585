/** In whose hands a request is, seen by one person: the only thing ember and blue may say. */
import type { Strip } from "../../../shared/api/requests.ts";

export type Viewer = { id: number };
export type Holder = "you" | "us" | "client" | "worker" | "third_party" | "nobody";

/** Ours to do and held by this very person. */
export const isInHands = (strip: Strip, me: Viewer): boolean =>
  strip.waitsOn === "us" && strip.owner?.kind === "account" && strip.owner.id === me.id;

export function holderOf(strip: Strip, me: Viewer): Holder {
  if (isInHands(strip, me)) return "you";
  return strip.waitsOn ?? "nobody";
}

/** Milliseconds past the earliest due thing of ours; 0 when nothing is. */
export function lateMs(strip: Strip, now: number): number {
  const due = [strip.nextStep?.at, strip.promise?.state === "open" ? strip.promise.at : undefined].flatMap(
    (at) => (at ? [Date.parse(at)] : []),
  );
  return Math.max(0, now - Math.min(now, ...due));
}
