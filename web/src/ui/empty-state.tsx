import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

/** The baton lies flat at the end of its line: one sentence of fact, one next action. No illustration. */
export function EmptyState({
  title,
  heading: Heading = "h2",
  children,
  action,
  className,
}: {
  title: string;
  /** The page's own heading when nothing else is on it. */
  heading?: "h1" | "h2";
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cx("flex max-w-[27rem] flex-col gap-2", className)}>
      <span aria-hidden="true" className="relative mb-3 block h-2 w-[17.5rem] max-w-full">
        <span className="absolute inset-x-0 top-[3.25px] h-[1.5px] bg-line2" />
        <span className="absolute end-0 top-0 h-2 w-7.5 rounded-full bg-line2" />
      </span>
      <Heading className="text-page font-semibold">{title}</Heading>
      {children && <div className="text-body text-ink2">{children}</div>}
      {action && <div className="mt-1.5 flex flex-wrap items-center gap-2">{action}</div>}
    </div>
  );
}
