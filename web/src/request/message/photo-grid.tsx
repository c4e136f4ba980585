import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { cx } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormat } from "../../ui/format.ts";
import { MediaMissing } from "./media-missing.tsx";

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
                <button
                  type="button"
                  onClick={() => setShown(photo)}
                  className="block size-full cursor-zoom-in overflow-hidden rounded-strip bg-sunk"
                >
                  <img
                    src={photo.media?.url ?? ""}
                    alt={photo.text ?? name(photo)}
                    className={cx("size-full", photo.kind === "sticker" ? "object-contain" : "object-cover")}
                    loading="lazy"
                    decoding="async"
                  />
                </button>
              ) : (
                // biome-ignore lint/a11y/useMediaCaption: a client's film has none
                <video
                  src={photo.media?.url ?? ""}
                  controls
                  preload="metadata"
                  aria-label={name(photo)}
                  className="size-full rounded-strip bg-sunk object-cover"
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {missing.map((photo) => (
        <MediaMissing key={photo.id} message={photo} />
      ))}
      {shown && (
        <Dialog
          title={name(shown)}
          onClose={() => setShown(null)}
          className="w-[min(64rem,calc(100vw-1.5rem))]"
        >
          <img
            src={shown.media?.url ?? ""}
            alt={shown.text ?? name(shown)}
            className="mx-auto max-h-[75dvh] max-w-full object-contain"
          />
        </Dialog>
      )}
    </>
  );
}
