import type { ReactNode } from "react";

type Choice<Value> = { value: Value; text: string; mark?: ReactNode };

/** Several of a few, all seen at once. */
export function CheckList<Value extends string | number>({
  label,
  hint,
  choices,
  chosen,
  onChange,
}: {
  label: string;
  hint?: string;
  choices: readonly Choice<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}) {
  const toggle = (value: Value) =>
    onChange(
      choices
        .map((choice) => choice.value)
        .filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each))),
    );
  return (
    <fieldset>
      <legend className="mb-0.5 text-label font-medium text-ink2">{label}</legend>
      <div className="flex max-h-44 flex-wrap gap-x-5 overflow-y-auto">
        {choices.map(({ value, text, mark }) => (
          <label key={value} className="flex min-h-8 items-center gap-2 touch:min-h-11">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
              className="size-4 accent-ink"
            />
            {mark}
            <bdi>{text}</bdi>
          </label>
        ))}
      </div>
      {hint && <p className="text-label text-ink3">{hint}</p>}
    </fieldset>
  );
}
