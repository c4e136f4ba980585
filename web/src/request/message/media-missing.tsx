import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";

/** A file that is not here (yet): what it is, and why it cannot be shown. */
export function MediaMissing({ message }: { message: Message }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  return (
    <p className="rounded-strip border border-dashed border-line2 px-3 py-2 text-line text-ink2">
      <span className="font-medium text-ink">{word(`message.${message.kind}`)}</span>{" "}
      {t(message.media?.state === "failed" ? "media.failed" : "media.waiting")}
    </p>
  );
}
