import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { AlertGlyph } from "../../ui/glyphs.tsx";
import { AgainStep, UnknownSteps } from "./delivery-steps.tsx";
import { failureOf } from "./failure.ts";

/** A reaction of ours that did not arrive, or nobody knows; the same sign twice does no harm. */
export function ReactionLine({ reactions }: { reactions: Message["reactions"] }) {
  const { t } = useTranslation("thread");
  const ours = reactions.find(({ isOurs }) => isOurs);
  const send = ours?.send;
  if (!ours || (send?.state !== "failed" && send?.state !== "unknown")) return null;
  const { emoji } = ours;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className="flex items-start gap-1.5 text-line font-semibold text-late">
        <AlertGlyph className="mt-0.5" />
        <span>
          {t(`reaction.${send.state}`, { emoji })}
          {send.state === "failed" && send.errorCode !== null && (
            <span className="block text-label font-normal text-ink2">
              {t(`failed.${failureOf(send.errorCode)}`)} {t("failed.code", { code: String(send.errorCode) })}
            </span>
          )}
        </span>
      </p>
      {send.state === "unknown" && <UnknownSteps messageId={send.messageId} mayDouble={false} />}
      {send.state === "failed" && <AgainStep messageId={send.messageId} />}
    </div>
  );
}
