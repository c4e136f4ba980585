/** An office whose manager sets up its trade: categories, areas, teams and requests filed under them. */

import type { Db } from "../server/db/pool.ts";
import { actorOf } from "../server/requests/actor.ts";
import type { Ask } from "../server/requests/command.ts";
import { applyCommand } from "../server/requests/commands.ts";
import { openByHand } from "../server/requests/open.ts";
import { stripById } from "../server/requests/strips.ts";
import type { Asking } from "../server/trade/asking.ts";
import { addCategory } from "../server/trade/categories.ts";
import { readTrade } from "../server/trade/read.ts";
import { addTeam } from "../server/trade/teams.ts";
import type { TradeCategory, TradeTeam, WrittenCategory, WrittenTeam } from "../shared/api/trade.ts";
import { openDesk } from "./desk.ts";

export const NO_AIMS = { firstReply: null, takeUp: null, resolution: null };

export const aCategory = (name: string, more: Partial<WrittenCategory> = {}): WrittenCategory => ({
  name,
  label: "breakdown_repair",
  needsWork: true,
  evidence: [],
  priority: "normal",
  teamId: null,
  targets: { low: NO_AIMS, normal: NO_AIMS, high: NO_AIMS, urgent: NO_AIMS },
  ...more,
});

const aTeam = (name: string, more: Partial<WrittenTeam>): WrittenTeam => ({
  name,
  isIntake: false,
  memberIds: [],
  languages: [],
  hours: [],
  timeZone: "UTC",
  numberIds: [],
  ...more,
});

export async function openTradeOffice() {
  const desk = await openDesk();
  const marta = await desk.person("Marta", "manager");
  const asking = (): Asking => ({ by: marta, address: "::1", now: desk.clock.now() });
  const trade = () => readTrade(desk.db, desk.clock.now());
  /** What Marta does, in one transaction. */
  const does = <T>(work: (tx: Db, asking: Asking) => Promise<T>): Promise<T> =>
    desk.db.transaction((tx) => work(tx, asking()));
  const tell = (requestId: number, ask: Ask) =>
    does((tx) => applyCommand(tx, desk.system, { requestId, actor: actorOf(marta), ask }));
  const of = <Row extends { id: number }>(rows: readonly Row[], id: number): Row => {
    const row = rows.find((each) => each.id === id);
    if (!row) throw new Error(`there is no ${id}`);
    return row;
  };
  return {
    ...desk,
    marta,
    trade,
    does,
    tell,
    makeCategory: (name: string, more: Partial<WrittenCategory> = {}) =>
      does((tx, by) => addCategory(tx, aCategory(name, more), by)),
    makeTeam: (name: string, more: Partial<WrittenTeam> = {}) =>
      does((tx, by) => addTeam(tx, aTeam(name, more), by)),
    category: async (id: number): Promise<TradeCategory> => of((await trade()).categories, id),
    team: async (id: number): Promise<TradeTeam> => of((await trade()).teams, id),
    open: (categoryId: number | null = null, areaId: number | null = null) =>
      does((tx) =>
        openByHand(tx, desk.system, marta, {
          ...{ title: "Kitchen tap", categoryId, areaId, priority: "normal" },
          ...{ contactId: null, clientName: null, clientPhone: null, place: null, note: null },
        }),
      ),
    give: (requestId: number, teamId: number) =>
      tell(requestId, { kind: "change", version: null, owner: { kind: "team", id: teamId } }),
    move: (requestId: number, to: "ready" | "cancelled" | "closed") =>
      tell(requestId, { kind: "move", to, reason: "so", workerId: null, waitsOn: null, version: null }),
    strip: (id: number) => stripById(desk.db, id, marta.id),
    events: (id: number) =>
      desk.db.query<{ kind: string }>("select kind from request_event where request_id = $1 order by seq", [
        id,
      ]),
  };
}
export type TradeOffice = Awaited<ReturnType<typeof openTradeOffice>>;
