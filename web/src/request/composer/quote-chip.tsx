import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { CrossGlyph } from "../../ui/glyphs.tsx";

/** The message that is being answered. */
export function QuoteChip({ message, onRemove }: { message: Message; onRemove?: () => void }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  return (
    <div className="flex items-start gap-2 border-s-2 border-line2 ps-2.5 text-line">
      <div className="min-w-0 flex-1">
        <bdi className="block font-semibold">{message.author}</bdi>
        <p className="truncate text-ink2" dir="auto">
          {message.text ?? word(`message.${message.kind}`)}
        </p>
      </div>
      <button
        type="button"
        onClick={onRemove}
        aria-label={t("quote.remove")}
        className="inline-flex size-8 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
      >
        <CrossGlyph />
      </button>
    </div>
  );
}
