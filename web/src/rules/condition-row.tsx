import { useTranslation } from "react-i18next";
import type { Condition, RuleChoices } from "../../../shared/api/rules.ts";
import { CrossGlyph } from "../ui/glyphs.tsx";
import { Select } from "../ui/select.tsx";
import { ConditionFields } from "./condition-fields.tsx";

/** One condition: what it is about, whether it is so or not, and its value. */
export function ConditionRow({
  condition,
  choices,
  isOnly,
  onChange,
  onRemove,
}: {
  condition: Condition;
  choices: RuleChoices;
  isOnly: boolean;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("houseRules");
  const kind = t(`kind.${condition.kind}`);
  return (
    <li className="flex flex-col gap-2 border-t border-line py-3 first:border-t-0 first:pt-0">
      <div className="flex items-center gap-2">
        <h3 className="text-title font-semibold">{kind}</h3>
        <Select
          label={t("edit.isSo", { kind })}
          isLabelHidden
          value={condition.not ? "no" : "yes"}
          onChange={(value) => onChange({ ...condition, not: value === "no" })}
          choices={(["yes", "no"] as const).map((value) => ({ value, text: t(`edit.${value}`) }))}
        />
        {!isOnly && (
          <button
            type="button"
            aria-label={t("edit.removeCondition", { kind })}
            onClick={onRemove}
            className="ms-auto inline-flex size-8 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
          >
            <CrossGlyph />
          </button>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <ConditionFields condition={condition} choices={choices} onChange={onChange} />
      </div>
    </li>
  );
}
