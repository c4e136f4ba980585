import type { State } from "../../../shared/request.ts";
import { GAPS, useBatonMotion } from "./baton-motion.ts";
import { cx } from "./class-names.ts";
import type { Holder } from "./holder.ts";

/** Where the baton stands from 0 to 1: the same place on every screen, so that the eye learns it once. */
export const PLACE: Record<State, number> = {
  new: 0,
  ready: 0.2,
  assigned: 0.4,
  working: 0.6,
  blocked: 0.625,
  waiting: 0.68,
  done: 0.8,
  closed: 1,
  cancelled: 1,
};
export const STATIONS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

const COLOURS: Record<Holder, string> = {
  you: "text-hand-fill",
  us: "text-ink",
  client: "text-out",
  worker: "text-ink2",
  third_party: "text-ink2",
  nobody: "text-ink",
};

const percent = (place: number) => `${place * 100}%`;

/** The baton of a track, with a cut-out round it in the colour of its ground. */
export function Baton({
  state,
  holder,
  x,
  y,
  width,
}: {
  state: State;
  holder: Holder;
  x: number;
  y: number;
  width: number;
}) {
  const ref = useBatonMotion(PLACE[state]);
  const whole = `M${-x} ${y}L${x} ${-y}`;
  const split = `M${-x} ${y}L${-x * 0.36} ${y * 0.36}M${x * 0.36} ${-y * 0.36}L${x} ${-y}`;
  return (
    <g
      ref={ref}
      className={COLOURS[holder]}
      style={{ transform: `translateX(${percent(PLACE[state])})` }}
      strokeLinecap="round"
    >
      <path d={whole} stroke="var(--surface)" strokeWidth={width * 1.75} />
      <path d={state === "waiting" ? split : whole} stroke="currentColor" strokeWidth={width} />
      {state === "cancelled" && <path d={whole} stroke="var(--surface)" strokeWidth={width - 2.4} />}
      {state === "blocked" && (
        <path
          d={`M${x * 2.1} ${-y * 1.8}V${y * 1.8}`}
          className="stroke-ink"
          strokeWidth={width * 0.45}
          strokeLinecap="butt"
        />
      )}
    </g>
  );
}

/** The line with what lies behind drawn darker, and the two gaps cut out. */
export function Line({ state, y, gap, slant }: { state: State; y: string; gap: number; slant: number }) {
  const passed = state === "cancelled" ? 0 : PLACE[state];
  return (
    <>
      <line x1="0" x2="100%" y1={y} y2={y} className="stroke-line" strokeWidth="1.5" />
      <line x1="0" x2={percent(passed)} y1={y} y2={y} className="stroke-line2" strokeWidth="1.5" />
      {GAPS.map((place) => (
        <svg key={place} x={percent(place)} y={y} overflow="visible" role="presentation">
          <path d={`M${-gap} 0H${gap}`} stroke="var(--surface)" strokeWidth="4" />
          <path
            d={`M${-slant * 0.85} ${slant}L${-slant * 0.1} ${-slant}M${slant * 0.1} ${slant}L${slant * 0.85} ${-slant}`}
            className="stroke-line2"
            strokeWidth={slant > 5 ? 1.5 : 1.1}
          />
        </svg>
      ))}
    </>
  );
}

/** The thin track at a strip's foot. Hidden from readers: the words of the strip carry it. */
export function Track({ state, holder, className }: { state: State; holder: Holder; className?: string }) {
  return (
    <svg
      className={cx("mirrored block h-2.5 w-full overflow-visible", className)}
      fill="none"
      aria-hidden="true"
    >
      <Line state={state} y="5" gap={4.5} slant={3.6} />
      {STATIONS.map((place) => (
        <circle
          key={place}
          cx={percent(place)}
          cy="5"
          r="1.5"
          className={place <= PLACE[state] && state !== "cancelled" ? "fill-line2" : "fill-line"}
        />
      ))}
      <g transform="translate(0 5)">
        <Baton state={state} holder={holder} x={5.4} y={2.5} width={4.3} />
      </g>
    </svg>
  );
}
