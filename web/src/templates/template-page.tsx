import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import { hasRole } from "../../../shared/request.ts";
import { useMe } from "../api/queries.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { BackGlyph } from "../ui/glyphs.tsx";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { spokenName } from "./language-names.ts";
import { TemplateEditor } from "./template-editor.tsx";
import { TemplateView } from "./template-view.tsx";
import { useTemplateFailure, useTemplates } from "./use-templates.ts";

/** One template: how it stands and looks, or being changed. */
export function TemplatePage() {
  const { t } = useTranslation("templates");
  const { id } = useParams({ from: "/shell/settings/templates/$id" });
  const list = useTemplates();
  const failureWords = useTemplateFailure();
  const template = list.data?.templates.find((each) => each.id === Number(id));
  usePageTitle(template ? spokenName(template.name) : t("page.title"));
  return (
    <div className="mx-auto flex max-w-280 flex-col gap-5 px-5 py-6 max-sm:px-3">
      <BackToTemplates />
      <UntilRead query={list} error={t("page.error")} reason={failureWords(list.error)}>
        <StripSkeleton className="h-48" />
      </UntilRead>
      {list.data && !template && (
        <EmptyState
          heading="h1"
          title={t("editor.gone")}
          action={
            <Link to="/settings/templates" className={buttonClass("primary")}>
              {t("editor.back")}
            </Link>
          }
        >
          {t("editor.goneText")}
        </EmptyState>
      )}
      {template && <OneTemplate key={template.id} template={template} />}
    </div>
  );
}

function OneTemplate({ template }: { template: Template }) {
  const isManager = hasRole(useMe().role, "manager");
  const [isChanging, setChanging] = useState(false);
  if (isChanging && isManager)
    return (
      <TemplateEditor
        from={template}
        mode="change"
        businessAccountId={template.businessAccountId}
        onDone={() => setChanging(false)}
        onCancel={() => setChanging(false)}
      />
    );
  return <TemplateView template={template} isManager={isManager} onChange={() => setChanging(true)} />;
}

export function BackToTemplates() {
  const { t } = useTranslation("templates");
  return (
    <Link to="/settings/templates" className={buttonClass("quiet", "small", "-ms-2.5 -mb-2 self-start")}>
      <BackGlyph /> {t("editor.back")}
    </Link>
  );
}
