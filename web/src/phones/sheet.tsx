import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { CrossGlyph } from "../ui/glyphs.tsx";

const FIRST = "[data-first], input, textarea, button";

/** Takes the focus when it opens and gives it back when it goes. */
function holdFocus(sheet: HTMLElement | null) {
  if (!sheet) return;
  const before = document.activeElement;
  const first = sheet.querySelector<HTMLElement>(FIRST);
  first?.focus({ preventScroll: true });
  return () => {
    // The screen behind takes no focus before it is let go.
    queueMicrotask(() => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    });
  };
}

/** Slides over the lower part of one phone; the phones beside it go on. Esc and a press above it close it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation("kit");
  const id = useId();
  return (
    <div className="absolute inset-0 z-10 flex flex-col justify-end">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc and the cross do the same by key */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className="absolute inset-0 bg-[rgb(9_13_17/40%)]" onClick={onClose} />
      <div
        ref={holdFocus}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onClose();
        }}
        className="on-strip relative flex max-h-[88%] flex-col rounded-t-[18px] shadow-2"
      >
        <span className="mx-auto mt-2 h-1 w-9 rounded-full bg-line2" aria-hidden="true" />
        <div className="flex items-center justify-between gap-3 ps-4 pe-1.5">
          <h3 id={id} className="min-w-0 truncate font-semibold" dir="auto">
            {title}
          </h3>
          <button
            type="button"
            onClick={onClose}
            aria-label={t("close")}
            className="inline-flex size-11 shrink-0 items-center justify-center rounded-full text-ink2 hover:text-ink"
          >
            <CrossGlyph />
          </button>
        </div>
        <div className="min-h-0 overflow-auto px-4 pb-4">{children}</div>
      </div>
    </div>
  );
}

/** One line of a sheet that does something. */
export function SheetRow({
  mark,
  text,
  detail,
  isLate = false,
  onPress,
}: {
  mark: ReactNode;
  text: string;
  detail?: string | null;
  isLate?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      onClick={onPress}
      className={`flex min-h-11 w-full items-center gap-3 rounded-control px-2 py-1.5 text-start hover:bg-sunk ${isLate ? "text-late" : ""}`}
    >
      {mark}
      <span className="min-w-0">
        <span className="block font-medium" dir="auto">
          {text}
        </span>
        {detail && (
          <span className="block truncate text-label text-ink2" dir="auto">
            {detail}
          </span>
        )}
      </span>
    </button>
  );
}
