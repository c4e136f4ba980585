import { useTranslation } from "react-i18next";
import type { Decided } from "../../../shared/api/tray.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";

export type DeskDay = {
  sorted: number;
  medianSeconds: number | null;
  byRule: number;
  ruled: Decided[];
};

/** How the day went, in three figures. */
export function DayFacts({ day, className }: { day: DeskDay | undefined; className?: string }) {
  const { t } = useTranslation("desk");
  const { number } = useFormat();
  if (!day || day.sorted + day.byRule === 0) return null;
  const { sorted, medianSeconds, byRule } = day;
  const seconds = Math.max(1, Math.round(medianSeconds ?? 0));
  return (
    <dl className={cx("grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5", className)}>
      <dt className="order-2 text-label text-ink2">
        {medianSeconds === null ? t("day.sorted") : t("day.sortedMedian", { count: seconds, seconds })}
      </dt>
      <dd className="order-1 text-end text-title font-semibold">{number(sorted)}</dd>
      <dt className="order-4 text-label text-ink2">{t("day.byRule")}</dt>
      <dd className="order-3 text-end text-title font-semibold">{number(byRule)}</dd>
    </dl>
  );
}
