/** The settings of the trade as other domains decide by them: loaded once, then asked of pure rules. */
import type { Db } from "../db/pool.ts";
import type { TradeSettings } from "./rules.ts";
import { countLately, listAreaRows, listCategoryRows, listTeamRows } from "./store.ts";

/** How far back "lately" goes. */
const NEWEST = 1_000;

/** Only what is in use. */
export async function loadTrade(db: Db): Promise<TradeSettings> {
  const [categories, areas, teams, lately] = [
    await listCategoryRows(db),
    await listAreaRows(db),
    await listTeamRows(db),
    new Map((await countLately(db, NEWEST)).map(({ id, count }) => [id, count])),
  ];
  const inUse = <Row extends { isArchived: boolean }>(rows: readonly Row[]) =>
    rows.filter(({ isArchived }) => !isArchived);
  const first = teams.find(({ isFirst }) => isFirst);
  if (!first) throw new Error("there is no team");
  return {
    categories: inUse(categories).map(({ id, name, label, teamId }) => ({
      ...{ id, name, label, teamId },
      lately: lately.get(id) ?? 0,
    })),
    areas: inUse(areas),
    teams: inUse(teams),
    firstTeamId: first.id,
  };
}
