import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { AlertGlyph } from "../../ui/glyphs.tsx";
import { useNow } from "../../ui/now.ts";
import { useList } from "../use-list.ts";
import { FailedSteps, type Repair, UnknownSteps, WaitingSteps } from "./delivery-steps.tsx";
import { failureOf } from "./failure.ts";

type Send = NonNullable<Message["send"]>;
type Props = Repair & { message: Message; send: Send };

/** Ordinary sending is over sooner: what waits longer waits for a reason. */
const WAITS_MS = 30_000;

/** How far a message got, in a word; a failure is a sentence with what to do. */
export function DeliveryLine({ message, send, ...repair }: Props) {
  const { t } = useTranslation("thread");
  const now = useNow();
  const isLost = send.state === "failed" || send.state === "unknown";
  const remarks = useRemarks(send);
  if (send.state === "queued" && now - Date.parse(send.at) > WAITS_MS)
    return <WaitingSteps message={message} />;
  if (!isLost && send.remarks.length === 0) return <ReachLine send={send} />;
  return (
    <div className="flex flex-col items-start gap-1.5">
      {isLost ? (
        <p className="flex items-start gap-1.5 text-line font-semibold text-late">
          <AlertGlyph className="mt-0.5" />
          <span>
            {t(`failed.${send.state === "unknown" ? "unknown" : failureOf(send.errorCode)}`)}
            {send.errorCode !== null && (
              <span className="block text-label font-normal text-ink2">
                {t("failed.code", { code: String(send.errorCode) })}
              </span>
            )}
          </span>
        </p>
      ) : (
        <ReachLine send={send} />
      )}
      {remarks.map((remark) => (
        <p key={remark} className="flex items-start gap-1.5 text-line text-ink2">
          <AlertGlyph className="mt-0.5" />
          {remark}
        </p>
      ))}
      {send.state === "failed" && <FailedSteps message={message} code={send.errorCode} {...repair} />}
      {send.state === "unknown" && <UnknownSteps messageId={message.id} />}
    </div>
  );
}

/** In a group each member has it or not. */
function ReachLine({ send }: { send: Send }) {
  const { t } = useTranslation("thread");
  const { t: word } = useTranslation();
  const list = useList();
  const { group } = send;
  if (!group) return <p className="text-label text-ink2">{word(`send.${send.state}`)}</p>;
  const { of, read, delivered, failed } = group;
  const parts = [
    read > 0 ? t("group.read", { n: read, of }) : t("group.delivered", { n: delivered, of }),
    ...(read > 0 && delivered > read ? [t("group.delivered", { n: delivered, of })] : []),
    ...(failed > 0 ? [t("group.failed", { n: failed })] : []),
  ];
  return <p className="text-label text-ink2">{list(parts)}</p>;
}

function useRemarks({ remarks }: Send): string[] {
  const { t } = useTranslation("thread");
  return remarks.map(({ status }) =>
    status === "warning" || status === "deleted"
      ? t(`remark.${status}`)
      : t("remark.other", { status: status.replaceAll("_", " ") }),
  );
}
