/** Which team gets a request that no person here opens: a program's, or a rule's. */
import type { Db } from "../db/pool.ts";
import { teamFor } from "./rules.ts";
import { findFiling, listDesks } from "./store.ts";
import { findFirstTeam } from "./team-store.ts";

export async function teamForNew(
  db: Db,
  about: {
    categoryId: number | null;
    conversationId: number | null;
    at: Date;
    /** ISO 639, as guessed from what was said: for contacts of whom it is not known. */
    language?: string | null;
  },
): Promise<number> {
  const teams = await listDesks(db);
  const firstTeamId = await findFirstTeam(db);
  // A house with one team needs no further look.
  if (teams.length < 2) return firstTeamId;
  const { language, ...filing } = await findFiling(db, about);
  const ask = { ...filing, language: language ?? about.language ?? null, at: about.at };
  return teamFor({ teams, firstTeamId }, ask).teamId;
}
