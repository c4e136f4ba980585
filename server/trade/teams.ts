/** Teams made, written anew, put away and merged. What a team holds goes on in the same step: law 4. */
import type { WrittenTeam } from "../../shared/api/trade.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { clockOf, isTimeZone, minutesOf } from "../first-words/rules.ts";
import { giveTo, lockOpenOfTeam } from "../requests/hand-on.ts";
import type { System } from "../system.ts";
import { type Asking, archivedAlready, asSeen, asTarget, named, nameTaken, note } from "./asking.ts";
import { findNamed, moveCategoryTeams } from "./kind-store.ts";
import type { Span } from "./rules.ts";
import {
  copyMembers,
  copyNumbers,
  insertTeam,
  listActive,
  listNumbers,
  lockTeams,
  updateTeam,
  writeMembers,
  writeNumbers,
  writeTeamStanding,
} from "./team-store.ts";

type Clocked = Pick<System, "clock">;
type Seen = { id: number; version: number };

export async function addTeam(tx: Db, written: WrittenTeam, asking: Asking): Promise<number> {
  const hours = hoursOf(written);
  if (await findNamed(tx, "team", written.name, null)) throw nameTaken("team", written.name);
  const id = await named("team", written.name, () => insertTeam(tx, { ...written, hours }, asking.now));
  await writePeopleAndNumbers(tx, id, written);
  await note(tx, asking, { kind: "team", id, done: "added", facts: factsOf(written) });
  return id;
}

export async function changeTeam(
  tx: Db,
  id: number,
  written: WrittenTeam & { version: number },
  asking: Asking,
): Promise<void> {
  const hours = hoursOf(written);
  const row = asSeen(await lockTeams(tx, [id]), id, written.version, "team");
  if (row.isArchived) throw archivedAlready("team");
  if (await findNamed(tx, "team", written.name, id)) throw nameTaken("team", written.name);
  // The first one takes in whatever nobody else does.
  const team = { ...written, hours, isIntake: written.isIntake || row.isFirst };
  await named("team", written.name, () => updateTeam(tx, id, team));
  await writePeopleAndNumbers(tx, id, written);
  await note(tx, asking, { kind: "team", id, done: "changed", facts: factsOf(written) });
}

const factsOf = ({ isIntake, memberIds, numberIds }: WrittenTeam) => ({
  isIntake,
  members: memberIds.length,
  numbers: numberIds.length,
});

async function writePeopleAndNumbers(tx: Db, id: number, written: WrittenTeam): Promise<void> {
  await writeMembers(tx, id, await listActive(tx, written.memberIds));
  await writeNumbers(tx, id, await listNumbers(tx, written.numberIds));
}

/**
 * Its open work goes to another team, or it stays: a request is never without a holder who is there. Requests are
 * locked before the team, as every command on a request does it.
 */
export async function archiveTeam(
  tx: Db,
  system: Clocked,
  seen: Seen & { handOnTo: number | null; merges?: boolean },
  asking: Asking,
): Promise<void> {
  const { id, handOnTo, merges = false } = seen;
  const held = await lockOpenOfTeam(tx, id);
  const teams = await lockTeams(tx, handOnTo === null ? [id] : [id, handOnTo]);
  const team = asSeen(teams, id, seen.version, "team");
  if (team.isArchived) throw archivedAlready("team");
  if (team.isFirst)
    throw new UserError("conflict", "This team holds what nobody takes. Rename it instead.", {
      code: "team_is_first",
    });
  if (handOnTo !== null) asTarget(teams, handOnTo, id, "team");
  await writeTeamStanding(tx, { id, archivedAt: asking.now, mergedInto: merges ? handOnTo : null });
  // What was given to it between the two locks; from now on nobody can.
  const late = (await lockOpenOfTeam(tx, id)).filter((each) => !held.includes(each));
  const all = [...held, ...late];
  if (all.length > 0) {
    if (handOnTo === null)
      throw new UserError("conflict", "This team holds open work. Choose the team that gets it.", {
        code: "team_holds_work",
        detail: { open: all.length },
      });
    await giveTo(tx, system, all, { kind: "team", id: handOnTo }, asking.by);
  }
  if (handOnTo !== null) await moveCategoryTeams(tx, id, handOnTo);
  if (merges && handOnTo !== null) {
    await copyMembers(tx, id, handOnTo);
    await copyNumbers(tx, id, handOnTo);
  }
  await note(tx, asking, {
    kind: "team",
    id,
    done: merges ? "merged" : "archived",
    facts: { into: handOnTo, handedOn: all.length },
  });
}

export async function restoreTeam(tx: Db, seen: Seen & { name: string }, asking: Asking): Promise<void> {
  const row = asSeen(await lockTeams(tx, [seen.id]), seen.id, seen.version, "team");
  if (!row.isArchived) return;
  if (await findNamed(tx, "team", seen.name, seen.id)) throw nameTaken("team", seen.name);
  await named("team", seen.name, () =>
    writeTeamStanding(tx, { id: seen.id, archivedAt: null, mergedInto: null }),
  );
  await note(tx, asking, { kind: "team", id: seen.id, done: "restored" });
}

const DAY = 1440;

/** @throws UserError when the hours or their zone make no sense */
function hoursOf({ hours, timeZone }: WrittenTeam): Span[] {
  if (!isTimeZone(timeZone))
    throw new UserError("bad_request", "This time zone is not known. Choose one such as Europe/Madrid.", {
      code: "time_zone",
    });
  const spans = hours.map(({ weekday, from, to }): Span => {
    const [begin, end] = [minutesOf(from), minutesOf(to)];
    return [weekday, begin, end > begin ? end : end + DAY];
  });
  if (spans.some(([, from, to]) => from >= DAY || to - from > DAY || (to - from === DAY && from > 0)))
    throw new UserError(
      "bad_request",
      "A span is shorter than a day. For the whole day write 00:00 to 24:00.",
      {
        code: "team_hours",
      },
    );
  return spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

export const shownHours = (hours: readonly Span[]): WrittenTeam["hours"] =>
  hours.map(([weekday, from, to]) => ({
    weekday,
    from: clockOf(from),
    to: clockOf(to > DAY ? to - DAY : to),
  }));
