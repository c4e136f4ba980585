import { useState } from "react";

/** A value that can be typed over where it stands: a line under it, no box. */
export const FACT_CONTROL =
  "w-full min-w-0 rounded-none border-b border-line2 bg-transparent py-1 text-body font-medium text-ink hover:border-ink touch:min-h-11 touch:text-[1rem]";

/** Saved on Enter or when one leaves it; Esc puts back what was there. */
export function FactInput({
  id,
  value,
  onSave,
}: {
  id: string;
  value: string;
  onSave: (value: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed !== null && typed.trim() !== value) onSave(typed.trim());
    setTyped(null);
  };
  return (
    <input
      id={id}
      dir="auto"
      maxLength={200}
      value={typed ?? value}
      className={`${FACT_CONTROL} aligned`}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key === "Escape") {
          setTyped(null);
          event.currentTarget.blur();
        }
      }}
    />
  );
}
