/** How replies go on days without somebody (measures.md 10). Pure. */
import { DAY } from "../../measures/business-time.ts";
import type { Chat } from "../chat.ts";
import type { Person, PersonIndex, Signs } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";

/** On either side; the median of fewer is chance. */
const FEWEST_REPLIES = 10;

/** Median reply, in milliseconds, to what came on days on which the person wrote nothing and others of ours did. */
export function absenceOf(
  person: PersonIndex,
  followed: readonly FollowedRequest[],
  chat: Chat,
  people: readonly Person[],
): Signs["bottleneck"]["absence"] {
  const theirs = new Set<number>();
  const ours = new Set<number>();
  for (const { at, by } of chat.messages) {
    if (by === null) continue;
    const day = Math.floor(at / DAY);
    if (by === person) theirs.add(day);
    else if (people[by]?.role === "staff") ours.add(day);
  }
  const without: number[] = [];
  const withThem: number[] = [];
  for (const { turns, waits } of followed) {
    for (const { from, to } of waits) {
      const asked = turns[from]?.at;
      const answered = to === null ? undefined : turns[to]?.at;
      if (asked === undefined || answered === undefined) continue;
      const day = Math.floor(asked / DAY);
      if (theirs.has(day)) withThem.push(answered - asked);
      else if (ours.has(day)) without.push(answered - asked);
    }
  }
  if (Math.min(without.length, withThem.length) < FEWEST_REPLIES) return null;
  return { without: medianOf(without), with: medianOf(withThem) };
}

function medianOf(times: number[]): number {
  times.sort((one, other) => one - other);
  const half = times.length >> 1;
  const upper = times[half] ?? 0;
  return times.length % 2 === 1 ? upper : ((times[half - 1] ?? upper) + upper) / 2;
}
