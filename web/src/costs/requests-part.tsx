import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Sum } from "../../../shared/api/costs.ts";
import { requestRef } from "../../../shared/request.ts";
import { useMoney } from "./money-words.ts";
import type { MonthCosts } from "./use-costs.ts";

/** Which requests cost most, and which categories of them. */
export function RequestsPart({ costs }: { costs: MonthCosts }) {
  const { t } = useTranslation("costs");
  if (costs.charged === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <div>
        <h2 className="text-head font-semibold">{t("requests.title")}</h2>
        <p className="text-ink2">{costs.requests.length > 0 ? t("requests.text") : t("requests.none")}</p>
      </div>
      <ol>
        {costs.requests.map((each) => (
          <Row key={each.id} sum={each}>
            <Link
              to="/requests/$id"
              params={{ id: String(each.id) }}
              className="flex min-w-0 items-baseline gap-2 font-medium hover:underline touch:min-h-11 touch:items-center"
            >
              <bdi dir="ltr" className="shrink-0 text-label text-ink3">
                {requestRef(each.id)}
              </bdi>
              <bdi className="truncate">{each.title}</bdi>
            </Link>
          </Row>
        ))}
      </ol>
      {costs.requestCategories.length > 0 && (
        <>
          <h3 className="mt-2 text-title font-semibold">{t("requests.byCategory")}</h3>
          <ul>
            {costs.requestCategories.map((each) => (
              <Row key={each.category?.id ?? 0} sum={each}>
                <bdi className="truncate font-medium">{each.category?.name ?? t("requests.noCategory")}</bdi>
              </Row>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Row({ sum, children }: { sum: Sum; children: ReactNode }) {
  const { t } = useTranslation("costs");
  const money = useMoney();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_minmax(5.5rem,auto)] items-baseline gap-x-4 border-b border-line py-2">
      <span className="flex min-w-0">{children}</span>
      <span className="text-line text-ink3 max-sm:hidden">
        {t("requests.charged", { count: sum.charged })}
      </span>
      <span className="text-end font-semibold max-sm:col-start-3">
        <bdi>{money.sum(sum)}</bdi>
      </span>
    </li>
  );
}
