import type { ReactNode } from "react";
import { cx } from "./class-names.ts";
import { AlertGlyph } from "./glyphs.tsx";

const CELL =
  "flex min-w-0 flex-col gap-0.5 border-line px-5 py-3.5 first:ps-0 not-first:border-s max-md:px-4 max-md:odd:border-s-0 max-md:odd:ps-0 max-md:nth-[n+3]:border-t";

/** Four figures between hairlines, two by two on a phone. */
export const FigureRow = ({
  label,
  isBusy,
  children,
}: {
  label: string;
  isBusy?: boolean;
  children: ReactNode;
}) => (
  <section
    aria-label={label}
    aria-busy={isBusy}
    className="grid grid-cols-4 border-y border-line max-md:grid-cols-2"
  >
    {children}
  </section>
);

/** A figure, its name above and what it means below; a late one says so with a mark as well. */
export const Figure = ({
  name,
  means,
  isLate = false,
  children,
}: {
  name: string;
  means: string;
  isLate?: boolean;
  children: ReactNode;
}) => (
  <div className={CELL}>
    <p className="text-label font-medium text-ink2">{name}</p>
    <p className={cx("flex items-center gap-2 text-peek font-semibold", isLate && "text-late")}>
      {isLate && <AlertGlyph className="size-4!" />}
      <bdi>{children}</bdi>
    </p>
    <p className="text-label text-ink3">{means}</p>
  </div>
);

/** Where a figure will stand. */
export const BlankFigure = () => (
  <div className={cx(CELL, "after-a-while")} aria-hidden="true">
    <span className="my-1 h-2.5 w-24 rounded-strip bg-sunk" />
    <span className="my-1.5 h-3.5 w-12 rounded-strip bg-sunk" />
    <span className="my-1 h-2.5 w-32 rounded-strip bg-sunk" />
  </div>
);
