import { useTranslation } from "react-i18next";
import type { MessageContent } from "../../../../shared/message.ts";
import { buttonClass } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { PlaceSketch } from "./place-sketch.tsx";
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
            <p className="aligned text-message font-semibold" dir="auto">
              {named}
            </p>
          )}
          {place.address && (
            <p
              className={cx("aligned", named ? "text-line text-ink2" : "text-message font-semibold")}
              dir="auto"
            >
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
