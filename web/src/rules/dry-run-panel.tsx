import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { DryRun } from "../../../shared/api/rules.ts";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { Figure, FigureRow } from "../ui/figure.tsx";
import { useFormat } from "../ui/format.ts";
import { Loading, StripSkeleton } from "../ui/skeleton.tsx";
import { DryRunChanges, DryRunClashes } from "./dry-run-changes.tsx";
import { DryRunExamples } from "./dry-run-examples.tsx";
import { useRefusal } from "./use-rules.ts";

/** What last week would have been with the rule. */
export function DryRunPanel({
  found,
  isPending,
  isStale,
  error,
  panel,
}: {
  found: DryRun | null;
  isPending: boolean;
  isStale: boolean;
  error: unknown;
  panel: Ref<HTMLElement>;
}) {
  const { t, i18n } = useTranslation("houseRules");
  const refusal = useRefusal();
  return (
    <section
      ref={panel}
      aria-labelledby="last-week"
      aria-busy={isPending}
      className="flex min-w-0 scroll-mt-24 flex-col gap-4 lg:sticky lg:top-24"
    >
      <h2 id="last-week" className="text-head font-semibold">
        {t("trial.title")}
      </h2>
      {isPending && (
        <Loading className="flex flex-col gap-2">
          <StripSkeleton />
          <StripSkeleton />
        </Loading>
      )}
      {!isPending && error !== null && error !== undefined && (
        <ErrorPanel title={t("trial.failed")}>{refusal(error)}</ErrorPanel>
      )}
      {!isPending && !found && !error && <p className="text-ink2">{t("trial.none")}</p>}
      {!isPending && found && (
        <>
          {isStale && (
            <p role="status" className="rounded-strip bg-hand-soft px-3 py-2 font-medium text-ink">
              {t("trial.stale")}
            </p>
          )}
          <Figures found={found} locale={i18n.language} />
          {found.matched === 0 && (
            <div className="flex flex-col gap-1">
              <p className="text-title font-semibold">{t("trial.nothing")}</p>
              <p className="text-ink2">{t("trial.nothingText")}</p>
            </div>
          )}
          {found.opened > 0 && <DryRunChanges changes={found.changes} />}
          <DryRunClashes clashes={found.clashes} />
          <DryRunExamples examples={found.examples} />
        </>
      )}
    </section>
  );
}

function Figures({ found, locale }: { found: DryRun; locale: string }) {
  const { t } = useTranslation("houseRules");
  const { number } = useFormat();
  const { items, messages, isCut, matched, changed, opened, waiting } = found;
  const share = new Intl.NumberFormat(locale === "ar" ? "ar-u-nu-arab" : locale, {
    style: "percent",
    maximumFractionDigits: matched * 100 < items ? 1 : 0,
  }).format(items === 0 ? 0 : matched / items);
  return (
    <FigureRow label={t("trial.figures")}>
      <Figure
        name={t("trial.items")}
        means={[t("trial.itemsMeans", { count: messages }), isCut && t("trial.cut")]
          .filter(Boolean)
          .join("; ")}
      >
        {number(items)}
      </Figure>
      <Figure name={t("trial.fits")} means={t("trial.fitsMeans", { share })}>
        {number(matched)}
      </Figure>
      <Figure name={t("trial.changed")} means={t("trial.changedMeans", { count: opened })}>
        {number(changed)}
      </Figure>
      <Figure name={t("trial.waiting")} means={t("trial.waitingMeans")}>
        {number(waiting)}
      </Figure>
    </FigureRow>
  );
}
