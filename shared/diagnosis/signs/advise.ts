/** What to do, in which order. Pure. */
import { minuteOfWeek, WEEK } from "../../measures/business-time.ts";
import { FEWEST_REQUESTS } from "../../measures/thresholds.ts";
import type { Advice, ChatRequest, Level, Shifts, Signs, Verdict } from "../diagnosis.ts";

/** Weeks until the same is worth measuring again: a quarter where all is well, sooner where something moves. */
const AGAIN = { stay: 13, watch: 4, add_structure: 6, not_enough: 4 } as const;
const WEEK_MINUTES = WEEK / 60_000;

type Findings = {
  verdict: Verdict;
  signs: Signs;
  shifts: Shifts;
  requests: readonly ChatRequest[];
  chasesByHour: readonly number[];
};

export function advise({ verdict, signs, shifts, requests, chasesByHour }: Findings): Advice[] {
  const advice: Advice[] = [];
  const again: Advice = { kind: "measure_again", weeks: AGAIN[verdict] };
  if (verdict === "not_enough") {
    const requestsMissing = FEWEST_REQUESTS - requests.length;
    return requestsMissing > 0 ? [{ kind: "gather_more", requestsMissing }] : [again];
  }
  if (verdict === "stay") return [{ kind: "stay_as_you_are" }, again];
  const { contextDroppedAtShift: shift, reactiveFollowUp: reactive, bottleneck } = signs;
  if (isRaised(shift))
    advice.push({ kind: "hand_over_open_requests", boundaries: dropsAt(requests, shifts) });
  if (isRaised(bottleneck) && bottleneck.person !== null)
    advice.push({ kind: "share_what_one_knows", person: bottleneck.person });
  const busy = busyHours(chasesByHour);
  // Nothing over its line: the chases rise.
  const isRising = advice.length === 0;
  if ((isRaised(reactive) || isRising) && busy) advice.push({ kind: "agree_who_answers", ...busy });
  if (isRaised(reactive) && (verdict === "add_structure" || !busy))
    advice.push({ kind: "next_step_and_time" });
  if (verdict === "add_structure" && shift.told && !isRaised(shift)) advice.push({ kind: "leave_the_group" });
  return [...advice, again];
}

const isRaised = ({ told, level }: { told: boolean; level: Level }): boolean => told && level !== "quiet";

/** The changes of shift at which something was dropped, in minutes of the week. */
function dropsAt(requests: readonly ChatRequest[], { boundaries }: Shifts): number[] {
  const found = new Set<number>();
  for (const { crossings } of requests) {
    for (const { at, isDropped } of crossings) {
      if (!isDropped || boundaries.length === 0) continue;
      const minute = minuteOfWeek(at);
      const nearest = boundaries.reduce((one, other) =>
        apart(other.minute, minute) < apart(one.minute, minute) ? other : one,
      );
      found.add(nearest.minute);
    }
  }
  return [...found].sort((one, other) => one - other);
}

function apart(one: number, other: number): number {
  const between = Math.abs(one - other);
  return Math.min(between, WEEK_MINUTES - between);
}

/** Fewer chases than this fall into some hours by chance. */
const FEWEST_CHASES = 10;
const LONGEST = 3;

/** The shortest span of at most three hours that holds half of the chases; of two as short the fuller one. */
function busyHours(chasesByHour: readonly number[]): { fromHour: number; toHour: number } | null {
  const all = chasesByHour.reduce((sum, count) => sum + count, 0);
  if (all < FEWEST_CHASES) return null;
  for (let long = 1; long <= LONGEST; long++) {
    let best: { fromHour: number; held: number } | null = null;
    for (let fromHour = 0; fromHour + long <= 24; fromHour++) {
      const held = chasesByHour.slice(fromHour, fromHour + long).reduce((sum, count) => sum + count, 0);
      if (held * 2 >= all && (!best || held > best.held)) best = { fromHour, held };
    }
    if (best) return { fromHour: best.fromHour, toHour: best.fromHour + long };
  }
  return null;
}
