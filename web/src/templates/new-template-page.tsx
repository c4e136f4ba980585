import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Select } from "../ui/select.tsx";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { TemplateEditor } from "./template-editor.tsx";
import { BackToTemplates } from "./template-page.tsx";
import { useTemplateFailure, useTemplates } from "./use-templates.ts";

/** A template from nothing, or the same in another language. */
export function NewTemplatePage() {
  const { t } = useTranslation("templates");
  const navigate = useNavigate();
  const { from } = useSearch({ from: "/shell/settings/templates/new" });
  const list = useTemplates();
  const failureWords = useTemplateFailure();
  const isManager = hasRole(useMe().role, "manager");
  const [chosen, setChosen] = useState<string | null>(null);
  const source = list.data?.templates.find(({ id }) => id === from);
  const able = list.data?.accounts.filter(({ canAsk }) => canAsk) ?? [];
  const account = chosen ?? source?.businessAccountId ?? able[0]?.businessAccountId;
  usePageTitle(t("editor.newTitle"));
  const back = (id?: number) =>
    void (id === undefined
      ? navigate({ to: "/settings/templates" })
      : navigate({ to: "/settings/templates/$id", params: { id: String(id) } }));
  return (
    <div className="mx-auto flex max-w-280 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <BackToTemplates />
      <UntilRead query={list} error={t("page.error")} reason={failureWords(list.error)}>
        <StripSkeleton className="h-64" />
      </UntilRead>
      {list.data && (!isManager || !account) && (
        <EmptyState heading="h1" title={t(isManager ? "page.noNumber" : "editor.newTitle")}>
          {t(isManager ? "page.noNumberText" : "editor.onlyManagers")}
        </EmptyState>
      )}
      {list.data && isManager && account && (
        <>
          {able.length > 1 && (
            <Select
              label={t("editor.account")}
              className="max-w-96"
              value={account}
              choices={able.map(({ businessAccountId, numbers }) => ({
                value: businessAccountId,
                text: numbers.map(({ name }) => name).join(", ") || businessAccountId,
              }))}
              onChange={setChosen}
            />
          )}
          <TemplateEditor
            key={source?.id ?? "new"}
            from={source ?? null}
            mode="new"
            businessAccountId={account}
            onDone={({ id }) => back(id)}
            onCancel={() => back(source?.id)}
          />
        </>
      )}
    </div>
  );
}
