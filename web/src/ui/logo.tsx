import { cx } from "./class-names.ts";

/** Two batons in the exchange zone: ink is everyone, ember is you. Leans the other way right to left. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 54 44"
      fill="none"
      strokeWidth="11.5"
      strokeLinecap="round"
      className={cx("mirrored h-5 w-auto shrink-0", className)}
      aria-hidden="true"
    >
      <path d="M6.5 37.5 24.2 16.5" className="stroke-ink" />
      <path d="M30.4 27.5 47.8 6.3" className="stroke-hand-fill" />
    </svg>
  );
}
