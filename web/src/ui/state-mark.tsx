import type { ReactNode } from "react";
import type { State } from "../../../shared/request.ts";
import { cx } from "./class-names.ts";

const outline = <rect x="1.2" y="5.9" width="13.6" height="4.2" rx="2.1" fill="none" />;
const turned = (shapes: ReactNode) => (
  <g transform="translate(8 8) rotate(-48) scale(1.12) translate(-8 -8)">{shapes}</g>
);

/** Nine treatments of one slanted capsule. Shape says it, never colour; ticks are drawn upright. */
const SHAPES: Record<State, ReactNode> = {
  new: turned(
    <rect
      x="1"
      y="5.8"
      width="14"
      height="4.4"
      rx="2.2"
      fill="none"
      strokeDasharray="1.9 1.6"
      strokeWidth="1.45"
    />,
  ),
  ready: turned(outline),
  assigned: turned(
    <>
      {outline}
      <path d="M3.3 5.9H8v4.2H3.3a2.1 2.1 0 0 1 0-4.2Z" />
    </>,
  ),
  working: turned(<rect x="1" y="5.7" width="14" height="4.6" rx="2.3" stroke="none" />),
  blocked: turned(
    <>
      <rect x="0.4" y="5.7" width="10.4" height="4.6" rx="2.1" stroke="none" />
      <path d="M13.1 3.6v8.8" strokeWidth="2.1" strokeLinecap="round" />
    </>,
  ),
  waiting: turned(
    <>
      <rect x="0.6" y="5.7" width="6.3" height="4.6" rx="2" stroke="none" />
      <rect x="9.1" y="5.7" width="6.3" height="4.6" rx="2" stroke="none" />
    </>,
  ),
  done: (
    <>
      <g transform="translate(-1.2 -.6)">
        {turned(<rect x="1" y="5.7" width="14" height="4.6" rx="2.3" stroke="none" />)}
      </g>
      <path d="m9.3 12 2 2.1 3.8-4.2" fill="none" stroke="var(--surface)" strokeWidth="4" />
      <path d="m9.3 12 2 2.1 3.8-4.2" fill="none" strokeWidth="1.7" />
    </>
  ),
  closed: (
    <>
      <path d="m3.4 7.2 3.3 3.4 6.1-7.4" fill="none" strokeWidth="2.1" />
      <path d="M2.2 14h11.6" strokeWidth="1.7" />
    </>
  ),
  cancelled: (
    <>
      {turned(outline)}
      <path d="m2.6 2.9 10.8 10.2" strokeLinecap="round" />
    </>
  ),
};

/** The mark of a state, 16 px. Always put its word beside it: the mark itself is hidden from readers. */
export function StateMark({ state, className }: { state: State; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      className={cx("size-4 shrink-0 overflow-visible", state !== "closed" && "mirrored", className)}
      aria-hidden="true"
    >
      {SHAPES[state]}
    </svg>
  );
}
