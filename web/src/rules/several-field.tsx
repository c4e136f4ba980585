import { useTranslation } from "react-i18next";
import { CrossGlyph } from "../ui/glyphs.tsx";
import { Select } from "../ui/select.tsx";

type Choice<Value> = { value: Value; text: string };

/** Several of many: what is chosen stands before the list, each to be taken away again. */
export function SeveralField<Value extends string | number>({
  label,
  choices,
  chosen,
  onChange,
}: {
  label: string;
  choices: readonly Choice<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}) {
  const { t } = useTranslation("houseRules");
  const textOf = (value: Value) =>
    choices.find((choice) => choice.value === value)?.text ?? t("sentence.gone");
  const free = choices.filter(({ value }) => !chosen.includes(value));
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
      <legend className="mb-1 text-label font-medium text-ink2">{label}</legend>
      {chosen.map((value) => (
        <span
          key={value}
          className="inline-flex min-h-8 items-center gap-1 rounded-strip bg-sunk ps-2 text-line font-medium"
        >
          <bdi>{textOf(value)}</bdi>
          <button
            type="button"
            aria-label={t("edit.chosen", { name: textOf(value) })}
            onClick={() => onChange(chosen.filter((each) => each !== value))}
            className="inline-flex size-8 items-center justify-center text-ink3 hover:text-ink touch:size-11"
          >
            <CrossGlyph />
          </button>
        </span>
      ))}
      {free.length > 0 && (
        <Select
          label={`${label}: ${t("edit.choose")}`}
          isLabelHidden
          value=""
          onChange={(text) => {
            const choice = free.find(({ value }) => String(value) === text);
            if (choice) onChange([...chosen, choice.value]);
          }}
          choices={[
            { value: "", text: t("edit.choose") },
            ...free.map(({ value, text }) => ({ value: String(value), text })),
          ]}
        />
      )}
    </fieldset>
  );
}
