/** What WhatsApp's refusals mean for a message that was to go out (law 7: nothing is sent twice). */

/**
 * - `repeat`: refused before it was processed, so it may be sent again.
 * - `final`: refused for good; a person has to change something about this message or recipient.
 * - `stop`: refused because of the number or account: the next message will fare no better.
 * - `unknown`: may or may not have gone out.
 */
export type Verdict = "repeat" | "final" | "stop" | "unknown";

/** Rate limits, checked before anything else. These four alone are safe to repeat. */
const REPEAT = new Set([4, 80007, 130429, 131056]);
/** Trouble inside WhatsApp: the message may have gone out before it began. */
const UNKNOWN = new Set([1, 2, 131000, 131016, 131057, 133004]);
/** Token, permissions, deleted number, locked account, spam limit, unregistered number, payment. */
const STOP = new Set([
  0, 3, 10, 33, 190, 368, 130497, 131005, 131031, 131037, 131042, 131045, 131048, 133000, 133006, 133010,
  133015, 134011,
]);
const isPermission = (code: number) => code >= 200 && code <= 299;

/** Whether WhatsApp refuses the number or its account with it, so that nothing else should be sent. */
export const isStop = (code: number): boolean => STOP.has(code) || isPermission(code);

/** One message in six seconds to one person; WhatsApp asks to wait 4^n seconds. */
const PAIR_RATE = 131056;

/**
 * @param httpStatus of the answer
 * @param code of the error in it; null when the body was not the platform's
 */
export function verdictOn(
  httpStatus: number,
  error: { code: number; isTransient?: boolean | undefined } | null,
): Verdict {
  if (error) {
    if (REPEAT.has(error.code)) return "repeat";
    if (UNKNOWN.has(error.code)) return "unknown";
    if (isStop(error.code)) return "stop";
    if (error.isTransient) return "unknown";
  }
  // A proxy's time-out, or a server that failed halfway: nobody knows how far it came.
  if (httpStatus >= 500 || httpStatus === 408) return "unknown";
  if (httpStatus < 400) return "unknown";
  return "final";
}

const SECOND = 1000;
const LONGEST_WAIT_MS = 5 * 60 * SECOND;

/** How long to wait before the next try, after so many. */
export function waitBeforeRepeat(code: number | null, attempts: number): number {
  const base = code === PAIR_RATE ? 4 : 2;
  return Math.min(base ** Math.max(attempts, 1) * SECOND, LONGEST_WAIT_MS);
}
