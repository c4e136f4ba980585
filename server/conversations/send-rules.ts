/** What an end of a call means: for the message, and for its number. Pure. */
import type { SendResult } from "../whatsapp/client.ts";
import { isStop, waitBeforeRepeat } from "../whatsapp/send-errors.ts";
import type { OutboxState } from "./call-store.ts";

/** What could not even be handed over for so long is no answer any more: the person is told instead. */
const GIVE_UP_MS = 4 * 3_600_000;

/** `held`: not called after all, so nothing is known of it that was not known before. */
export type CallResult = SendResult | { kind: "held" };

export type Ending =
  | { kind: "accepted"; wamid: string }
  | { kind: "refused"; code: number | null; detail: string }
  | { kind: "unknown"; code: number | null; detail: string }
  | { kind: "again"; afterMs: number; code: number | null; detail: string | null };

export function endingOf(result: CallResult, row: { attempts: number; queuedAt: Date }, now: Date): Ending {
  switch (result.kind) {
    case "accepted":
      return result;
    case "held":
      return { kind: "again", afterMs: 0, code: null, detail: null };
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

/**
 * Whether an end is still news to a row that may have been settled meanwhile: by a status that was faster than the
 * answer, by others who took us for dead, or by a person.
 */
export function isNews(state: OutboxState, ending: Ending): boolean {
  switch (state) {
    case "calling":
      return true;
    case "accepted":
    case "refused":
      return false;
    case "unknown":
      // Its end may still be learnt, but nothing is sent a second time.
      return ending.kind !== "again";
    case "queued":
      // A person wanted it sent again; what has arrived after all is not.
      return ending.kind === "accepted";
    default:
      return state satisfies never;
  }
}

/** Codes that speak of the pace of the whole number. */
const TOO_FAST = 130429;
const TOO_MANY_CALLS: ReadonlySet<number> = new Set([4, 80007]);

export type NumberEffect = { pause: number | null; slows: boolean; rests: boolean };

/** What calls of one number that ended together say about it. */
export function effectOn(results: readonly CallResult[]): NumberEffect {
  const codes = results.flatMap((result) => ("code" in result && result.code !== null ? [result.code] : []));
  return {
    pause: codes.find(isStop) ?? null,
    slows: codes.some((code) => code === TOO_FAST || TOO_MANY_CALLS.has(code)),
    rests: codes.some((code) => TOO_MANY_CALLS.has(code)),
  };
}
