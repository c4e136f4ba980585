/** Small drawn signs. Arrows and ticks are drawn, since the typeface lacks them; all hidden from readers. */
import type { ReactNode } from "react";
import { cx } from "./class-names.ts";

function Glyph({
  children,
  className,
  viewBox = "0 0 12 12",
}: {
  children: ReactNode;
  className?: string;
  viewBox?: string;
}) {
  return (
    <svg
      viewBox={viewBox}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("size-3 shrink-0", className)}
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

type Props = { className?: string };

export const ClockGlyph = ({ className }: Props) => (
  <Glyph className={className}>
    <circle cx="6" cy="6" r="5.1" />
    <path d="M6 3.4V6l1.7 1.1" />
  </Glyph>
);
export const ChaseGlyph = ({ className }: Props) => (
  <Glyph className={cx("mirrored", className)}>
    <path d="m1.5 2.5 3.5 3.5-3.5 3.5M6.8 2.5 10.3 6 6.8 9.5" />
  </Glyph>
);
/** A baton snapped in two. */
export const BrokenGlyph = ({ className }: Props) => (
  <Glyph className={cx("mirrored w-3.5", className)} viewBox="0 0 14 12">
    <path d="M1.4 9.8 5.4 7M8.6 5l4-2.8" strokeWidth="2" />
    <path d="m5.9 3.6.7 1.5M8.1 8.4l-.7-1.5" strokeWidth="1.2" />
  </Glyph>
);
export const TickGlyph = ({ className }: Props) => (
  <Glyph className={className}>
    <path d="m2 6.4 2.7 2.8L10 3" />
  </Glyph>
);
export const CrossGlyph = ({ className }: Props) => (
  <Glyph className={className}>
    <path d="m2.5 2.5 7 7M9.5 2.5l-7 7" />
  </Glyph>
);
export const ChevronGlyph = ({ className }: Props) => (
  <Glyph className={className}>
    <path d="m2.5 4.3 3.5 3.5 3.5-3.5" />
  </Glyph>
);
/** Back to where one came from; points to the start side. */
export const BackGlyph = ({ className }: Props) => (
  <Glyph className={cx("mirrored", className)}>
    <path d="M7.8 2.2 4 6l3.8 3.8" />
  </Glyph>
);
export const AlertGlyph = ({ className }: Props) => (
  <Glyph className={className}>
    <circle cx="6" cy="6" r="5.1" />
    <path d="M6 3.3v3M6 8.6v.1" />
  </Glyph>
);
/** The line is cut. */
export const OfflineGlyph = ({ className }: Props) => (
  <Glyph className={cx("w-4", className)} viewBox="0 0 16 12">
    <path d="M1 8.5h3.2M11.8 3.5H15M6.2 4 7 5.6M9 6.4 9.8 8" />
  </Glyph>
);
/** Two slanted strokes: the hand-over point between two holders. */
export const HandoverGlyph = ({ className }: Props) => (
  <Glyph className={cx("mirrored h-3 w-2", className)} viewBox="0 0 8 12">
    <path d="M1 10.5 4 1.5M4.4 10.5l3-9" strokeWidth="1.1" />
  </Glyph>
);
