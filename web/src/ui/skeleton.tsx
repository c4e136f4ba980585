import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names.ts";

const bar = "rounded-strip bg-sunk";

/** A still block in a strip's shape. Shown only after 200 ms, so that a quick answer never flickers. */
export function StripSkeleton({ className }: { className?: string }) {
  return (
    <div
      className={cx("on-strip flex flex-col gap-2 rounded-strip p-3 shadow-1", className)}
      aria-hidden="true"
    >
      <div className={cx(bar, "h-2.5 w-1/3")} />
      <div className={cx(bar, "h-3 w-4/5")} />
      <div className={cx(bar, "h-2.5 w-3/5")} />
      <div className="mt-1 h-px bg-line" />
    </div>
  );
}

/** Says to readers that something loads, and keeps the blocks away for the first 200 ms. */
export function Loading({ children, className }: { children?: ReactNode; className?: string }) {
  const { t } = useTranslation("kit");
  return (
    <div role="status" className={cx("after-a-while", className)}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}
