/** Sign 1: what lay open over a change of shift and was dropped there (measures.md 8). Pure. */
import { levelOf } from "../../measures/advice.ts";
import { relativeRisk, type Trial } from "../../measures/relative-risk.ts";
import { FEWEST_TO_TELL, PICKED_UP_WITHIN, THRESHOLDS } from "../../measures/thresholds.ts";
import type { BusinessClock } from "../../measures/turn.ts";
import { wilson } from "../../measures/wilson.ts";
import type { Share, Shifts, Signs } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";

const HOUR = 3_600_000;
const SEED = 8;

export function shiftSign(
  followed: readonly FollowedRequest[],
  shifts: Shifts,
  business: BusinessClock,
): Signs["contextDroppedAtShift"] {
  const crossed = followed.filter(({ request }) => request.crossedShift).length;
  const unclear = followed.filter(
    ({ request, crossings }) => !request.droppedAtShift && crossings.some(({ isUnclear }) => isUnclear),
  ).length;
  const requests = followed.flatMap(({ request }, place) => (request.droppedAtShift ? [place] : []));
  const dropped = droppedOf(requests.length, unclear, crossed);
  const told = shifts.boundaries.length > 0 && crossed >= FEWEST_TO_TELL;
  const risk = riskOf(followed, business);
  // Where the same silence is as common without a change of shift, the change is not what drops it.
  const isExcused = risk !== null && risk.low <= 1;
  return {
    told,
    level: told && !isExcused ? levelOf(dropped, THRESHOLDS.dropped) : "quiet",
    dropped,
    risk,
    requests,
  };
}

/** What is unclear counts as neither: the interval reaches from none of them dropped to all of them. */
function droppedOf(surely: number, unclear: number, crossed: number): Share {
  const dropped = wilson(surely, crossed);
  return unclear === 0 ? dropped : { ...dropped, high: wilson(surely + unclear, crossed).high };
}

/**
 * Against silences of like age and hour with no change of shift in them. Such a silence is looked at once it has lasted
 * as long as half of those at a change had when the shift ended; from then on the same counts as dropped: a chase comes
 * next, or nothing for two business hours. Null with too few of either, where nothing could be said against chance.
 */
function riskOf(
  followed: readonly FollowedRequest[],
  business: BusinessClock,
): Signs["contextDroppedAtShift"]["risk"] {
  const lags = followed
    .flatMap(({ crossings, turns }) => crossings.map(({ at, after }) => at - (turns[after]?.at ?? at)))
    .sort((one, other) => one - other);
  if (lags.length < FEWEST_TO_TELL) return null;
  const lag = lags[lags.length >> 1] ?? 0;
  const trials = followed.flatMap((each) => trialsOf(each, lag, business));
  const exposed = trials.filter(({ isExposed }) => isExposed).length;
  if (exposed < FEWEST_TO_TELL || trials.length - exposed < FEWEST_TO_TELL) return null;
  return relativeRisk(trials, SEED);
}

function trialsOf(
  { turns, crossings, request, messages, resolved }: FollowedRequest,
  lag: number,
  business: BusinessClock,
): Trial[] {
  const trials: Trial[] = [];
  const opened = turns[0]?.at ?? 0;
  const chases = new Set(request.chases);
  const over = resolved.lastDone ?? turns.length;
  const at = new Map<number, boolean>();
  const unclear = new Set<number>();
  for (const { after, isDropped, isUnclear } of crossings) {
    at.set(after, isDropped || (at.get(after) ?? false));
    if (isUnclear) unclear.add(after);
  }
  for (let place = 0; place < turns.length && place < over; place++) {
    if (unclear.has(place)) continue;
    const from = turns[place]?.at ?? 0;
    const stratum = `${ageOf(from - opened)} ${partOfDay(from)}`;
    const isDropped = at.get(place);
    if (isDropped !== undefined) {
      trials.push({ stratum, isExposed: true, wentWrong: isDropped });
      continue;
    }
    const next = turns[place + 1];
    if (!next || next.at - from <= lag) continue;
    const isChase = chases.has(messages[place + 1] ?? -1);
    const isLate = business(from + lag, next.at) > PICKED_UP_WITHIN;
    trials.push({ stratum, isExposed: false, wentWrong: isChase || isLate });
  }
  return trials;
}

function ageOf(age: number): string {
  if (age < HOUR) return "new";
  return age < 24 * HOUR ? "day" : "old";
}

const partOfDay = (at: number): number =>
  Math.floor((((at % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR)) / (12 * HOUR));
