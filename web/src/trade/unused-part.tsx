import { useTranslation } from "react-i18next";
import { type TradeCategory, tradeApi } from "../../../shared/api/trade.ts";
import { STARTING_SETS } from "../../../shared/trade.ts";
import { Button } from "../ui/button.tsx";
import type { Standing } from "./use-standing.ts";
import { useTradeChange } from "./use-trade.ts";

const KEYS = ["first", ...STARTING_SETS] as const;

/** What a set brought and nobody has used, to be put away in one step. Quiet while nothing but Baton's own is there. */
export function UnusedPart({
  categories,
  standing,
}: {
  categories: readonly TradeCategory[];
  standing: Standing;
}) {
  const { t } = useTranslation("trade");
  const remove = useTradeChange(tradeApi.removeStartingSet);
  const restore = useTradeChange(tradeApi.restoreCategories);
  const inUse = categories.filter(({ isArchived }) => !isArchived);
  const unusedOf = (key: (typeof KEYS)[number]) =>
    inUse.filter(
      ({ id, broughtBy, isUsed }) =>
        broughtBy === key && !isUsed && !categories.some(({ mergedInto }) => mergedInto?.id === id),
    );
  const others = inUse.some(({ broughtBy }) => broughtBy !== "first");
  const shown = KEYS.map((key) => ({ key, count: unusedOf(key).length })).filter(
    ({ key, count }) => count > 0 && (key !== "first" || others),
  );
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-col">
      {shown.map(({ key, count }) => (
        <li key={key} className="flex flex-wrap items-center gap-x-3 text-line text-ink2">
          {t("sets.unused", { set: t(`sets.${key}`), count })}
          <Button
            kind="quiet"
            size="small"
            aria-label={`${t("sets.remove")}: ${t(`sets.${key}`)}`}
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate(
                { params: { key } },
                {
                  onSuccess: ({ removed }) =>
                    standing.tell({
                      words: t("done.setRemoved", { count: removed.length }),
                      undo: () => restore.mutateAsync({ body: { ids: removed } }),
                    }),
                },
              )
            }
          >
            {t("sets.remove")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
