import { cx } from "./class-names.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** First letters of the first and last name, by grapheme: names come in every script. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked
    .map((word) => [...segmenter.segment(word ?? "")][0]?.segment ?? "")
    .join("")
    .toLocaleUpperCase();
}

/** Round is only for people. Ember is you. */
export function Avatar({
  name,
  isYou = false,
  className,
}: {
  name: string;
  isYou?: boolean;
  className?: string;
}) {
  return (
    <span
      aria-hidden="true"
      data-initials={initials(name)}
      className={cx(
        // Drawn, not written: the name stands beside it or labels what it is in.
        "before:content-[attr(data-initials)] inline-flex size-6.5 shrink-0 items-center justify-center rounded-full text-[0.6875rem] leading-none font-semibold",
        isYou ? "bg-hand-fill text-on-hand" : "bg-sunk text-ink2",
        className,
      )}
    />
  );
}
