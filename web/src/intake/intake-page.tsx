import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FiguresRow } from "./figures-row.tsx";
import { StuckPart } from "./stuck-part.tsx";
import { TracePart } from "./trace-part.tsx";

/** What WhatsApp delivered, what of it is stuck, and every step of one. */
export function IntakePage() {
  const { t } = useTranslation("intake");
  const me = useMe();
  const { trace = "" } = useSearch({ from: "/shell/settings/intake" });
  usePageTitle(t("title"));
  if (!hasRole(me.role, "manager"))
    return (
      <EmptyState heading="h1" title={t("onlyManagers")} className="px-5 py-8 max-sm:px-3">
        {t("onlyManagersText")}
      </EmptyState>
    );
  return (
    <div className="mx-auto flex max-w-360 flex-col gap-6 px-5 py-6 max-sm:px-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-page font-semibold">{t("title")}</h1>
        <p className="text-ink2">{t("lead")}</p>
      </div>
      <FiguresRow />
      <div className="grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,30rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,36rem)]">
        <StuckPart />
        <TracePart key={trace} initial={trace} />
      </div>
    </div>
  );
}
