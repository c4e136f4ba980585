import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { cx } from "../../ui/class-names.ts";

type Quoted = NonNullable<Message["quotes"]>;

/** What a message answers: its words or its kind, a press goes there; or that it is not here yet. */
export function Quote({ quoted, onJump }: { quoted: Quoted; onJump: (messageId: number) => void }) {
  const { t } = useTranslation("thread");
  const { t: word } = useTranslation();
  const { messageId } = quoted;
  if (messageId === null)
    return (
      <p className="mb-2 border-s-2 border-dashed border-line2 ps-2.5 text-line text-ink2">
        {t("quote.missing")}
      </p>
    );
  const author = quoted.isOurs ? t("quote.us") : quoted.author;
  const words = quoted.isRevoked
    ? t("quote.revoked")
    : (quoted.text ?? (quoted.kind ? word(`message.${quoted.kind}`) : ""));
  return (
    <button
      type="button"
      onClick={() => onJump(messageId)}
      title={t("quote.jump")}
      className="mb-2 block w-full border-s-2 border-line2 ps-2.5 text-start text-line text-ink2 hover:border-ink hover:text-ink touch:min-h-11"
    >
      <span className="sr-only">{t("quote.jump")}: </span>
      {author && <bdi className="block font-medium">{author}</bdi>}
      <span className={cx("line-clamp-2", quoted.text === null && "italic")} dir="auto">
        {words}
      </span>
    </button>
  );
}
