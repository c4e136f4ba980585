/** What an end of a call means for the outbox. Pure. */
import type { SendResult } from "../whatsapp/client.ts";
import { waitBeforeRepeat } from "../whatsapp/send-errors.ts";

/** What could not even be handed over for so long is no answer any more: the person is told instead. */
const GIVE_UP_MS = 4 * 3_600_000;

export type Ending =
  | { kind: "accepted"; wamid: string }
  | { kind: "refused"; code: number | null; detail: string }
  | { kind: "unknown"; code: number | null; detail: string }
  | { kind: "again"; afterMs: number; code: number | null; detail: string };

export function endingOf(result: SendResult, row: { attempts: number; queuedAt: Date }, now: Date): Ending {
  switch (result.kind) {
    case "accepted":
      return result;
    case "refused":
    case "unknown":
      return { kind: result.kind, code: result.code, detail: result.detail };
    case "repeat": {
      const { code, detail } = result;
      const afterMs = waitBeforeRepeat(code, row.attempts);
      if (now.getTime() + afterMs - row.queuedAt.getTime() > GIVE_UP_MS)
        return { kind: "refused", code, detail };
      return { kind: "again", afterMs, code, detail };
    }
    default:
      return result satisfies never;
  }
}

/** Who is at the head of a conversation's queue, and whether this job may send it. */
export type HeadStep = "send" | "wait_its_time" | "wait_for_other" | "end_unknown";

export function headStep(
  head: { state: "queued" | "calling"; calledBy: string | null; nextAt: Date | null; attempts: number },
  job: { processId: string; attempts: number | null },
  now: Date,
): HeadStep {
  if (head.state === "calling")
    // Ours, and jobs of a conversation run one after another: that call's end was lost.
    return head.calledBy === job.processId ? "end_unknown" : "wait_for_other";
  // The job made for this very try goes by the database's clock; others keep to the time it was given.
  if (head.nextAt && head.nextAt > now && job.attempts !== head.attempts) return "wait_its_time";
  return "send";
}
