/** Which failures told by a status speak of more than their own message. Pure. */
import { isStop } from "../whatsapp/send-errors.ts";
import type { StatusRow } from "./record-rules.ts";

/** What comes later has been overtaken: whoever resumed the number since knows better. */
const FRESH_MS = 10 * 60_000;

export type LateFailure = { numberId: number; wamid: string; code: number };
type Told = Pick<StatusRow, "numberId" | "wamid" | "status" | "participant" | "at" | "errorCode">;

/** Of one person, that is: of a group one member's refusal says nothing of the number. */
export function freshFailures(statuses: readonly Told[], now: Date): LateFailure[] {
  return statuses.flatMap(({ numberId, wamid, status, participant, at, errorCode: code }) => {
    const isFresh = now.getTime() - at.getTime() < FRESH_MS;
    return status === "failed" && participant === "" && code !== null && isFresh
      ? [{ numberId, wamid, code }]
      : [];
  });
}

/** Numbers to pause, each with the first code that says so. */
export function stopsOf(failures: readonly LateFailure[]): Map<number, number> {
  const stops = new Map<number, number>();
  for (const { numberId, code } of failures)
    if (isStop(code) && !stops.has(numberId)) stops.set(numberId, code);
  return stops;
}
