import { useTranslation } from "react-i18next";
import { TemplatePicker } from "../../../templates/template-picker.tsx";
import { CrossGlyph } from "../../../ui/glyphs.tsx";
import type { MakerProps } from "./maker.tsx";

/** A template while the window is open: it costs by its category, but it looks as it was agreed. */
export function TemplateMaker({
  conversationId,
  requestId,
  numberId,
  reply,
  isOnline,
  onClose,
  onTaken,
}: MakerProps) {
  const { t } = useTranslation("composer");
  return (
    <section
      aria-label={t("template")}
      className="flex flex-col gap-2"
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onClose()}
    >
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-title font-semibold">{t("template")}</h2>
        <button
          type="button"
          onClick={onClose}
          aria-label={t("cancel")}
          className="-me-1.5 inline-flex size-8 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
        >
          <CrossGlyph />
        </button>
      </div>
      <div className="-m-1 max-h-[min(28rem,52dvh)] max-sm:max-h-[34dvh] overflow-y-auto p-1">
        <TemplatePicker
          conversationId={conversationId}
          requestId={requestId}
          numberId={numberId}
          isBusy={reply.isSending || !isOnline}
          onChoose={(message) => void reply.sendOne(message).then((isTaken) => isTaken && onTaken())}
        />
      </div>
    </section>
  );
}
