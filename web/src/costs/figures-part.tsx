import { useTranslation } from "react-i18next";
import { Figure, FigureRow } from "../ui/figure.tsx";
import { useFormat } from "../ui/format.ts";
import { useMoney } from "./money-words.ts";
import type { MonthCosts } from "./use-costs.ts";

/** Four figures between hairlines: what it comes to, how many cost, how many do not, how many have no price. */
export function FiguresPart({ costs }: { costs: MonthCosts }) {
  const { t } = useTranslation("costs");
  const { number } = useFormat();
  const money = useMoney();
  const { charged, withoutRate, delivered, unsaid } = costs;
  const unpriced = withoutRate + unsaid;
  return (
    <FigureRow label={t("figure.label")}>
      <Figure
        name={t("figure.total")}
        means={withoutRate > 0 ? t("figure.totalMissing", { count: withoutRate }) : t("figure.totalMeans")}
      >
        {money.sum(costs)}
      </Figure>
      <Figure name={t("figure.charged")} means={t("figure.chargedMeans", { count: delivered })}>
        {number(charged)}
      </Figure>
      <Figure name={t("figure.free")} means={t("figure.freeMeans")}>
        {number(delivered - charged - unsaid)}
      </Figure>
      <Figure
        name={t("figure.missing")}
        means={unpriced > 0 ? t("figure.missingSome") : t("figure.missingNone")}
        isLate={unpriced > 0}
      >
        {number(unpriced)}
      </Figure>
    </FigureRow>
  );
}
