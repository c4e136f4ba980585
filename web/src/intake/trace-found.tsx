import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../../shared/api/intake.ts";
import { requestRef } from "../../../shared/request.ts";
import { useList } from "../request/use-list.ts";
import { TraceSteps } from "./trace-steps.tsx";
import { useSize } from "./use-size.ts";

const LINK =
  "inline-flex items-center underline decoration-line2 underline-offset-3 hover:decoration-ink touch:min-h-11";

/** What was found: which message or delivery it is and where it stands now, then its steps. */
export function TraceFound({ trace }: { trace: Trace }) {
  const { t } = useTranslation(["intake", "domain"]);
  const list = useList();
  const size = useSize();
  const { delivery, messages, goneDeliveryId, leftOut, steps } = trace;
  const received = steps.some(({ fact }) => fact.code === "written" || fact.code === "known");
  const [message] = messages;
  const isOne = messages.length === 1 && message !== undefined && received;
  const title = isOne
    ? t("trace.message", { id: String(message.id) })
    : delivery
      ? t("trace.delivery", { id: String(delivery.id) })
      : goneDeliveryId
        ? t("trace.delivery", { id: String(goneDeliveryId) })
        : t("trace.missing");
  const requestIds = isOne ? message.requestIds : [];
  const facts = isOne
    ? [
        t(`domain:message.${message.kind}`),
        ...(message.sendState ? [t(`domain:send.${message.sendState}`)] : []),
        ...(message.triage === "waiting" ? [t("trace.waitsInTray")] : []),
      ]
    : delivery
      ? [
          ...(delivery.bytes === null ? [] : [size(delivery.bytes)]),
          ...(delivery.outcome === "recorded" ? [t("trace.held", { count: messages.length })] : []),
        ]
      : [];
  return (
    <div className="on-strip flex flex-col gap-3 rounded-panel px-4 py-4 shadow-1 max-sm:px-3">
      <div className="flex flex-col gap-0.5">
        <h3 className="text-title font-semibold">{title}</h3>
        {facts.length > 0 && <p className="text-line text-ink2">{list(facts)}</p>}
        {requestIds.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-line">
            {requestIds.map((id) => (
              <Link key={id} to="/requests/$id" params={{ id: String(id) }} className={LINK}>
                <bdi>{requestRef(id)}</bdi>
              </Link>
            ))}
          </p>
        )}
        {!delivery && messages.length === 0 && (
          <p className="text-line text-ink2">{t("trace.missingText")}</p>
        )}
      </div>
      <TraceSteps steps={steps} messageId={isOne ? message.id : null} />
      {goneDeliveryId !== null && (
        <p className="text-line text-ink2">{t("trace.gone", { id: String(goneDeliveryId) })}</p>
      )}
      {leftOut > 0 && <p className="text-line text-ink2">{t("trace.leftOut", { count: leftOut })}</p>}
    </div>
  );
}
