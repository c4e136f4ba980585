import { useTranslation } from "react-i18next";
import type { MessageContent } from "../../../../shared/message.ts";
import { buttonClass } from "../../ui/button.tsx";

type Place = NonNullable<MessageContent["location"]>;

const coordinates = ({ latitude, longitude }: Place): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

/** A shared place in words and figures. No map is fetched: where a client lives is nobody else's business. */
export function PlaceCard({ place }: { place: Place }) {
  const { t } = useTranslation("request");
  const href = `https://www.google.com/maps/search/?api=1&query=${place.latitude},${place.longitude}`;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <PinGlyph />
      <div className="min-w-0 flex-1">
        <p className="text-title font-semibold" dir="auto">
          {place.name ?? t("place.shared")}
        </p>
        {place.address && (
          <p className="text-line text-ink2" dir="auto">
            {place.address}
          </p>
        )}
        <p className="text-line text-ink3">
          <bdi dir="ltr">{coordinates(place)}</bdi>
        </p>
      </div>
      <a href={href} target="_blank" rel="noopener noreferrer" className={buttonClass("plain", "small")}>
        {t("place.open")}
      </a>
    </div>
  );
}

const PinGlyph = () => (
  <svg
    viewBox="0 0 20 24"
    className="h-6 w-5 shrink-0 stroke-ink2"
    fill="none"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <path d="M10 22S2.2 14.4 2.2 9a7.8 7.8 0 0 1 15.6 0C17.8 14.4 10 22 10 22Z" strokeLinejoin="round" />
    <circle cx="10" cy="9" r="2.6" />
  </svg>
);
