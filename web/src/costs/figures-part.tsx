import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { AlertGlyph } from "../ui/glyphs.tsx";
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
    <section
      aria-label={t("figure.label")}
      className="grid grid-cols-4 border-y border-line max-md:grid-cols-2"
    >
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
    </section>
  );
}

function Figure({
  name,
  means,
  isLate = false,
  children,
}: {
  name: string;
  means: string;
  isLate?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 border-line px-5 py-3.5 first:ps-0 not-first:border-s max-md:px-4 max-md:odd:border-s-0 max-md:odd:ps-0 max-md:nth-[n+3]:border-t">
      <p className="text-label font-medium text-ink2">{name}</p>
      <p className={cx("flex items-center gap-2 text-peek font-semibold", isLate && "text-late")}>
        {isLate && <AlertGlyph className="size-4!" />}
        <bdi>{children}</bdi>
      </p>
      <p className="text-label text-ink3">{means}</p>
    </div>
  );
}
