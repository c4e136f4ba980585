import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { Select } from "../ui/select.tsx";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { CategoriesPart } from "./categories-part.tsx";
import { csvOf } from "./csv.ts";
import { FiguresPart } from "./figures-part.tsx";
import { HistoryPart } from "./history-part.tsx";
import { MissingPart } from "./missing-part.tsx";
import { useMonthName } from "./money-words.ts";
import { NumbersPart } from "./numbers-part.tsx";
import { RatesPart } from "./rates-part.tsx";
import { RecountPart } from "./recount-part.tsx";
import { RequestsPart } from "./requests-part.tsx";
import { type MonthCosts, useMonthCosts } from "./use-costs.ts";

/** What a month's messages cost, and by which prices. */
export function CostsPage() {
  const { t } = useTranslation("costs");
  const me = useMe();
  usePageTitle(t("title"));
  if (!hasRole(me.role, "manager"))
    return (
      <EmptyState heading="h1" title={t("onlyManagers")} className="px-5 py-8 max-sm:px-3">
        {t("onlyManagersText")}
      </EmptyState>
    );
  return <Costs />;
}

function Costs() {
  const { t } = useTranslation("costs");
  const [month, setMonth] = useState<string>();
  const costs = useMonthCosts(month);
  const failureWords = useFailureWords();
  return (
    <div className="mx-auto flex max-w-330 flex-col gap-7 px-5 py-6 max-sm:px-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-page font-semibold">{t("title")}</h1>
          <p className="max-w-[72ch] text-ink2">{t("lead")}</p>
        </div>
        {costs.data && <Chooser costs={costs.data} onMonth={setMonth} />}
      </div>
      <UntilRead
        query={costs}
        error={t("error")}
        reason={failureWords(costs.error)}
        className="flex flex-col gap-3"
      >
        <StripSkeleton className="h-20" />
        <StripSkeleton className="h-48" />
        <StripSkeleton className="h-48" />
      </UntilRead>
      {costs.data && <Month costs={costs.data} />}
    </div>
  );
}

function Chooser({ costs, onMonth }: { costs: MonthCosts; onMonth: (month: string) => void }) {
  const { t } = useTranslation("costs");
  const { long } = useMonthName();
  const download = () => {
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    const url = URL.createObjectURL(new Blob(["\uFEFF", csvOf(costs)], { type: "text/csv;charset=utf-8" }));
    const link = Object.assign(document.createElement("a"), {
      href: url,
      download: `baton-costs-${costs.month}.csv`,
    });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        label={t("month")}
        className="min-w-44"
        value={costs.month}
        choices={costs.months.map((month, index) => ({
          value: month,
          text: index === 0 ? t("thisMonth", { month: long(month) }) : long(month),
        }))}
        onChange={onMonth}
      />
      <Button onClick={download}>{t("download")}</Button>
    </div>
  );
}

function Month({ costs }: { costs: MonthCosts }) {
  const { t } = useTranslation("costs");
  return (
    <>
      <FiguresPart costs={costs} />
      <div className="grid items-start gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="flex min-w-0 flex-col gap-7">
          {costs.delivered === 0 ? (
            <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
          ) : (
            <CategoriesPart costs={costs} />
          )}
          <MissingPart costs={costs} />
          <RequestsPart costs={costs} />
        </div>
        <div className="flex min-w-0 flex-col gap-7">
          <NumbersPart costs={costs} />
          <HistoryPart costs={costs} />
        </div>
      </div>
      <RatesPart month={costs.month} />
      <RecountPart />
    </>
  );
}
