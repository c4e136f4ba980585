import { useTranslation } from "react-i18next";
import type { Condition, Named, RuleChoices } from "../../../shared/api/rules.ts";
import { PRIORITIES } from "../../../shared/request.ts";
import { CONTENTS, GUESSED_LANGUAGES, STANDINGS } from "../../../shared/rule.ts";
import { useLanguageName } from "../templates/language-names.ts";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { HoursFields } from "./hours-fields.tsx";
import { SeveralField } from "./several-field.tsx";
import { WordsField } from "./words-field.tsx";

const asChoices = (rows: readonly Named[]) => rows.map(({ id, name }) => ({ value: id, text: name }));

/** What a condition of its kind is asked with. */
export function ConditionFields({
  condition,
  choices,
  onChange,
}: {
  condition: Condition;
  choices: RuleChoices;
  onChange: (condition: Condition) => void;
}) {
  const { t } = useTranslation(["houseRules", "domain"]);
  const languageName = useLanguageName();
  switch (condition.kind) {
    case "words":
      return (
        <>
          <WordsField
            label={t("edit.words")}
            hint={t("edit.wordsHint")}
            words={condition.words}
            onChange={(words) => onChange({ ...condition, words })}
          />
          <Select
            label={t("edit.match")}
            value={condition.match}
            onChange={(match) => onChange({ ...condition, match })}
            choices={(["word", "part"] as const).map((value) => ({ value, text: t(`edit.${value}`) }))}
          />
        </>
      );
    case "language":
      return (
        <SeveralField
          label={t("edit.languages")}
          choices={GUESSED_LANGUAGES.map((value) => ({ value, text: languageName(value) }))}
          chosen={condition.languages}
          onChange={(languages) => onChange({ ...condition, languages })}
        />
      );
    case "number":
      return (
        <SeveralField
          label={t("edit.numbers")}
          choices={asChoices(choices.numbers)}
          chosen={condition.numberIds}
          onChange={(numberIds) => onChange({ ...condition, numberIds })}
        />
      );
    case "contents":
      return (
        <SeveralField
          label={t("edit.contents")}
          choices={CONTENTS.map((value) => ({ value, text: t(`contents.${value}`) }))}
          chosen={condition.contents}
          onChange={(contents) => onChange({ ...condition, contents })}
        />
      );
    case "contact":
      return (
        <Select
          label={t("edit.contact")}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
          choices={STANDINGS.map((value) => ({ value, text: t(`standing.${value}`) }))}
        />
      );
    case "hours":
      return (
        <HoursFields
          hours={condition}
          teams={choices.teams}
          onChange={(part) => onChange({ ...condition, ...part })}
        />
      );
    case "category":
      return (
        <SeveralField
          label={t("edit.categories")}
          choices={asChoices(choices.categories)}
          chosen={condition.categoryIds}
          onChange={(categoryIds) => onChange({ ...condition, categoryIds })}
        />
      );
    case "priority":
      return (
        <Select
          label={t("edit.atLeast")}
          value={condition.atLeast}
          onChange={(atLeast) => onChange({ ...condition, atLeast })}
          choices={PRIORITIES.map((value) => ({ value, text: t(`domain:priority.${value}`) }))}
        />
      );
    case "place":
      return (
        <>
          {choices.areas.length > 0 && (
            <SeveralField
              label={t("edit.areas")}
              choices={asChoices(choices.areas)}
              chosen={condition.areaIds}
              onChange={(areaIds) => onChange({ ...condition, areaIds })}
            />
          )}
          <WordsField
            label={t("edit.placeWords")}
            words={condition.words}
            onChange={(words) => onChange({ ...condition, words })}
          />
        </>
      );
    case "waits":
      return (
        <Count
          label={t("edit.minutes")}
          most={10_080}
          value={condition.minutes}
          onChange={(minutes) => onChange({ ...condition, minutes })}
        />
      );
    case "chased":
      return (
        <Count
          label={t("edit.times")}
          most={100}
          value={condition.times}
          onChange={(times) => onChange({ ...condition, times })}
        />
      );
    default:
      return condition satisfies never;
  }
}

const Count = (props: { label: string; most: number; value: number; onChange: (value: number) => void }) => (
  <TextField
    label={props.label}
    type="number"
    min={1}
    max={props.most}
    value={props.value || ""}
    onChange={({ target }) => props.onChange(Math.min(props.most, Math.floor(Number(target.value)) || 0))}
  />
);
