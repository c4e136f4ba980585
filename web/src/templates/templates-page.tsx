import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { templatesApi } from "../../../shared/api/templates.ts";
import { hasRole } from "../../../shared/request.ts";
import type { Answer } from "../api/call.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { AccountLines } from "./account-lines.tsx";
import { fits, NO_FILTER, TemplateFilters } from "./template-filters.tsx";
import { TemplateRow } from "./template-row.tsx";
import { useTemplateChange, useTemplateFailure, useTemplates } from "./use-templates.ts";
import { needsALook } from "./what-to-do.tsx";

/** All message templates, how each stands and what it needs. */
export function TemplatesPage() {
  const { t } = useTranslation("templates");
  const list = useTemplates();
  const failureWords = useTemplateFailure();
  const isManager = hasRole(useMe().role, "manager");
  usePageTitle(t("page.title"));
  return (
    <div className="mx-auto flex max-w-280 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-page font-semibold">{t("page.title")}</h1>
          <p className="max-w-[64ch] text-ink2">{t("page.lead")}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Link to="/settings/quick-replies" className={buttonClass("quiet")}>
            {t("page.toReplies")}
          </Link>
          {isManager && list.data?.accounts.some(({ canAsk }) => canAsk) && (
            <Link to="/settings/templates/new" className={buttonClass("primary")}>
              {t("page.add")}
            </Link>
          )}
        </div>
      </div>
      <UntilRead query={list} error={t("page.error")} reason={failureWords(list.error)}>
        <StripSkeleton />
        <StripSkeleton />
        <StripSkeleton />
      </UntilRead>
      {list.data && <TemplateList {...list.data} isManager={isManager} />}
    </div>
  );
}

function TemplateList({
  templates,
  accounts,
  isManager,
}: Answer<typeof templatesApi.templates> & { isManager: boolean }) {
  const { t } = useTranslation("templates");
  const [filter, setFilter] = useState(NO_FILTER);
  const sync = useTemplateChange(templatesApi.syncTemplates);
  const failureWords = useTemplateFailure();
  if (accounts.length === 0)
    return (
      <EmptyState
        title={t("page.noNumber")}
        action={
          <Link to="/settings/numbers" className={buttonClass("primary")}>
            {t("page.toNumbers")}
          </Link>
        }
      >
        {t("page.noNumberText")}
      </EmptyState>
    );
  const found = templates.filter((template) => fits(template, filter));
  const pressing = templates.filter(needsALook).length;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <AccountLines accounts={accounts} />
        {isManager && (
          <Button size="small" disabled={sync.isPending} onClick={() => sync.mutate({})}>
            {t("page.sync")}
          </Button>
        )}
      </div>
      {sync.error && <p className="text-late">{failureWords(sync.error)}</p>}
      {pressing > 0 && (
        <p role="status" className="font-semibold text-hand">
          {t("page.attention", { count: pressing })}
        </p>
      )}
      {templates.length > 0 && <TemplateFilters templates={templates} filter={filter} onFilter={setFilter} />}
      {found.length > 0 ? (
        <ul className="on-strip overflow-hidden rounded-panel shadow-1">
          {found.map((template) => (
            <li key={template.id} className="border-t border-line first:border-t-0">
              <TemplateRow template={template} />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState
          className="pt-6"
          title={t(templates.length === 0 ? "page.none" : "page.noneFound")}
          action={
            templates.length === 0 &&
            isManager && (
              <Link to="/settings/templates/new" className={buttonClass("primary")}>
                {t("page.add")}
              </Link>
            )
          }
        >
          {t(templates.length === 0 ? "page.noneText" : "page.noneFoundText")}
        </EmptyState>
      )}
    </>
  );
}
