import { useId } from "react";
import { cx } from "./class-names.ts";

type Choice<Value extends string> = { value: Value; text: string; count?: string };

/** One of a few, all seen at once: the board's All, Mine, teams. Arrow keys move, as in any radio group. */
export function Segmented<Value extends string>({
  label,
  choices,
  value,
  onChange,
  className,
}: {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset
      className={cx(
        "on-strip inline-flex max-w-full overflow-x-auto rounded-control border border-line2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-7.5 items-center gap-1.5 border-s border-line px-3 text-line font-medium whitespace-nowrap text-ink2 transition-colors first-of-type:border-s-0 hover:text-ink has-checked:bg-go has-checked:font-semibold has-checked:text-on-go touch:min-h-11"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="sr-only"
          />
          {choice.text}
          {choice.count !== undefined && <span>{choice.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
