import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import { TEMPLATE_CATEGORIES } from "../../../shared/template.ts";
import { cx } from "../ui/class-names.ts";
import { spokenName, tagOf, useLanguageName } from "./language-names.ts";
import { TemplateStateMark } from "./template-state.tsx";
import { needsALook, useWhatToDo } from "./what-to-do.tsx";

/** One template of the list: what it is called, says and stands, and what it needs. */
export function TemplateRow({ template }: { template: Template }) {
  const { t } = useTranslation("templates");
  const languageName = useLanguageName();
  const whatToDo = useWhatToDo();
  const { id, name, language, category, state, definition } = template;
  const isPressing = needsALook(template);
  return (
    <Link
      to="/settings/templates/$id"
      params={{ id: String(id) }}
      className={cx(
        "-outline-offset-2 grid gap-x-6 gap-y-1 border-s-3 px-4 py-3 hover:bg-sunk/60 max-sm:px-3 md:grid-cols-[minmax(0,1fr)_9.5rem]",
        isPressing ? "border-hand-fill" : "border-transparent",
        state === "deleted" && "text-ink3",
      )}
    >
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <bdi className="text-title font-semibold">{spokenName(name)}</bdi>
          <span className="text-line text-ink3">
            {languageName(language)}
            {" · "}
            {t(`category.${TEMPLATE_CATEGORIES.find((each) => each === category) ?? "other"}`)}
          </span>
        </p>
        <p dir="auto" lang={tagOf(language)} className="aligned line-clamp-2 text-body text-ink2">
          {definition.body}
        </p>
        {isPressing && <p className="mt-0.5 text-line font-medium">{whatToDo(template)[0]}</p>}
      </div>
      <TemplateStateMark state={state} className="self-start md:mt-0.5" />
    </Link>
  );
}
