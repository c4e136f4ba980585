import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { cx } from "../ui/class-names.ts";

const ITEMS = "[role=menuitem]:not(:disabled)";

/**
 * A button and the choices that it opens, light enough to stand at every message: arrows go among them, Esc and a press
 * elsewhere close it, and the focus goes back to the button.
 */
export function Popup({
  label,
  trigger,
  triggerClassName,
  className,
  side = "below",
  isOff,
  children,
}: {
  label: string;
  trigger: ReactNode;
  triggerClassName?: string;
  className?: string;
  side?: "above" | "below";
  isOff?: boolean;
  /** `close` gives the focus back; what was chosen may then take it elsewhere. */
  children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLSpanElement>(null);
  const close = () => {
    button.current?.focus();
    setIsOpen(false);
  };
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [isOpen]);
  return (
    <span ref={place} className="relative inline-flex">
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={isOff}
        onClick={() => setIsOpen(!isOpen)}
        className={triggerClassName}
      >
        {trigger}
      </button>
      {isOpen && (
        <div
          role="menu"
          aria-label={label}
          tabIndex={-1}
          ref={focusFirst}
          onKeyDown={(event) => onMenuKey(event, close)}
          onBlur={(event) => {
            if (event.relatedTarget instanceof Node && !place.current?.contains(event.relatedTarget))
              setIsOpen(false);
          }}
          className={cx(
            "on-strip absolute z-30 w-max max-w-[min(20rem,calc(100vw-2rem))] rounded-panel border border-line py-1 shadow-2 outline-none",
            side === "above" ? "bottom-full mb-1.5" : "top-full mt-1",
            className,
          )}
        >
          {children(close)}
        </div>
      )}
    </span>
  );
}

const focusFirst = (menu: HTMLDivElement | null) => menu?.querySelector<HTMLElement>(ITEMS)?.focus();

function onMenuKey(event: KeyboardEvent<HTMLDivElement>, close: () => void): void {
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close();
    return;
  }
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)];
  const at = items.findIndex((item) => item.matches(":focus"));
  const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[
    event.key
  ];
  const to = event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : step && at + step;
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

/** One thing to do, in a popup. */
export function PopupItem({
  mark,
  children,
  isTile,
  isOff,
  onPress,
}: {
  mark?: ReactNode;
  /** Under a thumb it is a square with its sign above its words. */
  isTile?: boolean;
  children: ReactNode;
  isOff?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={isOff}
      onClick={onPress}
      className={cx(
        "mx-1 flex min-h-8.5 w-[calc(100%-0.5rem)] cursor-pointer items-center gap-2.5 rounded-strip px-2.5 text-start text-body outline-none hover:bg-sunk focus:bg-sunk disabled:text-ink3 touch:min-h-11",
        isTile &&
          "touch:mx-0 touch:min-h-18 touch:w-full touch:flex-col touch:justify-start touch:gap-1 touch:px-1 touch:py-2 touch:text-center touch:text-label",
      )}
    >
      {mark && <span className="flex w-4.5 shrink-0 justify-center text-ink2">{mark}</span>}
      {children}
    </button>
  );
}
