import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { SETTLEMENTS, type Settlement, sendingApi } from "../../../../shared/api/sending.ts";
import { call } from "../../api/call.ts";
import { useConnection } from "../../live.ts";
import { Button, buttonClass } from "../../ui/button.tsx";
import { useReason } from "../use-reason.ts";
import { showMessage } from "../use-thread.ts";
import { failureOf, type Step, stepsFor } from "./failure.ts";

export type Repair = {
  /** Its words go back into the composer. */
  onRewrite: (message: Message) => void;
  onTemplate: () => void;
};

function useSettle(messageId: number) {
  return useMutation({
    mutationFn: (as: Settlement) =>
      call(sendingApi.settleMessage, { params: { id: messageId }, body: { as } }),
    onSuccess: showMessage,
  });
}

/** What can be done about one that was not delivered, the likeliest first. */
export function FailedSteps({
  message,
  code,
  ...repair
}: Repair & { message: Message; code: number | null }) {
  const settle = useSettle(message.id);
  const steps = stepsFor(failureOf(code), message.kind === "text" && Boolean(message.text));
  if (steps.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {steps.map((step) => (
        <OneStep key={step} step={step} message={message} settle={settle} {...repair} />
      ))}
      <Refused error={settle.error} />
    </div>
  );
}

function OneStep({
  step,
  message,
  settle,
  onRewrite,
  onTemplate,
}: Repair & { step: Step; message: Message; settle: ReturnType<typeof useSettle> }) {
  const { t } = useTranslation("thread");
  const { isOnline } = useConnection();
  const text = t(`failed.step.${step}`);
  switch (step) {
    case "number":
      return (
        <Link to="/settings/numbers" className={buttonClass("plain", "small")}>
          {text}
        </Link>
      );
    case "contact":
      return (
        <Link to="/contacts" className={buttonClass("plain", "small")}>
          {text}
        </Link>
      );
    case "template":
      return (
        <Button size="small" onClick={onTemplate}>
          {text}
        </Button>
      );
    case "rewrite":
      return (
        <Button size="small" onClick={() => onRewrite(message)}>
          {text}
        </Button>
      );
    case "again":
      return (
        <Button size="small" disabled={!isOnline || settle.isPending} onClick={() => settle.mutate("again")}>
          {text}
        </Button>
      );
    default:
      return step satisfies never;
  }
}

/** Only a person can say what became of a message whose answer was never seen (law 7). */
export function UnknownSteps({ messageId, mayDouble = true }: { messageId: number; mayDouble?: boolean }) {
  const { t } = useTranslation("thread");
  const { isOnline } = useConnection();
  const settle = useSettle(messageId);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-2">
        {SETTLEMENTS.map((as) => (
          <Button
            key={as}
            size="small"
            kind={as === "given_up" ? "quiet" : "plain"}
            disabled={!isOnline || settle.isPending}
            onClick={() => settle.mutate(as)}
          >
            {t(`failed.settle.${as}`)}
          </Button>
        ))}
      </div>
      {mayDouble && <p className="text-label text-ink2">{t("failed.mayDouble")}</p>}
      <Refused error={settle.error} />
    </div>
  );
}

/** For what has no words to write again and no template to choose. */
export function AgainStep({ messageId }: { messageId: number }) {
  const { t } = useTranslation("thread");
  const { isOnline } = useConnection();
  const settle = useSettle(messageId);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" disabled={!isOnline || settle.isPending} onClick={() => settle.mutate("again")}>
        {t("failed.step.again")}
      </Button>
      <Refused error={settle.error} />
    </div>
  );
}

/** One that waits can still be held back. */
export function WaitingSteps({ message }: { message: Message }) {
  const { t } = useTranslation("thread");
  const settle = useSettle(message.id);
  return (
    <span className="flex flex-wrap items-center gap-2 text-label text-ink2">
      {t("failed.waits")}
      <button
        type="button"
        disabled={settle.isPending}
        onClick={() => settle.mutate("given_up")}
        className="underline underline-offset-2 hover:text-ink touch:min-h-11"
      >
        {t("failed.doNotSend")}
      </button>
      <Refused error={settle.error} />
    </span>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation("thread");
  const reasonOf = useReason();
  return (
    error !== null && (
      <p role="alert" className="w-full text-line text-late">
        {t("failed.notSettled")} {reasonOf(error)}
      </p>
    )
  );
}
