import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { Film } from "./film.tsx";
import { MediaMissing } from "./media-missing.tsx";
import { PhotoViewer } from "./photo-viewer.tsx";

const isPhoto = (message: Message): boolean => message.kind === "image" || message.kind === "sticker";

/** The first of three or more stands large at the start; an album of ten still ends within the item. */
function cell(count: number, place: number): string {
  if (count === 1) return "col-span-3 row-span-2";
  if (count === 2) return place === 0 ? "col-span-2 row-span-2" : "row-span-2";
  return place === 0 ? "col-span-2 row-span-2" : "";
}

/** Photos and films of one burst as one grid; a press shows one of them whole. */
export function PhotoGrid({ photos, isLarge }: { photos: readonly Message[]; isLarge?: boolean }) {
  const [shown, setShown] = useState<Message | null>(null);
  const { t } = useTranslation("request");
  const { clockTime } = useFormat();
  const missing = photos.filter((photo) => !photo.media?.url);
  const there = photos.filter((photo) => photo.media?.url);
  const name = (photo: Message) => t("photo.named", { time: clockTime(photo.saidAt) });
  return (
    <>
      {there.length > 0 && (
        <ul
          className={cx(
            "grid grid-cols-3 gap-1.5",
            isLarge ? "auto-rows-[clamp(4.5rem,14vh,8.25rem)]" : "max-w-[26rem] auto-rows-[5.5rem]",
          )}
        >
          {there.map((photo, place) => (
            <li key={photo.id} className={cell(there.length, place)}>
              {isPhoto(photo) ? (
                <Photo photo={photo} name={name(photo)} onPress={() => setShown(photo)} />
              ) : (
                <Film url={photo.media?.url ?? ""} name={name(photo)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <MediaMissing messages={missing} />}
      {shown && <PhotoViewer photos={there.filter(isPhoto)} shown={shown} nameOf={name} onShow={setShown} />}
    </>
  );
}

/** Small as it stands here; whole once somebody presses it. A sticker stands free, as its maker cut it out. */
function Photo({ photo, name, onPress }: { photo: Message; name: string; onPress: () => void }) {
  const url = photo.media?.url ?? "";
  const isSticker = photo.kind === "sticker";
  return (
    <button
      type="button"
      onClick={onPress}
      className={cx(
        "block size-full cursor-zoom-in overflow-hidden rounded-strip",
        isSticker ? "max-w-44" : "bg-sunk",
      )}
    >
      <img
        src={photo.media?.thumbnailUrl ?? url}
        alt={photo.text ?? name}
        className={cx("size-full", isSticker ? "object-contain" : "object-cover")}
        loading="lazy"
        decoding="async"
        // A restored machine may have the photo without its small one.
        onError={({ currentTarget }) => {
          if (currentTarget.src.endsWith("/thumbnail")) currentTarget.src = url;
        }}
      />
    </button>
  );
}
