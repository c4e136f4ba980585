import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { Button } from "../../ui/button.tsx";
import { AlertGlyph } from "../../ui/glyphs.tsx";

type Send = NonNullable<Message["send"]>;

/** WhatsApp's codes that a person can do something about; the rest share one sentence. */
const REMEDIES: Record<number, "window" | "notOnWhatsapp" | "tooFast" | "blocked" | "access"> = {
  131047: "window",
  131026: "notOnWhatsapp",
  131056: "tooFast",
  130429: "tooFast",
  80007: "tooFast",
  131031: "access",
  190: "access",
  131005: "access",
  131050: "blocked",
};

/** How far a message got, in a word; a failure is a sentence with what to do. */
export function DeliveryLine({
  message,
  send,
  onRewrite,
}: {
  message: Message;
  send: Send;
  onRewrite: (message: Message) => void;
}) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  if (send.state === "failed" || send.state === "unknown") {
    const remedy = send.state === "unknown" ? "unknown" : (REMEDIES[send.errorCode ?? 0] ?? "other");
    return (
      <div className="flex flex-col items-start gap-1.5">
        <p className="flex items-start gap-1.5 text-line font-semibold text-late">
          <AlertGlyph className="mt-0.5" />
          {t(`failed.${remedy}`)}
        </p>
        {send.state === "failed" && message.text && (
          <Button size="small" onClick={() => onRewrite(message)}>
            {t("failed.rewrite")}
          </Button>
        )}
      </div>
    );
  }
  return <p className="text-label text-ink3">{word(`send.${send.state}`)}</p>;
}
