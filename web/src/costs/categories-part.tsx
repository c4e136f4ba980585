import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import { useKindName, useMoney } from "./money-words.ts";
import type { MonthCosts } from "./use-costs.ts";

const HEAD =
  "border-b border-line2 px-2 py-1.5 text-end [overflow-wrap:normal] max-sm:px-1 text-label font-medium text-ink3";
const CELL = "border-b border-line px-2 py-2 text-end max-sm:px-1";

/** Each kind of message: how many arrived, how many of them cost, and what they come to. */
export function CategoriesPart({ costs }: { costs: MonthCosts }) {
  const { t } = useTranslation("costs");
  const { number } = useFormat();
  const kindName = useKindName();
  const money = useMoney();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-head font-semibold">{t("categories.title")}</h2>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse">
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} ps-0 text-start`}>
                {t("categories.kind")}
              </th>
              <th scope="col" className={HEAD}>
                {t("categories.delivered")}
              </th>
              <th scope="col" className={`${HEAD} max-sm:hidden`}>
                {t("categories.tier")}
              </th>
              <th scope="col" className={`${HEAD} max-sm:hidden`}>
                {t("categories.free")}
              </th>
              <th scope="col" className={HEAD}>
                {t("categories.charged")}
              </th>
              <th scope="col" className={`${HEAD} pe-0`}>
                {t("categories.cost")}
              </th>
            </tr>
          </thead>
          <tbody>
            {costs.categories.map((each) => (
              <tr key={each.category}>
                <th scope="row" className="border-b border-line py-2 pe-2 text-start font-medium">
                  <bdi>{kindName(each.category)}</bdi>
                </th>
                <td className={CELL}>{number(each.delivered)}</td>
                <td className={`${CELL} max-sm:hidden`}>{number(each.by.free_tier)}</td>
                <td className={`${CELL} max-sm:hidden`}>{number(each.by.free + each.by.free_entry)}</td>
                <td className={CELL}>{number(each.charged)}</td>
                <td className={`${CELL} pe-0 font-semibold`}>
                  <bdi>{money.sum({ ...each, withoutRate: each.withoutRate + each.by.unsaid })}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
