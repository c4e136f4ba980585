import { useId } from "react";

type Choice = { value: string; text: string; more?: string };

/** One of two or three, each on its own line with a word more about it. */
export function OneOf({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string) => void;
}) {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-label font-medium text-ink2">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-strip border border-line px-3 py-1.5 transition-colors hover:border-ink has-checked:border-ink has-checked:bg-sunk has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="size-4 shrink-0 accent-ink"
          />
          <span className="min-w-0">
            <span className="block truncate text-body font-semibold" dir="auto">
              {choice.text}
            </span>
            {choice.more && (
              <span className="block truncate text-label text-ink2">
                <bdi>{choice.more}</bdi>
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
