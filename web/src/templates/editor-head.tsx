import { useTranslation } from "react-i18next";
import { TEMPLATE_CATEGORIES } from "../../../shared/template.ts";
import { TEMPLATE_LIMITS, type TemplateDraft } from "../../../shared/template-check.ts";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { TEMPLATE_LANGUAGES, useLanguageName } from "./language-names.ts";
import type { ProblemOf } from "./template-editor.tsx";

/** Name, language and category; a template that exists keeps the first two. */
export function EditorHead({
  draft,
  onDraft,
  problemOf,
  mode,
  isCopy,
}: {
  draft: TemplateDraft;
  onDraft: (draft: TemplateDraft) => void;
  problemOf: ProblemOf;
  mode: "new" | "change";
  isCopy: boolean;
}) {
  const { t } = useTranslation("templates");
  const languageName = useLanguageName();
  const languages = [...new Set<string>([draft.language, ...TEMPLATE_LANGUAGES])].filter(
    (code) => code !== "" || draft.language === "",
  );
  return (
    <div className="flex flex-col gap-4">
      {mode === "new" && (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("editor.name")}
            hint={t("editor.nameHint")}
            error={problemOf("name")}
            dir="ltr"
            autoCapitalize="none"
            autoComplete="off"
            readOnly={isCopy}
            value={draft.name}
            maxLength={TEMPLATE_LIMITS.name}
            // What one means is clear: a space is an underscore there.
            onChange={({ target }) =>
              onDraft({ ...draft, name: target.value.toLowerCase().replaceAll(/[\s-]+/g, "_") })
            }
          />
          <Select
            label={t("editor.language")}
            error={problemOf("language")}
            value={draft.language}
            choices={languages.map((code) => ({ value: code, text: code === "" ? "—" : languageName(code) }))}
            onChange={(language) => onDraft({ ...draft, language })}
          />
        </div>
      )}
      <Select
        label={t("editor.category")}
        hint={t(`categoryHint.${draft.category}`)}
        value={draft.category}
        choices={TEMPLATE_CATEGORIES.filter(
          (category) => category !== "authentication" || draft.category === "authentication",
        ).map((category) => ({ value: category, text: t(`category.${category}`) }))}
        onChange={(category) => onDraft({ ...draft, category })}
      />
    </div>
  );
}
