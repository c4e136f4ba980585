/** When a paused number is asked about again. Pure. */

/** Of all that stops a number, only this can be seen to be over without sending anything. */
export const isTokenRefused = (code: number): boolean => code === 0 || code === 190;

const MINUTE_MS = 60_000;
const LONGEST_MS = 30 * MINUTE_MS;

/** After a minute, then twice as long each time, up to half an hour. */
export function nextProbeAt(probes: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(MINUTE_MS * 2 ** Math.min(probes, 10), LONGEST_MS));
}
