import { cx } from "./class-names.ts";

/** What is printed on the key; keys stay Latin in every language. */
function legend(code: string): string {
  if (code === "Escape") return "Esc";
  if (code === "Slash") return "/";
  return code.replace(/^(Key|Digit)/, "");
}

/** The key that does what the control does; not shown where the finger is the pointer. */
export function KeyHint({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx("inline-flex shrink-0 gap-1.5 touch:hidden", className)} aria-hidden="true">
      {keys.split(" ").map((code) => (
        <kbd
          key={code}
          dir="ltr"
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-panel border border-current px-1 font-sans text-[0.6875rem] leading-none font-semibold"
        >
          {code === "Enter" ? <EnterKey /> : legend(code)}
        </kbd>
      ))}
    </span>
  );
}

const EnterKey = () => (
  <svg
    viewBox="0 0 10 10"
    className="size-2.5"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    aria-hidden="true"
  >
    <path d="M9 1.5V6H1.6M4 3.4 1.4 6 4 8.6" />
  </svg>
);
