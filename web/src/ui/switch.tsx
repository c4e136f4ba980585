import { useId } from "react";
import { cx } from "./class-names.ts";

/** On or off, said by place and by a word beside it. */
export function Switch({
  label,
  isOn,
  onChange,
  words,
  className,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  words: { on: string; off: string };
  className?: string;
}) {
  const id = useId();
  return (
    <label htmlFor={id} className={cx("flex min-h-8 items-center gap-3 touch:min-h-11", className)}>
      <span className="flex-1">{label}</span>
      <span className="text-label text-ink3" aria-hidden="true">
        {isOn ? words.on : words.off}
      </span>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
        className="relative h-5 w-8.5 shrink-0 appearance-none rounded-full border border-line2 transition-colors before:absolute before:start-0.5 before:top-0.5 before:size-3.5 before:rounded-full before:bg-line2 before:transition-[inset-inline-start] checked:border-ink checked:bg-ink checked:before:start-4 checked:before:bg-strip"
      />
    </label>
  );
}
