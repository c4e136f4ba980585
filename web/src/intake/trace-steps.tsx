import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { Step, StepFact } from "../../../shared/api/intake.ts";
import { requestRef } from "../../../shared/request.ts";
import { useList } from "../request/use-list.ts";
import { cx } from "../ui/class-names.ts";
import { StepMark } from "./step-mark.tsx";
import { useStepTimes } from "./step-times.ts";
import { useStepWords } from "./step-words.ts";

/** From top to bottom as it happened: time at the start, the rail, what happened, and how long after the step before. */
export function TraceSteps({ steps, messageId }: { steps: readonly Step[]; messageId: number | null }) {
  const { t } = useTranslation("intake");
  const { clock, day, span } = useStepTimes();
  return (
    <ol
      aria-label={t("trace.steps")}
      className="relative before:absolute before:inset-y-2 before:start-[4.9375rem] before:w-px before:bg-line"
    >
      {steps.map((step, index) => {
        const before = steps[index - 1];
        const isNewDay = !before || day(before.at) !== day(step.at);
        return (
          <Fragment key={index}>
            {isNewDay && (
              <li className="on-strip relative z-10 py-1 text-label font-medium text-ink3">{day(step.at)}</li>
            )}
            <li className="grid grid-cols-[4.125rem_1.25rem_minmax(0,1fr)_auto] items-start gap-x-1 py-1.5 max-sm:grid-cols-[4.125rem_1.25rem_minmax(0,1fr)]">
              <time dateTime={step.at} className="pt-px text-end text-line leading-5 text-ink2">
                {clock(step.at)}
              </time>
              <span className="relative z-10 flex h-5 items-center justify-center">
                <span className="flex bg-(--surface) py-1">
                  <StepMark fact={step.fact} />
                </span>
              </span>
              <StepLine fact={step.fact} messageId={messageId} at={step.at} />
              <span className="ps-3 text-label leading-5 whitespace-nowrap text-ink3 max-sm:col-start-3 max-sm:ps-1.5">
                {step.byWhatsapp
                  ? t("trace.byWhatsapp")
                  : step.afterMs !== null && t("trace.after", { time: span(step.afterMs) })}
              </span>
            </li>
          </Fragment>
        );
      })}
    </ol>
  );
}

const isBad = (fact: StepFact): boolean =>
  fact.code === "dead" ||
  (fact.code === "replayed" && fact.outcome === "dead") ||
  (fact.code === "media" && fact.state === "failed") ||
  (fact.code === "answered" && fact.state !== "accepted") ||
  (fact.code === "status" && fact.status === "failed");

function StepLine({ fact, messageId, at }: { fact: StepFact; messageId: number | null; at: string }) {
  const words = useStepWords();
  const list = useList();
  const { head, more } = words(fact, at);
  return (
    <p className="min-w-0 ps-1.5 leading-5">
      <span className={cx("font-medium", isBad(fact) && "text-late")}>{head}</span>
      {more.length > 0 && <span className="text-line text-ink2"> {list(more)}</span>}{" "}
      <Elsewhere fact={fact} messageId={messageId} />
    </p>
  );
}

const LINK =
  "text-line underline decoration-line2 underline-offset-3 hover:decoration-ink touch:inline-flex touch:min-h-11 touch:items-center";

/** Where one may go on from a step: its request, its message, the delivery that brought it. */
function Elsewhere({ fact, messageId }: { fact: StepFact; messageId: number | null }) {
  const { t } = useTranslation("intake");
  const requestId = "requestId" in fact ? fact.requestId : null;
  const message = "messageId" in fact && fact.messageId !== messageId ? fact.messageId : null;
  const isOwn =
    fact.code === "received" || fact.code === "recorded" || fact.code === "dead" || fact.code === "replayed";
  const delivery = "deliveryId" in fact && !isOwn ? fact.deliveryId : null;
  return (
    <>
      {requestId !== null && (
        <Link to="/requests/$id" params={{ id: String(requestId) }} className={LINK}>
          <bdi>{requestRef(requestId)}</bdi>
        </Link>
      )}
      {message !== null && (
        <Link to="/settings/intake" search={{ trace: `message:${message}` }} className={LINK}>
          {t("trace.toMessage", { id: String(message) })}
        </Link>
      )}
      {delivery !== null && (
        <Link to="/settings/intake" search={{ trace: `delivery:${delivery}` }} className={LINK}>
          {t("trace.toDelivery", { id: String(delivery) })}
        </Link>
      )}
    </>
  );
}
