/** Categories and areas made and written anew. */
import type { WrittenArea, WrittenCategory } from "../../shared/api/trade.ts";
import { PRIORITIES } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type Asking, archivedAlready, asSeen, named, nameTaken, note } from "./asking.ts";
import {
  findNamed,
  insertArea,
  insertCategory,
  lockKinds,
  updateArea,
  updateCategory,
  writeTargets,
} from "./kind-store.ts";
import { lockTeams } from "./team-store.ts";

export async function addCategory(
  tx: Db,
  written: WrittenCategory,
  asking: Asking,
  broughtBy: string | null = null,
): Promise<number> {
  if (await findNamed(tx, "category", written.name, null)) throw nameTaken("category", written.name);
  await mustBeTeam(tx, written.teamId);
  const id = await named("category", written.name, () =>
    insertCategory(tx, { ...written, broughtBy }, asking.now),
  );
  await writeTargets(tx, id, targetsOf(written));
  await note(tx, asking, { kind: "category", id, done: "added", facts: { broughtBy } });
  return id;
}

export async function changeCategory(
  tx: Db,
  id: number,
  written: WrittenCategory & { version: number },
  asking: Asking,
): Promise<void> {
  // The team first, as whoever puts it away does.
  await mustBeTeam(tx, written.teamId);
  const row = asSeen(await lockKinds(tx, "category"), id, written.version, "category");
  if (row.isArchived) throw archivedAlready("category");
  if (await findNamed(tx, "category", written.name, id)) throw nameTaken("category", written.name);
  await named("category", written.name, () => writeCategory(tx, id, written));
  const { label, needsWork, priority, teamId } = written;
  await note(tx, asking, {
    kind: "category",
    id,
    done: "changed",
    facts: { label, needsWork, priority, teamId },
  });
}

/** All of it but how it stands. */
export async function writeCategory(tx: Db, id: number, written: WrittenCategory): Promise<void> {
  await updateCategory(tx, id, written);
  await writeTargets(tx, id, targetsOf(written));
}

const targetsOf = ({ targets }: WrittenCategory) =>
  PRIORITIES.map((priority) => ({ priority, ...targets[priority] }));

/** Held until the transaction ends, so that it is not put away meanwhile. */
async function mustBeTeam(tx: Db, teamId: number | null): Promise<void> {
  if (teamId === null) return;
  const [team] = await lockTeams(tx, [teamId]);
  if (!team || team.isArchived)
    throw new UserError("bad_request", "This team is not here any more. Choose another.", {
      code: "team_gone",
    });
}

export async function addArea(tx: Db, written: WrittenArea, asking: Asking): Promise<number> {
  if (await findNamed(tx, "area", written.name, null)) throw nameTaken("area", written.name);
  const id = await named("area", written.name, () => insertArea(tx, plainArea(written), asking.now));
  await note(tx, asking, { kind: "area", id, done: "added" });
  return id;
}

export async function changeArea(
  tx: Db,
  id: number,
  written: WrittenArea & { version: number },
  asking: Asking,
): Promise<void> {
  const row = asSeen(await lockKinds(tx, "area"), id, written.version, "area");
  if (row.isArchived) throw archivedAlready("area");
  if (await findNamed(tx, "area", written.name, id)) throw nameTaken("area", written.name);
  await named("area", written.name, () => updateArea(tx, id, plainArea(written)));
  await note(tx, asking, { kind: "area", id, done: "changed" });
}

const plainArea = ({ name, places }: WrittenArea): WrittenArea => ({ name, places: [...new Set(places)] });
