import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { useFormat } from "../ui/format.ts";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { AreasTab } from "./areas-tab.tsx";
import { CategoriesTab } from "./categories-tab.tsx";
import { DoneBand } from "./done-band.tsx";
import { TeamsTab } from "./teams-tab.tsx";
import { useStanding } from "./use-standing.ts";
import { useRefusal, useTrade } from "./use-trade.ts";

/** What requests are called here, where they lie, and who takes them in. */
export function TradePage() {
  const { t } = useTranslation("trade");
  const { number } = useFormat();
  const trade = useTrade();
  const standing = useStanding();
  const refusal = useRefusal();
  const navigate = useNavigate();
  const { tab = "categories" } = useSearch({ from: "/shell/settings/trade" });
  const mayChange = hasRole(useMe().role, "manager");
  usePageTitle(t("page.title"));
  const { data } = trade;
  const count = (rows: readonly { isArchived: boolean }[]) =>
    number(rows.filter(({ isArchived }) => !isArchived).length);
  const shared = { standing, mayChange };
  return (
    <div className="mx-auto flex max-w-264 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <div className="flex flex-col gap-1">
        <h1 className="text-page font-semibold">{t("page.title")}</h1>
        <p className="max-w-[68ch] text-ink2">{t(mayChange ? "page.lead" : "page.onlyManagers")}</p>
      </div>
      <UntilRead query={trade} error={t("page.error")} reason={refusal(trade.error)}>
        <StripSkeleton />
        <StripSkeleton />
      </UntilRead>
      <DoneBand standing={standing} />
      {data && (
        <Tabs
          label={t("page.tabs")}
          selected={tab}
          onSelect={(key) => {
            standing.clear();
            void navigate({
              to: "/settings/trade",
              search: key === "categories" ? {} : { tab: key },
              replace: true,
            });
          }}
          pages={[
            {
              key: "categories",
              text: t("page.categories"),
              count: count(data.categories),
              content: <CategoriesTab trade={data} {...shared} />,
            },
            {
              key: "areas",
              text: t("page.areas"),
              count: count(data.areas),
              content: <AreasTab areas={data.areas} {...shared} />,
            },
            {
              key: "teams",
              text: t("page.teams"),
              count: count(data.teams),
              content: <TeamsTab teams={data.teams} {...shared} />,
            },
          ]}
        />
      )}
    </div>
  );
}
