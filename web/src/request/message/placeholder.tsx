import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { unseenReason } from "./unseen-reason.ts";

/** Law 3: what cannot be shown is still seen: what it is, why it is not here, and what to ask for. */
export function Placeholder({ message }: { message: Message }) {
  const { t } = useTranslation("thread");
  const { t: word } = useTranslation();
  const { kind, why, remedy } = unseenReason(message);
  return (
    <div className="max-w-120 rounded-strip border border-dashed border-line2 px-3.5 py-2.5 text-body text-ink2">
      <p className="font-semibold text-ink">
        {kind ? t(`unseen.kind.${kind}`) : word(`message.${message.kind}`)}
      </p>
      <p>{t(`unseen.why.${why}`)}</p>
      {remedy && <p className="mt-1 text-ink">{t(`unseen.do.${remedy}`)}</p>}
    </div>
  );
}
