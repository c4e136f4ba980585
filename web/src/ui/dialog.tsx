import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names.ts";
import { CrossGlyph } from "./glyphs.tsx";

const FIRST = "input, select, textarea, [data-foot] button";

/** Opens as soon as it is on the page, with the first field (or the first answer) in focus, and gives the focus back. */
function showModal(dialog: HTMLDialogElement | null) {
  if (!dialog) return;
  const before = document.activeElement;
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLElement>(FIRST)?.focus();
  return () => {
    // What lies behind an open dialog takes no focus.
    dialog.close();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}

/** Render it while it is open. Esc, the cross and a press outside call `onClose`. */
export function Dialog({
  title,
  onClose,
  children,
  className,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  className?: string;
}) {
  const { t } = useTranslation("kit");
  const id = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does by key what a press on the backdrop does
    <dialog
      ref={showModal}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={cx(
        "on-strip m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-1.5rem))] overflow-auto rounded-panel shadow-2 backdrop:bg-[rgb(9_13_17/45%)]",
        className,
      )}
    >
      <div className="flex flex-col gap-4 p-5">
        <div className="flex items-start justify-between gap-3">
          <h2 id={id} className="text-head font-semibold">
            {title}
          </h2>
          <button
            type="button"
            onClick={onClose}
            aria-label={t("close")}
            className="-m-1.5 inline-flex size-8 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
          >
            <CrossGlyph />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

/** The row of buttons at the foot of a dialog; the primary one first. */
export const DialogFoot = ({ children }: { children: ReactNode }) => (
  <div data-foot className="flex flex-wrap items-center gap-2 pt-1">
    {children}
  </div>
);
