import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFormat } from "../../ui/format.ts";
import { useKey } from "../../ui/use-key.ts";

type Props = {
  photos: readonly Message[];
  shown: Message;
  nameOf: (photo: Message) => string;
  onShow: (photo: Message | null) => void;
};

/** One photo whole, and from there to the ones beside it. */
export function PhotoViewer({ photos, shown, nameOf, onShow }: Props) {
  const { t, i18n } = useTranslation("media");
  const { number } = useFormat();
  const place = photos.findIndex(({ id }) => id === shown.id);
  const previous = photos[place - 1];
  const next = photos[place + 1];
  const isRtl = i18n.dir() === "rtl";
  const show = (photo: Message | undefined) => photo && onShow(photo);
  useKey("ArrowLeft", () => show(isRtl ? next : previous), { inDialog: true });
  useKey("ArrowRight", () => show(isRtl ? previous : next), { inDialog: true });
  return (
    <Dialog title={nameOf(shown)} onClose={() => onShow(null)} className="w-[min(64rem,calc(100vw-1.5rem))]">
      <img
        key={shown.id}
        src={shown.media?.url ?? ""}
        alt={shown.text ?? nameOf(shown)}
        // Seen at once, while the whole one comes.
        style={
          shown.media?.thumbnailUrl
            ? { background: `url(${shown.media.thumbnailUrl}) center / contain no-repeat` }
            : undefined
        }
        className="mx-auto max-h-[72dvh] max-w-full object-contain"
      />
      {photos.length > 1 && (
        <div className="mt-3 flex items-center justify-center gap-3">
          <Button size="small" disabled={!previous} onClick={() => show(previous)}>
            {t("photo.previous")}
          </Button>
          <span className="text-line text-ink2" role="status">
            {t("photo.place", { place: number(place + 1), count: photos.length })}
          </span>
          <Button size="small" disabled={!next} onClick={() => show(next)}>
            {t("photo.next")}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
