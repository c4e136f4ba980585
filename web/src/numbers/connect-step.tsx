import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Check } from "../../../shared/api/connecting.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { TickGlyph } from "../ui/glyphs.tsx";
import { CheckList } from "./check-line.tsx";

const AT_END = "ms-auto -me-3.5 shrink-0 whitespace-nowrap";

/** One step: in your hands it lies on top with its form; done it is a line one can open again. */
export function ConnectStepPanel({
  place,
  title,
  lead,
  meta,
  summary,
  isDone,
  isOpen,
  isReachable,
  isBusy,
  checks,
  error,
  onOpen,
  onClose,
  onCheck,
  children,
}: {
  place: number;
  title: string;
  lead: string;
  /** Where at Meta it is found. */
  meta: { text: string; href: string } | null;
  summary: ReactNode;
  isDone: boolean;
  isOpen: boolean;
  isReachable: boolean;
  isBusy: boolean;
  checks: readonly Check[];
  error: string | null;
  onOpen: () => void;
  onClose: (() => void) | null;
  /** Null while there is nothing to look at again. */
  onCheck: (() => void) | null;
  children: ReactNode;
}) {
  const { t } = useTranslation("connecting");
  const { number } = useFormat();
  const id = useId();
  return (
    <li
      aria-current={isOpen ? "step" : undefined}
      className={cx(
        "rounded-panel border-s-3 px-6 max-sm:px-4",
        isOpen
          ? "on-strip relative z-1 border-hand-fill py-6 shadow-2"
          : "on-panel border-transparent py-3.5",
      )}
    >
      <div className="flex min-h-9 items-center gap-3.5">
        <span
          aria-hidden="true"
          className={cx(
            "flex size-7 shrink-0 items-center justify-center rounded-full border font-semibold",
            isDone
              ? "border-ink bg-ink text-strip"
              : isOpen
                ? "border-hand-fill text-hand"
                : "border-line2 text-ink3",
          )}
        >
          {isDone ? <TickGlyph className="size-3.5!" /> : number(place)}
        </span>
        <h2
          id={id}
          tabIndex={-1}
          className={cx("text-head font-semibold outline-none", !isOpen && !isDone && "text-ink2")}
        >
          {title}
          <span className="sr-only">{isDone && ` ${t("stepDone")}`}</span>
        </h2>
        {!isOpen && isDone && (
          <span className="min-w-0 flex-1 truncate text-ink3 max-sm:hidden">
            <bdi>{summary}</bdi>
          </span>
        )}
        {!isOpen && isReachable && (
          <Button kind="quiet" className={AT_END} aria-describedby={id} onClick={onOpen}>
            {t(isDone ? "change" : "goOn")}
          </Button>
        )}
        {isOpen && onClose && (
          <Button kind="quiet" className={AT_END} aria-describedby={id} onClick={onClose}>
            {t("close")}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className="mt-2 flex flex-col gap-5 sm:ps-10.5">
          <p className="max-w-[68ch] text-ink2">
            {lead}{" "}
            {meta && (
              <a
                href={meta.href}
                target="_blank"
                rel="noreferrer"
                className="font-semibold whitespace-nowrap text-ink underline decoration-line2 underline-offset-3 hover:decoration-ink touch:inline-flex touch:min-h-11 touch:items-center"
              >
                {meta.text}
              </a>
            )}
          </p>
          {children}
          {error && (
            <p role="alert" className="font-medium text-late">
              {error}
            </p>
          )}
          <div role="status" className="flex flex-col gap-3">
            {isBusy ? (
              <p className="border-t border-line pt-3.5 text-ink2 motion-safe:animate-pulse">
                {t("checking")}
              </p>
            ) : (
              <CheckList checks={checks} />
            )}
          </div>
          {onCheck && !isBusy && (
            <Button className="self-start" onClick={onCheck}>
              {t("checkAgain")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
