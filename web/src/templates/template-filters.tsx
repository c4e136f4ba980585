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
    <search className="flex flex-wrap items-end gap-3">
      <TextField
        label={t("page.find")}
        type="search"
        className="min-w-60 flex-1 max-md:basis-full"
        value={filter.words}
        onChange={({ target }) => onFilter({ ...filter, words: target.value })}
      />
      {states.length > 1 && (
        <Select
          label={t("page.state")}
          className="min-w-32 flex-1 md:max-w-44"
          value={filter.state}
          choices={[all, ...states.map((state) => ({ value: state, text: t(`state.${state}`) }))]}
          onChange={(state) => onFilter({ ...filter, state })}
        />
      )}
      {languages.length > 1 && (
        <Select
          label={t("page.language")}
          className="min-w-32 flex-1 md:max-w-44"
          value={filter.language}
          choices={[all, ...languages.map((each) => ({ value: each, text: languageName(each) }))]}
          onChange={(language) => onFilter({ ...filter, language })}
        />
      )}
      {categories.length > 1 && (
        <Select
          label={t("page.category")}
          className="min-w-32 flex-1 md:max-w-44"
          value={filter.category}
          choices={[all, ...categories.map((each) => ({ value: each, text: t(`category.${each}`) }))]}
          onChange={(category) => onFilter({ ...filter, category })}
        />
      )}
    </search>
  );
}
