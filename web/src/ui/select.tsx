import { type ComponentProps, useId } from "react";
import { ChevronGlyph } from "./glyphs.tsx";
import { describedBy, FieldFrame, fieldClass } from "./text-field.tsx";

type Choice<Value extends string> = { value: Value; text: string };

/** The platform's own select: it is the best one on phones and with readers. */
export function Select<Value extends string>({
  label,
  isLabelHidden,
  hint,
  error,
  className,
  choices,
  value,
  onChange,
  ...rest
}: Omit<ComponentProps<"select">, "id" | "value" | "onChange"> & {
  label: string;
  isLabelHidden?: boolean;
  hint?: string;
  error?: string | null;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <FieldFrame {...{ label, isLabelHidden, hint, error, id, className }}>
      <span className="relative block">
        <select
          {...rest}
          id={id}
          value={value}
          className={fieldClass(Boolean(error), "h-9 appearance-none pe-8 touch:h-11 touch:text-[1rem]")}
          aria-describedby={describedBy(id, { hint, error })}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
        <ChevronGlyph className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink3" />
      </span>
    </FieldFrame>
  );
}
