import type { ReactNode } from "react";

/** A part of the facts with its small head. */
export function FactsSection({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section>
      <div className="mb-1.5 flex min-h-7 items-center justify-between gap-3">
        <h2 className="text-label font-medium text-ink2">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
