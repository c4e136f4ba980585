import { useTranslation } from "react-i18next";
import type { RequestPage } from "../../../../shared/api/requests.ts";
import { WAITS_ON, type WaitsOn } from "../../../../shared/request.ts";
import { useMe } from "../../api/queries.ts";
import { useFormat } from "../../ui/format.ts";
import { isInHands } from "../../ui/holder.ts";
import { useNow } from "../../ui/now.ts";
import { type Holding, handsMarks, holdings } from "../hands.ts";
import { useList } from "../use-list.ts";

const RAILS: readonly WaitsOn[] = ["client", "us", "worker", "third_party"];
const STEP = 26;
const HEIGHT = STEP * WAITS_ON.length;
const WIDTH = 1000;

const railY = (hands: WaitsOn): number => (RAILS.indexOf(hands) + 0.5) * STEP;

/** A line stepping between four rails, as railways draw their trains: who held it, from when to when. */
export function HandsDiagram({ page }: { page: RequestPage }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const { clockTime, duration, column } = useFormat();
  const list = useList();
  const me = useMe();
  const now = useNow();
  const line = holdings(page.events, now);
  const first = line[0];
  if (!first) return null;
  const end = line.at(-1)?.to ?? now;
  const span = Math.max(1, end - first.from);
  const x = (at: number): number => Math.min(1, Math.max(0, (at - first.from) / span)) * WIDTH;
  const marks = handsMarks(page.events).filter((mark) => mark.at >= first.from && mark.at <= end);
  const isYours = isInHands(page.strip, me);
  const told = line.map(
    (held) => `${word(`hand.${held.hands}`)} ${clockTime(held.from)}, ${duration(held.to - held.from)}`,
  );
  return (
    <figure>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <div className="flex flex-col text-label text-ink2" aria-hidden="true">
          {RAILS.map((rail) => (
            <span key={rail} className="flex items-center" style={{ height: STEP }}>
              {word(`hand.${rail}`)}
            </span>
          ))}
        </div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t("hands.told", { line: list(told) })}
          className="mirrored w-full overflow-visible"
          style={{ height: HEIGHT }}
          fill="none"
        >
          {RAILS.map((rail) => (
            <path
              key={rail}
              d={`M0 ${railY(rail)}H${WIDTH}`}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {marks.map((mark) =>
            mark.kind === "chase" ? (
              <path
                key={`${mark.kind}${mark.at}`}
                d={`M${x(mark.at)} ${railY("client") - 8}v16`}
                className="stroke-late"
                strokeWidth="3"
                vectorEffect="non-scaling-stroke"
              />
            ) : (
              <path
                key={`${mark.kind}${mark.at}`}
                d={`M${x(mark.at)} 2V${HEIGHT - 2}`}
                className={mark.kind === "broken" ? "stroke-late" : "stroke-ink3"}
                strokeDasharray="4 3"
                strokeWidth="1.5"
                vectorEffect="non-scaling-stroke"
              />
            ),
          )}
          <path
            d={drawn(line, x)}
            className="stroke-ink"
            strokeWidth="2.5"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
          {isYours && (
            <path
              d={`M${x(line.at(-1)?.from ?? end)} ${railY("us")}H${WIDTH}`}
              className="stroke-hand-fill"
              strokeWidth="6"
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
        <span />
        <p className="flex justify-between text-label text-ink3" aria-hidden="true">
          <span>{column(new Date(first.from).toISOString(), now)}</span>
          <span>{end === now ? t("hands.until") : column(new Date(end).toISOString(), now)}</span>
        </p>
      </div>
      {marks.length > 0 && (
        <figcaption className="mt-1 text-label text-ink2">
          {list(marks.map((mark) => t(`hands.mark.${mark.kind}`, { time: clockTime(mark.at) })))}
        </figcaption>
      )}
    </figure>
  );
}

/** From rail to rail at the moment it passed on. */
function drawn(line: readonly Holding[], x: (at: number) => number): string {
  return line
    .map((held, place) => `${place === 0 ? "M" : "L"}${x(held.from)} ${railY(held.hands)}H${x(held.to)}`)
    .join("");
}
