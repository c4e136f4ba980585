/** The settings of the trade as their page shows them, also what was put away. */
import type { Trade, TradeCategory } from "../../shared/api/trade.ts";
import type { PRIORITIES } from "../../shared/request.ts";
import { STARTING_SETS } from "../../shared/trade.ts";
import type { Db } from "../db/pool.ts";
import { isOnShift } from "./rules.ts";
import { listAreaRows, listCategoryRows, listTeamRows, type TargetRow } from "./store.ts";
import { shownHours } from "./teams.ts";

export async function readTrade(db: Db, now: Date): Promise<Trade> {
  const categories = await listCategoryRows(db);
  const areas = await listAreaRows(db);
  const teams = await listTeamRows(db);
  return {
    categories: withInto(categories).map(({ targets, broughtBy, ...row }) => ({
      ...row,
      targets: targetsOf(targets),
      broughtBy: setOf(broughtBy),
    })),
    areas: withInto(areas),
    teams: withInto(teams).map(({ hours, ...row }) => ({
      ...row,
      hours: shownHours(hours),
      isOnShift: isOnShift({ hours, timeZone: row.timeZone }, now),
    })),
  };
}

type Row = { id: number; name: string; mergedInto: number | null };

function withInto<R extends Row>(rows: readonly R[]) {
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...row,
    mergedInto:
      row.mergedInto === null ? null : { id: row.mergedInto, name: names.get(row.mergedInto) ?? "?" },
  }));
}

const NO_TARGETS = { firstReply: null, takeUp: null, resolution: null };

function targetsOf(rows: readonly TargetRow[]): TradeCategory["targets"] {
  const of = (priority: (typeof PRIORITIES)[number]) => {
    const row = rows.find((each) => each.priority === priority);
    return row
      ? { firstReply: row.firstReply, takeUp: row.takeUp, resolution: row.resolution }
      : { ...NO_TARGETS };
  };
  return { low: of("low"), normal: of("normal"), high: of("high"), urgent: of("urgent") };
}

/** The part before the slash. */
const setOf = (broughtBy: string | null): TradeCategory["broughtBy"] =>
  (["first", ...STARTING_SETS] as const).find((key) => broughtBy?.startsWith(`${key}/`)) ?? null;
