import { type KeyboardEvent, type ReactNode, useId } from "react";
import { cx } from "./class-names.ts";

type Page<Key extends string> = { key: Key; text: string; count?: string; content: ReactNode };

/** Underlined tabs: views of one thing. Only the chosen one is rendered; arrows, Home and End move as in any tab list. */
export function Tabs<Key extends string>({
  label,
  pages,
  selected,
  onSelect,
  className,
}: {
  label: string;
  pages: readonly Page<Key>[];
  selected: Key;
  onSelect: (key: Key) => void;
  className?: string;
}) {
  const id = useId();
  const place = pages.findIndex((page) => page.key === selected);
  const page = pages[place];

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === "rtl";
    const steps: Record<string, number> = {
      ArrowRight: place + (isRightToLeft ? -1 : 1),
      ArrowLeft: place + (isRightToLeft ? 1 : -1),
      Home: 0,
      End: pages.length - 1,
    };
    const step = steps[event.key];
    const next = step === undefined ? undefined : pages.at(step % pages.length);
    if (!next) return;
    event.preventDefault();
    onSelect(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div className={cx("flex min-h-0 flex-col", className)}>
      <div
        role="tablist"
        aria-label={label}
        className="flex shrink-0 gap-4 overflow-x-auto border-b border-line"
        onKeyDown={onKeyDown}
      >
        {pages.map((each) => (
          <button
            key={each.key}
            id={`${id}-${each.key}`}
            type="button"
            role="tab"
            aria-selected={each.key === selected}
            aria-controls={each.key === selected ? `${id}-panel` : undefined}
            tabIndex={each.key === selected ? 0 : -1}
            onClick={() => onSelect(each.key)}
            className="-mb-px flex min-h-9 items-center gap-1.5 border-b-2 border-transparent text-line font-medium whitespace-nowrap text-ink3 -outline-offset-2 transition-colors hover:text-ink aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink touch:min-h-11"
          >
            {each.text}
            {each.count !== undefined && <span className="text-ink3">{each.count}</span>}
          </button>
        ))}
      </div>
      {page && (
        <div
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${page.key}`}
          className="flex min-h-0 flex-1 flex-col"
        >
          {page.content}
        </div>
      )}
    </div>
  );
}
