/** How long clients waited and requests took, those still open counted as such (measures.md 1 to 3). Pure. */
import { firstReply, type Wait } from "../../measures/reply.ts";
import { survivalOf } from "../../measures/survival.ts";
import type { BusinessClock } from "../../measures/turn.ts";
import type { WallTime } from "../chat.ts";
import type { Diagnosis } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";

type Times = { over: number[]; open: number[] };
type Both = { calendar: Times; business: Times };

export function timesOf(
  followed: readonly FollowedRequest[],
  until: WallTime,
  business: BusinessClock,
): Diagnosis["times"] {
  const spells = { firstReply: empty(), reply: empty(), resolution: empty() };
  const add = (
    { calendar, business: inBusiness }: Both,
    from: WallTime,
    to: WallTime,
    isOver: boolean,
  ): void => {
    // A phone whose clock was set back may write before it read.
    calendar[isOver ? "over" : "open"].push(Math.max(0, to - from));
    inBusiness[isOver ? "over" : "open"].push(business(from, to));
  };
  for (const { turns, resolved, waits } of followed) {
    const timeOf = (place: number | null): WallTime => turns[place ?? -1]?.at ?? until;
    // A request that the client ended without a word of ours was watched up to then.
    const end = resolved.level === "confirmed" ? timeOf(resolved.at) : until;
    const wait = (into: Both, { from, to }: Wait): void =>
      add(into, timeOf(from), to === null ? Math.max(end, timeOf(from)) : timeOf(to), to !== null);
    const first = firstReply(turns);
    if (first) wait(spells.firstReply, first);
    for (const each of waits) wait(spells.reply, each);
    const asked = turns.findIndex(({ side }) => side === "client");
    if (asked < 0) continue;
    const done = resolved.firstDone === null ? null : timeOf(resolved.firstDone);
    add(spells.resolution, timeOf(asked), Math.max(done ?? until, timeOf(asked)), done !== null);
  }
  const both = ({ calendar, business: inBusiness }: Both) => ({
    calendar: survivalOf(calendar),
    business: survivalOf(inBusiness),
  });
  return {
    firstReply: both(spells.firstReply),
    reply: both(spells.reply),
    resolution: both(spells.resolution),
  };
}

const empty = (): Both => ({ calendar: { over: [], open: [] }, business: { over: [], open: [] } });
