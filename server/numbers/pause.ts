/**
 * A number that WhatsApp refuses to send for stops: what is queued stays queued, nobody loses a message to the same refusal
 * again and again. A manager resumes it, or a token that works again does.
 */
import type { Db } from "../db/pool.ts";
import { addJobs } from "../jobs/add.ts";
import { announce } from "../live/changes.ts";
import { clearTimer, setTimer } from "../timers/set.ts";
import { isTokenRefused, nextProbeAt } from "./pause-rules.ts";
import { clearPause, countProbe, lockProbedPause, probePause, writePause } from "./pause-store.ts";

/** Says so on every screen. Once: later refusals of the same moment change nothing. */
export async function pauseNumber(
  tx: Db,
  numberId: number,
  { code, now }: { code: number; now: Date },
): Promise<void> {
  const isProbed = isTokenRefused(code);
  if (!(await writePause(tx, numberId, { code, isProbed, now }))) return;
  if (isProbed) await setTimer(tx, PROBE, numberId, nextProbeAt(0, now));
  await announce(tx, ["numbers"]);
}

/** For whoever holds rows of messages: whoever takes departures holds the number's row first, so a job pauses it. */
export async function pauseSoon(tx: Db, numberId: number, code: number): Promise<void> {
  await addJobs(tx, [{ task: "pause_number", payload: { numberId, code }, key: `pause:${numberId}` }]);
}

/** What waits goes out. False when it was not paused. */
export async function resumeNumber(tx: Db, numberId: number): Promise<boolean> {
  if (!(await clearPause(tx, numberId))) return false;
  await clearTimer(tx, PROBE, numberId);
  await announce(tx, ["numbers", "outbox"]);
  return true;
}

/** The purpose of the timer that asks again. */
const PROBE = "number_probe";

/** Falls due: a job asks, outside of any transaction. The next time is set already, in case that job dies. */
export async function probeDue(tx: Db, _system: unknown, numberId: number, now: Date): Promise<void> {
  const pause = await lockProbedPause(tx, numberId);
  if (!pause) return;
  await countProbe(tx, numberId);
  await setTimer(tx, PROBE, numberId, nextProbeAt(pause.probes + 1, now));
  await addJobs(tx, [{ task: "probe_number", payload: { numberId }, key: `probe:${numberId}` }]);
}

/** Another token than the one that was refused: it is tried at once. */
export async function tokenChanged(tx: Db, numberId: number, now: Date): Promise<void> {
  if (await probePause(tx, numberId)) await setTimer(tx, PROBE, numberId, now);
}
