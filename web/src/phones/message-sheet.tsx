import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { BinSign, CopySign, ForwardSign, PenSign, ReplySign } from "./phone-glyphs.tsx";
import type { PhoneMessage } from "./shapes.ts";
import { Sheet, SheetRow } from "./sheet.tsx";

const EMOJI = ["👍", "❤️", "😂", "😮", "😢", "🙏"] as const;

/** What can be done with one message: react, answer, pass on, take back. */
export function MessageSheet({
  message,
  now,
  onClose,
  onReact,
  onQuote,
  onForward,
  onEdit,
  onRevoke,
}: {
  message: PhoneMessage;
  now: number;
  onClose: () => void;
  onReact: (emoji: string) => void;
  onQuote: () => void;
  onForward: () => void;
  onEdit: () => void;
  onRevoke: () => void;
}) {
  const { t } = useTranslation("phones");
  const mine = message.reactions.find(({ from }) => from === "phone")?.emoji;
  const isStill = (until: string | null) => until !== null && Date.parse(until) > now;
  return (
    <Sheet title={t("menu.title")} onClose={onClose}>
      <fieldset className="mb-2 flex justify-between gap-1 rounded-full bg-sunk px-1.5 py-1">
        <legend className="sr-only">{t("menu.react")}</legend>
        {EMOJI.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-pressed={mine === emoji}
            aria-label={mine === emoji ? t("menu.unreact", { emoji }) : t("menu.reactWith", { emoji })}
            onClick={() => onReact(mine === emoji ? "" : emoji)}
            className={cx(
              "inline-flex size-11 items-center justify-center rounded-full text-[1.375rem] hover:bg-strip",
              mine === emoji && "on-strip outline-2 outline-line2",
            )}
          >
            {emoji}
          </button>
        ))}
      </fieldset>
      <SheetRow mark={<ReplySign />} text={t("menu.reply")} onPress={onQuote} />
      <SheetRow mark={<ForwardSign />} text={t("menu.forward")} onPress={onForward} />
      {message.text && (
        <SheetRow
          mark={<CopySign />}
          text={t("menu.copy")}
          onPress={() => {
            void navigator.clipboard.writeText(message.text ?? "");
            onClose();
          }}
        />
      )}
      {isStill(message.editableUntil) && (
        <SheetRow mark={<PenSign />} text={t("menu.edit")} onPress={onEdit} />
      )}
      {isStill(message.revocableUntil) && (
        <SheetRow mark={<BinSign />} text={t("menu.revoke")} isLate onPress={onRevoke} />
      )}
    </Sheet>
  );
}
