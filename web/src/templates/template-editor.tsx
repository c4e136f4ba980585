import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Template, templatesApi } from "../../../shared/api/templates.ts";
import { fillTemplate, type TemplateDefinition } from "../../../shared/template.ts";
import { type TemplateDraft, validateTemplate } from "../../../shared/template-check.ts";
import { Button } from "../ui/button.tsx";
import { ErrorPanel } from "../ui/error-panel.tsx";
import { EditorButtons } from "./editor-buttons.tsx";
import { draftOf, emptyDraft, pressing, tidied } from "./editor-draft.ts";
import { EditorExamples } from "./editor-examples.tsx";
import { EditorHead } from "./editor-head.tsx";
import { EditorTexts } from "./editor-texts.tsx";
import { spokenName } from "./language-names.ts";
import { TemplateBubble } from "./template-bubble.tsx";
import { useTemplateChange, useTemplateFailure, useTemplates } from "./use-templates.ts";

/** Words for what is wrong with a field; null while nothing is. */
export type ProblemOf = (field: string) => string | null;

/** Writing a template: every rule of WhatsApp's is said while one types, and it is seen as on the phone. */
export function TemplateEditor({
  from,
  mode,
  businessAccountId,
  onDone,
  onCancel,
}: {
  /** What is changed, or what a new one begins with. */
  from: Template | null;
  mode: "new" | "change";
  businessAccountId: string;
  onDone: (template: Template) => void;
  onCancel: () => void;
}) {
  const { t, i18n } = useTranslation("templates");
  const failureWords = useTemplateFailure();
  const [draft, setDraft] = useState<TemplateDraft>(() => {
    if (!from) return emptyDraft(i18n.language);
    return mode === "new" ? { ...draftOf(from), language: "" } : draftOf(from);
  });
  const [wasTried, setWasTried] = useState(false);
  const create = useTemplateChange(templatesApi.createTemplate);
  const change = useTemplateChange(templatesApi.editTemplate);
  const isBusy = create.isPending || change.isPending;
  const error = create.error ?? change.error;
  const clean = tidied(draft);
  const isTaken = useTemplates().data?.templates.some(
    (each) =>
      mode === "new" &&
      each.businessAccountId === businessAccountId &&
      each.state !== "deleted" &&
      each.name === draft.name &&
      each.language === draft.language,
  );
  const problems = validateTemplate(clean);
  const seen = pressing(problems, wasTried || mode === "change");
  const problemOf: ProblemOf = (field) => {
    if (field === "language" && isTaken) return t("editor.sameLanguage");
    const problem = seen.find((each) => each.field === field);
    return problem ? t(`problem.${problem.code}`, { limit: problem.limit ?? 0 }) : null;
  };
  const define = (part: Partial<TemplateDefinition>) =>
    setDraft({ ...draft, definition: { ...draft.definition, ...part } });
  const handIn = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWasTried(true);
    if (problems.length > 0 || isTaken) {
      // After the fields are marked: to the first of them.
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    if (mode === "new") create.mutate({ body: { businessAccountId, draft: clean } }, { onSuccess: onDone });
    else if (from) {
      const { category, definition } = clean;
      change.mutate(
        { params: { id: from.id }, body: { definition, ...(category !== from.category && { category }) } },
        { onSuccess: onDone },
      );
    }
  };
  const title = mode === "new" ? t(from ? "editor.copyTitle" : "editor.newTitle") : spokenName(draft.name);
  return (
    <form noValidate onSubmit={handIn} className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <h1 className="text-page font-semibold">{title}</h1>
        <EditorHead
          draft={draft}
          onDraft={setDraft}
          problemOf={problemOf}
          mode={mode}
          isCopy={from !== null}
        />
        <EditorTexts definition={draft.definition} onDefine={define} problemOf={problemOf} />
        <EditorButtons definition={draft.definition} onDefine={define} problemOf={problemOf} />
        <EditorExamples definition={draft.definition} onDefine={define} problemOf={problemOf} />
        {error && (
          <ErrorPanel title={t("editor.refused")}>
            <p>{failureWords(error)}</p>
          </ErrorPanel>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" kind="primary" size="large" disabled={isBusy}>
            {isBusy ? t("editor.handingIn") : t(mode === "new" ? "editor.handIn" : "editor.change")}
          </Button>
          <Button kind="quiet" size="large" onClick={onCancel}>
            {t("editor.cancel")}
          </Button>
          <p role="status" className="text-line font-medium text-late">
            {wasTried && problems.length > 0 && t("editor.problems", { count: problems.length })}
          </p>
        </div>
      </div>
      <aside className="flex min-w-0 flex-col gap-5 lg:sticky lg:top-6 lg:self-start">
        <section className="flex flex-col gap-2" aria-label={t("editor.preview")}>
          <h2 className="text-label font-medium text-ink2">{t("editor.preview")}</h2>
          <TemplateBubble
            filled={fillTemplate(clean.definition, clean.definition.examples)}
            header={clean.definition.header}
            language={draft.language}
          />
        </section>
        <NextSteps isChange={mode === "change"} />
      </aside>
    </form>
  );
}

function NextSteps({ isChange }: { isChange: boolean }) {
  const { t } = useTranslation("templates");
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="text-label font-medium text-ink2">{t("editor.nextTitle")}</h2>
      <ol className="flex list-decimal [html[lang=ar]_&]:[list-style-type:arabic-indic] flex-col gap-1 ps-5 text-ink2 marker:text-ink3">
        <li>{t("editor.next1")}</li>
        <li>{t("editor.next2")}</li>
        <li>{t("editor.next3")}</li>
      </ol>
      {isChange && <p className="text-ink2">{t("editor.changeReview")}</p>}
    </section>
  );
}
