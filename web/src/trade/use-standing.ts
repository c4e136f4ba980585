/** Putting away, merging, taking back, with the way back: what categories, areas and teams have in common. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tradeApi } from "../../../shared/api/trade.ts";
import { announce } from "../ui/status-region.tsx";
import { tradeQuery, useTradeChange } from "./use-trade.ts";

export type Kind = "category" | "area" | "team";
export type Row = { id: number; version: number; name: string };

const LISTS = { category: "categories", area: "areas", team: "teams" } as const;

/** What was just done; `undo` is absent where it was asked first. */
export type DoneAct = { words: string; undo?: () => Promise<unknown> };

export function useStanding() {
  const { t } = useTranslation("trade");
  const client = useQueryClient();
  const archive = {
    category: useTradeChange(tradeApi.archiveCategory),
    area: useTradeChange(tradeApi.archiveArea),
    team: useTradeChange(tradeApi.archiveTeam),
  };
  const restore = {
    category: useTradeChange(tradeApi.restoreCategory),
    area: useTradeChange(tradeApi.restoreArea),
    team: useTradeChange(tradeApi.restoreTeam),
  };
  const merge = {
    category: useTradeChange(tradeApi.mergeCategory),
    area: useTradeChange(tradeApi.mergeArea),
    team: useTradeChange(tradeApi.mergeTeam),
  };
  const [done, setDone] = useState<DoneAct | null>(null);
  const [error, setError] = useState<unknown>(null);
  const tell = (act: DoneAct) => {
    setError(null);
    setDone(act);
    announce(act.words);
  };
  /** As it is now: an undo comes after other changes. */
  const seen = (kind: Kind, id: number) => ({
    params: { id },
    body: {
      version:
        client.getQueryData(tradeQuery.queryKey)?.[LISTS[kind]].find((row) => row.id === id)?.version ?? 1,
    },
  });
  return {
    done,
    tell,
    error,
    clear: () => {
      setDone(null);
      setError(null);
    },
    async undo() {
      if (!done?.undo) return;
      try {
        await done.undo();
        setDone(null);
        setError(null);
        announce(t("page.undone"));
      } catch (failure) {
        setError(failure);
      }
    },
    async putAway(kind: Kind, { id, name }: Row) {
      try {
        await archive[kind].mutateAsync(seen(kind, id));
        tell({
          words: t("done.archived", { name }),
          undo: () => restore[kind].mutateAsync(seen(kind, id)),
        });
      } catch (failure) {
        setError(failure);
      }
    },
    async takeBack(kind: Kind, { id, name }: Row, from: number | null) {
      try {
        await restore[kind].mutateAsync(seen(kind, id));
        const { params, body } = seen(kind, id);
        const again = () =>
          from !== null && kind !== "team"
            ? merge[kind].mutateAsync({ params, body: { ...body, into: from } })
            : archive[kind].mutateAsync({ params, body });
        tell({ words: t("done.restored", { name }), undo: again });
      } catch (failure) {
        setError(failure);
      }
    },
    /** Rejects when it is refused: the dialog that asked says why. */
    async mergeInto(kind: Kind, { id, name }: Row, into: Row) {
      const { params, body } = seen(kind, id);
      await merge[kind].mutateAsync({ params, body: { ...body, into: into.id } });
      const words = t("done.merged", { name, into: into.name });
      tell(kind === "team" ? { words } : { words, undo: () => restore[kind].mutateAsync(seen(kind, id)) });
    },
    async handOn({ id, name }: Row, handOnTo: number) {
      const { params, body } = seen("team", id);
      await archive.team.mutateAsync({ params, body: { ...body, handOnTo } });
      tell({ words: t("done.archived", { name }) });
    },
  };
}
export type Standing = ReturnType<typeof useStanding>;
