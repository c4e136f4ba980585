import { useTranslation } from "react-i18next";
import type { Template } from "../../../shared/api/templates.ts";
import { TEMPLATE_CATEGORIES, TEMPLATE_STATES } from "../../../shared/template.ts";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useLanguageName } from "./language-names.ts";
import { isAbout } from "./template-choices.tsx";

export type Filter = { words: string; state: string; language: string; category: string };
export const NO_FILTER: Filter = { words: "", state: "all", language: "all", category: "all" };

/** Deleted ones are shown only to whoever asks for them. */
export const fits = (template: Template, filter: Filter): boolean =>
  (filter.state === "all" ? template.state !== "deleted" : template.state === filter.state) &&
  (filter.language === "all" || template.language === filter.language) &&
  (filter.category === "all" || template.category === filter.category) &&
  isAbout(template, filter.words);

export function TemplateFilters({
  templates,
  filter,
  onFilter,
}: {
  templates: readonly Template[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { t } = useTranslation("templates");
  const languageName = useLanguageName();
  const all = { value: "all", text: t("page.all") };
  const languages = [...new Set(templates.map(({ language }) => language))].sort();
  const states = TEMPLATE_STATES.filter((state) => templates.some((each) => each.state === state));
  const categories = TEMPLATE_CATEGORIES.filter((one) => templates.some(({ category }) => category === one));
  return (
    <search className="grid items-end gap-3 sm:grid-cols-3 lg:grid-cols-[minmax(0,1fr)_repeat(3,11rem)]">
      <TextField
        label={t("page.find")}
        type="search"
        className="min-w-0 sm:max-lg:col-span-3"
        value={filter.words}
        onChange={({ target }) => onFilter({ ...filter, words: target.value })}
      />
      <Select
        label={t("page.state")}
        value={filter.state}
        choices={[all, ...states.map((state) => ({ value: state, text: t(`state.${state}`) }))]}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <Select
        label={t("page.language")}
        value={filter.language}
        choices={[all, ...languages.map((each) => ({ value: each, text: languageName(each) }))]}
        onChange={(language) => onFilter({ ...filter, language })}
      />
      <Select
        label={t("page.category")}
        value={filter.category}
        choices={[all, ...categories.map((each) => ({ value: each, text: t(`category.${each}`) }))]}
        onChange={(category) => onFilter({ ...filter, category })}
      />
    </search>
  );
}
