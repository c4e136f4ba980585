import { useTranslation } from "react-i18next";
import type { State } from "../../../shared/request.ts";
import { cx } from "./class-names.ts";
import { useFormat } from "./format.ts";
import type { Holder } from "./holder.ts";
import { Baton, Line, PLACE, STATIONS } from "./track.tsx";

const NAMES = ["new", "ready", "assigned", "working", "done", "closed"] as const satisfies readonly State[];

/** Which of the six stations a state stands at: blocked and waiting take the place of working. */
function stationOf(state: State): number {
  if (state === "blocked" || state === "waiting") return 3;
  if (state === "cancelled") return 5;
  return NAMES.indexOf(state);
}

/** The track with its words and times, for the peek and the request's page. Narrow: only first, current, last. */
export function LargeTrack({
  state,
  holder,
  times = {},
  className,
}: {
  state: State;
  holder: Holder;
  /** When each state was entered last, as far as known. */
  times?: Partial<Record<State, string>>;
  className?: string;
}) {
  const { t } = useTranslation();
  const { clockTime } = useFormat();
  const current = stationOf(state);
  return (
    <div className={cx("@container px-7", className)} aria-hidden="true">
      <svg className="mirrored block h-7 w-full overflow-visible" fill="none" role="presentation">
        <Line state={state} y="14" gap={8} slant={7} />
        {STATIONS.map((place, index) => (
          <circle
            key={place}
            cx={`${place * 100}%`}
            cy="14"
            r={place <= PLACE[state] ? 3.5 : 3}
            className={
              place <= PLACE[state] && state !== "cancelled" ? "fill-line2" : "fill-(--surface) stroke-line2"
            }
            strokeWidth={index > current ? 1.5 : 0}
          />
        ))}
        <g transform="translate(0 14)">
          <Baton state={state} holder={holder} x={11} y={6.6} width={7} />
        </g>
      </svg>
      <div className="relative mt-1 h-8 text-label whitespace-nowrap text-ink3">
        {NAMES.map((name, index) => {
          const isCurrent = index === current;
          const shown = isCurrent ? state : name;
          const at = times[shown];
          return (
            <span
              key={name}
              style={{ insetInlineStart: `${index * 20}%` }}
              className={cx(
                "absolute flex -translate-x-1/2 flex-col items-center rtl:translate-x-1/2",
                isCurrent && "text-ink",
                !isCurrent && index > 0 && index < 5 && "@max-[19rem]:hidden",
              )}
            >
              <span className={cx(isCurrent && "font-semibold")}>{t(`state.${shown}`)}</span>
              {at && index <= current && <span className="text-ink3">{clockTime(at)}</span>}
            </span>
          );
        })}
      </div>
    </div>
  );
}
