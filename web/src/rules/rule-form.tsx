import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { RuleChoices } from "../../../shared/api/rules.ts";
import { CONDITION_KINDS } from "../../../shared/rule.ts";
import { Segmented } from "../ui/segmented.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { ActionsFields } from "./actions-fields.tsx";
import { ConditionRow } from "./condition-row.tsx";
import { type Draft, freshCondition } from "./draft.ts";
import { RuleSentence } from "./rule-sentence.tsx";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When …, then …: a rule written part by part, and read as a sentence beside. */
export function RuleForm({
  draft,
  choices,
  onChange,
}: {
  draft: Draft;
  choices: RuleChoices;
  onChange: (part: Partial<Draft>) => void;
}) {
  const { t } = useTranslation("houseRules");
  const id = useId();
  const { name, match, conditions, actions } = draft;
  const kinds = CONDITION_KINDS.filter((kind) => kind !== "number" || choices.numbers.length > 0);
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <TextField
        label={t("edit.name")}
        hint={t("edit.nameHint")}
        value={name}
        maxLength={80}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <section aria-labelledby={`${id}-when`} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h2 id={`${id}-when`} className="text-head font-semibold">
            {t("edit.when")}
          </h2>
          {conditions.length > 1 && (
            <Segmented
              label={t("edit.when")}
              value={match}
              onChange={(value) => onChange({ match: value })}
              choices={(["all", "any"] as const).map((value) => ({ value, text: t(`edit.${value}`) }))}
            />
          )}
        </div>
        <ul className="on-strip rounded-panel px-4 pt-3 shadow-1 max-sm:px-3">
          {conditions.map((condition, place) => (
            <ConditionRow
              // A condition of another kind is another one; of the same kind its fields keep what is typed.
              key={`${place} ${condition.kind} ${conditions.length}`}
              condition={condition}
              choices={choices}
              isOnly={conditions.length === 1}
              onChange={(next) => onChange({ conditions: conditions.with(place, next) })}
              onRemove={() => onChange({ conditions: conditions.filter((_, at) => at !== place) })}
            />
          ))}
          <li className="border-t border-line py-2">
            <Select
              label={t("edit.add")}
              isLabelHidden
              className="max-w-64"
              value=""
              onChange={(kind) =>
                kind && onChange({ conditions: [...conditions, freshCondition(kind, HERE)] })
              }
              choices={[
                { value: "", text: t("edit.add") },
                ...kinds.map((value) => ({ value, text: t(`kind.${value}`) })),
              ]}
            />
          </li>
        </ul>
      </section>
      <section aria-labelledby={`${id}-then`} className="flex flex-col gap-3">
        <h2 id={`${id}-then`} className="text-head font-semibold">
          {t("edit.does")}
        </h2>
        <div className="on-strip rounded-panel px-4 py-3 shadow-1 max-sm:px-3">
          <ActionsFields
            actions={actions}
            choices={choices}
            onChange={(part) => onChange({ actions: { ...actions, ...part } })}
          />
        </div>
      </section>
      <section aria-labelledby={`${id}-reads`} className="border-s-3 border-line2 ps-3">
        <h2 id={`${id}-reads`} className="text-label font-medium text-ink3">
          {t("edit.reads")}
        </h2>
        <RuleSentence rule={draft} choices={choices} />
      </section>
    </div>
  );
}
