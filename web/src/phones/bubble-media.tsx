import { useTranslation } from "react-i18next";
import { sketchAround } from "../request/message/graticule.ts";
import { Avatar } from "../ui/avatar.tsx";
import { FileSign } from "./phone-glyphs.tsx";
import { PhoneVoice } from "./phone-voice.tsx";
import type { PhoneMedia, PhoneMessage } from "./shapes.ts";
import { mediaAddress } from "./simulator.ts";

const MAP = { width: 260, height: 110 };

/** What a message holds besides words. */
export function BubbleMedia({ message, onPlayed }: { message: PhoneMessage; onPlayed: () => void }) {
  const { media, location, contacts } = message;
  if (media) return <FilePart media={media} onPlayed={onPlayed} />;
  if (location) return <PlacePart place={location} />;
  if (contacts.length > 0)
    return (
      <ul className="flex flex-col gap-2">
        {contacts.map((card) => (
          <li key={card.name + card.phones.join()} className="flex items-center gap-2.5">
            <Avatar name={card.name} className="size-9 border border-line2" />
            <span className="min-w-0">
              <bdi className="block truncate font-semibold">{card.name}</bdi>
              <bdi dir="ltr" className="block text-line text-ink2">
                {card.phones.join(", ")}
              </bdi>
            </span>
          </li>
        ))}
      </ul>
    );
  return null;
}

function FilePart({ media, onPlayed }: { media: PhoneMedia; onPlayed: () => void }) {
  const { t } = useTranslation("phones");
  const src = mediaAddress(media.url);
  if (media.mime.startsWith("image/"))
    return (
      <a href={src} target="_blank" rel="noreferrer" className="-mx-2 block">
        <img src={src} alt={t("photo")} className="max-h-56 w-full rounded-[6px] object-cover" />
      </a>
    );
  if (media.mime.startsWith("video/"))
    return (
      // biome-ignore lint/a11y/useMediaCaption: a film of a person's own; its words are not known to us
      <video
        controls
        preload="metadata"
        src={src}
        aria-label={t("film")}
        className="-mx-2 max-h-56 rounded-[6px] bg-sunk"
      />
    );
  if (media.mime.startsWith("audio/"))
    return <PhoneVoice src={src} mime={media.mime} isVoice={media.voice} onPlayed={onPlayed} />;
  return (
    <a
      href={src}
      target="_blank"
      rel="noreferrer"
      className="flex items-center gap-2.5 rounded-control border border-line px-2.5 py-2 hover:border-line2"
    >
      <FileSign />
      <span className="min-w-0">
        <bdi className="block truncate font-medium">{media.filename ?? t("document")}</bdi>
        <span className="block text-label text-ink2">
          <bdi>{nameOf(media)}</bdi>
        </span>
      </span>
    </a>
  );
}

function nameOf({ mime, bytes }: PhoneMedia): string {
  const kind = mime.split("/")[1]?.split(/[;+]/)[0]?.toUpperCase() ?? mime;
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return bytes > 0 ? `${kind}, ${size}` : kind;
}

/** Drawn here: no map is fetched. North is up in every script. */
function PlacePart({ place }: { place: NonNullable<PhoneMessage["location"]> }) {
  const { t } = useTranslation("phones");
  const { meridians, parallels } = sketchAround(place, MAP);
  return (
    <div>
      <svg
        viewBox={`0 0 ${MAP.width} ${MAP.height}`}
        role="img"
        aria-label={t("place.title")}
        direction="ltr"
        className="-mx-2 mb-1.5 block w-[calc(100%+1rem)] rounded-[6px] bg-sunk stroke-line2/50 in-data-own:bg-panel"
      >
        {meridians.map(({ at }) => (
          <path key={`m${at}`} d={`M${at} 0V${MAP.height}`} />
        ))}
        {parallels.map(({ at }) => (
          <path key={`p${at}`} d={`M0 ${at}H${MAP.width}`} />
        ))}
        <path
          transform={`translate(${MAP.width / 2 - 10} ${MAP.height / 2 - 24})`}
          className="fill-strip stroke-ink"
          strokeWidth="1.8"
          d="M10 24S2 15.6 2 9.6a8 8 0 0 1 16 0C18 15.6 10 24 10 24Z"
        />
      </svg>
      <p className="font-semibold" dir="auto">
        {place.name ?? t("place.title")}
      </p>
      <p className="text-line text-ink2" dir="auto">
        {place.address ?? `${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`}
      </p>
    </div>
  );
}
