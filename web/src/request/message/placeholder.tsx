import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";

/** Law 3: what cannot be shown is still seen, with its kind and the reason. */
export function Placeholder({ message }: { message: Message }) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation();
  const { code, type } = message.content.why ?? {};
  return (
    <div className="rounded-strip border border-dashed border-line2 px-3 py-2 text-line text-ink2">
      <p className="font-medium text-ink">{word(`message.${message.kind}`)}</p>
      <p>{t("placeholder.why")}</p>
      {(type || code !== undefined) && (
        <p className="text-label text-ink3">
          <bdi dir="ltr">{[type, code].filter((part) => part !== undefined).join(" ")}</bdi>
        </p>
      )}
    </div>
  );
}
