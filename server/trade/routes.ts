/** Settings of the trade over HTTP. */
import type { FastifyInstance } from "fastify";
import { tradeApi } from "../../shared/api/trade.ts";
import type { Db } from "../db/pool.ts";
import { type Actor, serve } from "../http/route.ts";
import type { System } from "../system.ts";
import type { Asking } from "./asking.ts";
import { addArea, addCategory, changeArea, changeCategory } from "./categories.ts";
import type { KindTable } from "./kind-store.ts";
import { readTrade } from "./read.ts";
import { archiveKind, mergeKind, restoreKind } from "./standing.ts";
import { addStartingSet, removeStartingSet, restoreCategories, startingSets } from "./starting-sets.ts";
import { listAreaRows, listCategoryRows, listTeamRows } from "./store.ts";
import { addTeam, archiveTeam, changeTeam, restoreTeam } from "./teams.ts";

type Asked = { actor: Actor; request: { ip: string } };

export function tradeRoutes(http: FastifyInstance, system: System): void {
  const { db, clock } = system;
  const read = () => readTrade(db, clock.now());
  /** One transaction, then the whole of it as it now is. */
  const change = async ({ actor, request }: Asked, work: (tx: Db, asking: Asking) => Promise<unknown>) => {
    await db.transaction((tx) => work(tx, { by: actor, address: request.ip, now: clock.now() }));
    return read();
  };
  serve(http, tradeApi.trade, read);
  serve(http, tradeApi.addCategory, ({ body, ...asked }) =>
    change(asked, (tx, asking) => addCategory(tx, body, asking)),
  );
  serve(http, tradeApi.changeCategory, ({ params, body, ...asked }) =>
    change(asked, (tx, asking) => changeCategory(tx, params.id, body, asking)),
  );
  serve(http, tradeApi.restoreCategories, ({ body, ...asked }) =>
    change(asked, (tx, asking) => restoreCategories(tx, body.ids, asking)),
  );
  serve(http, tradeApi.addArea, ({ body, ...asked }) =>
    change(asked, (tx, asking) => addArea(tx, body, asking)),
  );
  serve(http, tradeApi.changeArea, ({ params, body, ...asked }) =>
    change(asked, (tx, asking) => changeArea(tx, params.id, body, asking)),
  );
  serveKind("category", {
    archive: tradeApi.archiveCategory,
    restore: tradeApi.restoreCategory,
    merge: tradeApi.mergeCategory,
  });
  serveKind("area", {
    archive: tradeApi.archiveArea,
    restore: tradeApi.restoreArea,
    merge: tradeApi.mergeArea,
  });

  /** Categories and areas stand and go alike. */
  function serveKind(
    table: KindTable,
    api: Record<"archive" | "restore", typeof tradeApi.archiveArea> & { merge: typeof tradeApi.mergeArea },
  ): void {
    serve(http, api.archive, ({ params, body, ...asked }) =>
      change(asked, (tx, asking) => archiveKind(tx, table, { ...params, ...body }, asking)),
    );
    serve(http, api.restore, ({ params, body, ...asked }) =>
      change(asked, async (tx, asking) => {
        const rows = await (table === "area" ? listAreaRows(tx) : listCategoryRows(tx));
        const name = rows.find(({ id }) => id === params.id)?.name ?? "";
        return restoreKind(tx, table, { ...params, ...body, name }, asking);
      }),
    );
    serve(http, api.merge, ({ params, body: { into, version }, ...asked }) =>
      change(asked, (tx, asking) => mergeKind(tx, table, { ...params, version }, into, asking)),
    );
  }

  serve(http, tradeApi.addTeam, ({ body, ...asked }) =>
    change(asked, (tx, asking) => addTeam(tx, body, asking)),
  );
  serve(http, tradeApi.changeTeam, ({ params, body, ...asked }) =>
    change(asked, (tx, asking) => changeTeam(tx, params.id, body, asking)),
  );
  serve(http, tradeApi.archiveTeam, ({ params, body, ...asked }) =>
    change(asked, (tx, asking) => archiveTeam(tx, system, { ...params, ...body }, asking)),
  );
  serve(http, tradeApi.restoreTeam, ({ params, body, ...asked }) =>
    change(asked, async (tx, asking) => {
      const name = (await listTeamRows(tx)).find(({ id }) => id === params.id)?.name ?? "";
      return restoreTeam(tx, { ...params, ...body, name }, asking);
    }),
  );
  serve(http, tradeApi.mergeTeam, ({ params, body: { into, version }, ...asked }) =>
    change(asked, (tx, asking) =>
      archiveTeam(tx, system, { ...params, version, handOnTo: into, merges: true }, asking),
    ),
  );
  serve(http, tradeApi.startingSets, async ({ query }) => ({ sets: await startingSets(db, query.language) }));
  serve(http, tradeApi.addStartingSet, async ({ params, body, ...asked }) => {
    let added = 0;
    const trade = await change(asked, async (tx, asking) => {
      added = await addStartingSet(tx, params.key, body.language, asking);
    });
    return { trade, added };
  });
  serve(http, tradeApi.removeStartingSet, async ({ params, ...asked }) => {
    let removed: number[] = [];
    const trade = await change(asked, async (tx, asking) => {
      removed = await removeStartingSet(tx, params.key, asking);
    });
    return { trade, removed };
  });
}
