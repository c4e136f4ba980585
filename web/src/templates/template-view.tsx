import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import { fillTemplate, TEMPLATE_CATEGORIES, variablesOf } from "../../../shared/template.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { DeleteDialog } from "./delete-dialog.tsx";
import { spokenName, useLanguageName } from "./language-names.ts";
import { TemplateBubble } from "./template-bubble.tsx";
import { useVariableName } from "./template-fill.tsx";
import { TemplateStateMark } from "./template-state.tsx";
import { needsALook, useWhatToDo } from "./what-to-do.tsx";

/** How one template stands, what that means, and what it looks like on the phone. */
export function TemplateView({
  template,
  isManager,
  onChange,
}: {
  template: Template;
  isManager: boolean;
  onChange: () => void;
}) {
  const { t } = useTranslation("templates");
  const languageName = useLanguageName();
  const lines = useWhatToDo()(template);
  const [isDeleting, setDeleting] = useState(false);
  const { name, language, category, state, definition, edit } = template;
  const isHere = state !== "deleted";
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <div className="flex flex-col gap-1">
          <h1 className="text-page font-semibold">
            <bdi>{spokenName(name)}</bdi>
          </h1>
          <p className="text-ink2">
            {languageName(language)}
            {" · "}
            {t(`category.${TEMPLATE_CATEGORIES.find((each) => each === category) ?? "other"}`)}
            {" · "}
            <bdi className="text-ink3">{name}</bdi>
          </p>
        </div>
        <section
          className={cx(
            "on-strip flex flex-col gap-2 rounded-panel border-s-3 px-5 py-4 shadow-1 max-sm:px-3.5",
            needsALook(template) ? "border-hand-fill" : "border-transparent",
          )}
        >
          <Since template={template} />
          {lines.map((line) => (
            <p key={line} className="max-w-[68ch] text-ink2">
              {line}
            </p>
          ))}
          {isManager && isHere && <EditLine edit={edit} />}
        </section>
        <Variables template={template} />
        {isManager ? (
          <div className="flex flex-wrap items-center gap-2">
            {isHere && (
              <Button kind="primary" disabled={!edit.may} onClick={onChange}>
                {t("editor.edit")}
              </Button>
            )}
            <Link
              to="/settings/templates/new"
              search={{ from: template.id }}
              className={buttonClass("plain")}
            >
              {t("editor.duplicate")}
            </Link>
            {isHere && (
              <Button kind="late" className="ms-auto" onClick={() => setDeleting(true)}>
                {t("editor.remove")}
              </Button>
            )}
          </div>
        ) : (
          <p className="text-ink2">{t("editor.onlyManagers")}</p>
        )}
      </div>
      <section className="flex min-w-0 flex-col gap-2">
        <h2 className="text-label font-medium text-ink2">{t("editor.previewFilled")}</h2>
        <TemplateBubble
          filled={fillTemplate(definition, definition.examples)}
          header={definition.header}
          language={language}
        />
      </section>
      {isDeleting && <DeleteDialog template={template} onClose={() => setDeleting(false)} />}
    </div>
  );
}

function Since({ template: { state, stateAt } }: { template: Template }) {
  const { when } = useFormat();
  const now = useNow();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <TemplateStateMark state={state} className="text-title font-semibold" />
      <span className="text-label text-ink3">{when(stateAt, now)}</span>
    </p>
  );
}

/** Whether it may be changed, before anybody presses. */
function EditLine({ edit }: { edit: Template["edit"] }) {
  const { t } = useTranslation("templates");
  const { ago } = useFormat();
  const now = useNow();
  const words = edit.may
    ? edit.left !== null && t("editor.leftEdits", { count: edit.left })
    : t(`editor.cannot.${edit.why}`, { time: edit.freeAt ? ago(edit.freeAt, now) : "" });
  return words ? <p className="text-line text-ink3">{words}</p> : null;
}

function Variables({ template: { definition } }: { template: Template }) {
  const { t } = useTranslation("templates");
  const nameOf = useVariableName();
  const variables = variablesOf(definition);
  if (variables.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-label font-medium text-ink2">{t("editor.examples")}</h2>
      <dl className="on-panel grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-5 gap-y-1.5 rounded-panel px-4 py-3">
        {variables.map((variable) => (
          <div key={variable.key} className="contents">
            <dt className="text-ink2">{nameOf(variable)}</dt>
            <dd dir="auto" className="aligned min-w-0">
              {variable.example}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
