import { type ComponentProps, type ReactNode, useRef } from "react";
import { cx } from "./class-names.ts";
import { KeyHint } from "./key-hint.tsx";
import { useKey } from "./use-key.ts";

const KINDS = {
  primary: "bg-go text-on-go border border-transparent hover:bg-ink2 disabled:bg-line2 disabled:text-strip",
  plain: "on-strip text-ink border border-line2 hover:border-ink disabled:text-ink3 disabled:border-line",
  quiet: "text-ink2 border border-transparent hover:text-ink hover:bg-sunk disabled:text-ink3",
  late: "on-strip text-late border border-late hover:bg-late-soft disabled:text-ink3 disabled:border-line",
} as const;
const SIZES = {
  small: "min-h-7.5 px-2.5 text-line",
  regular: "min-h-9 px-3.5 text-body",
  large: "min-h-11 px-4.5 text-body",
} as const;

export type ButtonKind = keyof typeof KINDS;
export type ButtonSize = keyof typeof SIZES;

/** The look alone, for links and triggers that must be other elements. */
export const buttonClass = (kind: ButtonKind = "plain", size: ButtonSize = "regular", className?: string) =>
  cx(
    "inline-flex cursor-pointer items-center justify-center gap-2 rounded-control font-semibold transition-colors touch:min-h-11 disabled:cursor-default",
    KINDS[kind],
    SIZES[size],
    className,
  );

type Props = Omit<ComponentProps<"button">, "children"> & {
  kind?: ButtonKind;
  size?: ButtonSize;
  /** A key such as "Digit1" that presses this button, shown in it. */
  shortcut?: string;
  /** The button stands in a dialog: its key works there. */
  inDialog?: boolean;
  children: ReactNode;
};

/** One ink primary per region of the screen; the rest are plain or quiet. */
export function Button({ kind, size, shortcut, inDialog, className, children, onClick, ...rest }: Props) {
  return (
    <button type="button" className={buttonClass(kind, size, className)} onClick={onClick} {...rest}>
      <span>{children}</span>
      {shortcut && <Shortcut keys={shortcut} inDialog={inDialog} isOff={rest.disabled} />}
    </button>
  );
}

/** Presses the button it stands in, so that key and pointer do the very same. */
function Shortcut({ keys, inDialog, isOff }: { keys: string; inDialog?: boolean; isOff?: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useKey(keys, () => place.current?.closest("button")?.click(), { isOff, inDialog });
  return (
    <span ref={place} className="contents">
      <KeyHint keys={keys} />
    </span>
  );
}
