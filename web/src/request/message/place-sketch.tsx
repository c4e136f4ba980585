import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/format.ts";
import { sketchAround } from "./graticule.ts";

type Place = { latitude: number; longitude: number };

const SIZE = { width: 320, height: 116 };
const MIDDLE = { x: SIZE.width / 2, y: SIZE.height / 2 };

/** North is up and east to the right in every script. */
export function PlaceSketch({ place }: { place: Place }) {
  const { t } = useTranslation("thread");
  const { number } = useFormat();
  const { meridians, parallels, scale } = sketchAround(place, SIZE);
  const end = { x: SIZE.width - 12, y: SIZE.height - 12 };
  return (
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={t("place.sketch")}
      direction="ltr"
      className="block w-full rounded-strip bg-sunk group-has-data-sunk/said:bg-panel"
    >
      <g className="stroke-line" strokeWidth="1">
        {meridians.map(({ at, degrees }) => (
          <path key={degrees} d={`M${at} 0V${SIZE.height}`} />
        ))}
        {parallels.map(({ at, degrees }) => (
          <path key={degrees} d={`M0 ${at}H${SIZE.width}`} />
        ))}
      </g>
      {[1, 2].map((ring) => (
        <circle
          key={ring}
          cx={MIDDLE.x}
          cy={MIDDLE.y}
          r={(scale.length * ring) / 1.6}
          className="fill-none stroke-line2"
          strokeWidth="1"
          strokeDasharray="2 4"
        />
      ))}
      <g className="fill-strip stroke-ink" strokeWidth="1.8" strokeLinejoin="round">
        <path
          transform={`translate(${MIDDLE.x - 10} ${MIDDLE.y - 24})`}
          d="M10 24S2 15.6 2 9.6a8 8 0 0 1 16 0C18 15.6 10 24 10 24Z"
        />
        <circle cx={MIDDLE.x} cy={MIDDLE.y - 14.4} r="2.6" className="fill-ink stroke-none" />
      </g>
      <path
        d={`M${end.x - scale.length} ${end.y - 4}v4h${scale.length}v-4`}
        className="fill-none stroke-ink2"
        strokeWidth="1.2"
      />
      <text x={end.x} y={end.y - 8} textAnchor="end" className="fill-ink2 text-label">
        {t("place.metres", { n: number(scale.metres) })}
      </text>
      <text x="12" y="20" className="fill-ink2 text-label font-medium">
        N
      </text>
      <path d="M16 28v12m-3-8.5 3-3.5 3 3.5" className="fill-none stroke-ink2" strokeWidth="1.2" />
    </svg>
  );
}
