/** Sign 4: work that waits for one person while others are there (measures.md 10). Pure. */
import { levelOf } from "../../measures/advice.ts";
import { concentration } from "../../measures/concentration.ts";
import { FEWEST_TO_TELL, LEAST_LATE, THRESHOLDS, WAITS_FROM } from "../../measures/thresholds.ts";
import type { BusinessClock } from "../../measures/turn.ts";
import { wilson } from "../../measures/wilson.ts";
import type { PersonIndex, Signs } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";
import { absenceOf } from "./absence.ts";
import { whoIsMissed } from "./knowledge.ts";
import { namesOf, type Stall, stallsOf, type Team } from "./stalls.ts";

/** Of so few people one is always most of them. */
const FEWEST_PEOPLE = 3;

export function bottleneckSign(
  followed: readonly FollowedRequest[],
  team: Omit<Team, "names">,
  business: BusinessClock,
): Signs["bottleneck"] {
  const stalls = allStalls(followed, { ...team, names: namesOf(team.people, team.chat.title) }, business);
  const byPerson = new Map<PersonIndex, Stall[]>();
  for (const stall of stalls) {
    if (stall.hangsOn === null) continue;
    const theirs = byPerson.get(stall.hangsOn) ?? [];
    byPerson.set(stall.hangsOn, theirs);
    theirs.push(stall);
  }
  const [most] = [...byPerson].sort((one, other) => other[1].length - one[1].length || one[0] - other[0]);
  const hanging = wilson(most?.[1].length ?? 0, stalls.length);
  const requests = [...new Set(most?.[1].map(({ request }) => request))];
  const shares = sharesOf(followed);
  const waiting = wilson(requests.length, followed.length);
  const isEnough = shares.length >= FEWEST_PEOPLE && stalls.length >= FEWEST_TO_TELL;
  const level =
    isEnough && waiting.low >= WAITS_FROM ? levelOf(hanging, THRESHOLDS.hanging) : ("quiet" as const);
  const person = level === "quiet" ? null : (most?.[0] ?? null);
  const busiest = person ?? shares[0]?.person ?? null;
  return {
    told: isEnough,
    level,
    person,
    hanging,
    shares,
    ...concentration(shares.map((share) => share.requests)),
    truckFactor: whoIsMissed(followed, team),
    absence: busiest === null ? null : absenceOf(busiest, followed, team.chat, team.people),
    requests: level === "quiet" ? [] : requests,
  };
}

function allStalls(followed: readonly FollowedRequest[], team: Team, business: BusinessClock): Stall[] {
  const waited: number[] = [];
  for (const { turns, waits } of followed)
    for (const { from, to } of waits)
      if (to !== null) waited.push(business(turns[from]?.at ?? 0, turns[to]?.at ?? 0));
  waited.sort((one, other) => one - other);
  const late = Math.max(LEAST_LATE, waited[Math.floor(waited.length * 0.9)] ?? 0);
  return followed.flatMap((each, place) => stallsOf(each, place, team, (wait) => wait > late, business));
}

/** Of requests handled, the busiest first. */
function sharesOf(followed: readonly FollowedRequest[]): Signs["bottleneck"]["shares"] {
  const counts = new Map<PersonIndex, number>();
  let all = 0;
  for (const { request } of followed)
    for (const person of request.handledBy) {
      counts.set(person, (counts.get(person) ?? 0) + 1);
      all++;
    }
  return [...counts]
    .map(([person, requests]) => ({ person, share: requests / all, requests }))
    .sort((one, other) => other.requests - one.requests || one.person - other.person);
}
