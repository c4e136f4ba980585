import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useMoney, useMonthName } from "./money-words.ts";
import { type MonthCosts, mainCurrency } from "./use-costs.ts";

/** Twelve bars, oldest first: by the currency most of this month is in, by messages while nothing has a price. */
export function HistoryPart({ costs }: { costs: MonthCosts }) {
  const { t } = useTranslation("costs");
  const { number } = useFormat();
  const money = useMoney();
  const { long, short } = useMonthName();
  const currency = mainCurrency(costs);
  const heights = costs.history.map(({ totals, charged }) =>
    currency ? (totals.find((total) => total.currency === currency)?.amount ?? 0) : charged,
  );
  const highest = Math.max(...heights);
  if (highest === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-head font-semibold">{t("history.title")}</h2>
      <ol className="flex items-end gap-1 border-b border-line2 pt-1">
        {costs.history.map((each, index) => (
          <li
            key={each.month}
            title={t("history.text", {
              month: long(each.month),
              money: money.sum(each),
              n: number(each.charged),
            })}
            className="flex h-20 min-w-0 flex-1 items-end"
          >
            <span className="sr-only">
              {t("history.text", {
                month: long(each.month),
                money: money.sum(each),
                n: number(each.charged),
              })}
            </span>
            <span
              aria-hidden="true"
              className={cx(
                "block w-full rounded-t-strip",
                each.month === costs.month ? "bg-ink" : "bg-line2",
              )}
              style={{
                height: `${Math.max((heights[index] ?? 0) > 0 ? 3 : 0, ((heights[index] ?? 0) / highest) * 100)}%`,
              }}
            />
          </li>
        ))}
      </ol>
      <p aria-hidden="true" className="flex gap-1 text-label text-ink3">
        {costs.history.map((each, index) => (
          <span key={each.month} className="flex min-w-0 flex-1 justify-center whitespace-nowrap">
            {(costs.history.length - 1 - index) % 3 === 0 ? short(each.month) : ""}
          </span>
        ))}
      </p>
    </section>
  );
}
