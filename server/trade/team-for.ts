/** Which team gets a request that no person here opens: a program's, or a rule's. */
import type { Db } from "../db/pool.ts";
import { teamFor } from "./rules.ts";
import { findFiling, listDesks } from "./store.ts";
import { findFirstTeam } from "./team-store.ts";

export async function teamForNew(
  db: Db,
  about: { categoryId: number | null; conversationId: number | null; at: Date },
): Promise<number> {
  const teams = await listDesks(db);
  const firstTeamId = await findFirstTeam(db);
  // A house with one team needs no further look.
  if (teams.length < 2) return firstTeamId;
  const { teamId, numberId } = await findFiling(db, about);
  const category = { id: 0, name: "", label: "information", teamId, lately: 0 } as const;
  const settings = { categories: [category], areas: [], teams, firstTeamId };
  return teamFor(settings, { categoryId: 0, numberId, language: null, at: about.at }).teamId;
}
