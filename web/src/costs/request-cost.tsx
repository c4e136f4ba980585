import { useTranslation } from "react-i18next";
import { useMoney } from "./money-words.ts";
import { useRequestCost } from "./use-costs.ts";

/** What the messages of a request cost so far; nothing at all while none of them cost anything. */
export function RequestCost({ id }: { id: number }) {
  const { t } = useTranslation("costs");
  const money = useMoney();
  const cost = useRequestCost(id).data;
  if (!cost || cost.charged === 0) return null;
  return (
    <p className="mt-2 flex justify-between gap-3 border-t border-line pt-2 text-line">
      <span className="text-ink2">{t("ofRequest.name")}</span>
      <span className="text-end">
        {t("ofRequest.cost", { money: money.sum(cost), n: cost.charged })}
        {cost.withoutRate > 0 && cost.totals.length > 0 && (
          <span className="block text-ink3">{t("ofRequest.missing", { count: cost.withoutRate })}</span>
        )}
      </span>
    </p>
  );
}
