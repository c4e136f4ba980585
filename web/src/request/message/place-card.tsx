import { useTranslation } from "react-i18next";
import type { MessageContent } from "../../../../shared/message.ts";
import { buttonClass } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { sketchAround } from "./graticule.ts";
import { safeHref } from "./safe-href.ts";

type Place = NonNullable<MessageContent["location"]>;

const coordinates = ({ latitude, longitude }: Place): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

/** A shared place, drawn here and told in words. No map is fetched: where a client lives is nobody else's business. */
export function PlaceCard({ place }: { place: Place }) {
  const { t } = useTranslation("thread");
  const href = `https://www.google.com/maps/search/?api=1&query=${place.latitude},${place.longitude}`;
  const page = place.url ? safeHref(place.url) : null;
  const named = place.name ?? (place.address ? null : t("place.shared"));
  return (
    <div className="w-80 max-w-full">
      <PlaceSketch place={place} />
      <div className="mt-2.5 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-36 flex-1">
          {named && (
            <p className="text-message font-semibold" dir="auto">
              {named}
            </p>
          )}
          {place.address && (
            <p className={named ? "text-line text-ink2" : "text-message font-semibold"} dir="auto">
              {place.address}
            </p>
          )}
          <p className="mt-0.5 text-line text-ink2">
            <bdi dir="ltr">{coordinates(place)}</bdi>
          </p>
          {page && (
            <a
              href={page}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-line underline underline-offset-2 touch:inline-block touch:py-3"
            >
              {t("place.page")}
            </a>
          )}
        </div>
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonClass("plain", "small", "shrink-0")}
        >
          {t("place.open")}
        </a>
      </div>
    </div>
  );
}

const SIZE = { width: 320, height: 116 };
const MIDDLE = { x: SIZE.width / 2, y: SIZE.height / 2 };

/** North is up and east to the right in every script. */
function PlaceSketch({ place }: { place: Place }) {
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
