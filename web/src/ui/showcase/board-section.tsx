import type { ReactNode } from "react";

/** A titled part of the showcase. */
export const BoardSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex min-w-0 flex-col gap-3">
    <h2 className="text-message font-semibold">{title}</h2>
    {children}
  </section>
);
