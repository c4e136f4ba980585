import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Connection } from "../../../shared/api/connecting.ts";
import { CONNECT_STEPS, type ConnectStep } from "../../../shared/connecting.ts";
import { useFailureWords } from "../ui/failure-words.ts";
import { announce } from "../ui/status-region.tsx";
import { ConnectNumber } from "./connect-number.tsx";
import { canLookAgain, shownChecks } from "./connect-shown.ts";
import { ConnectStepPanel } from "./connect-step.tsx";
import { ConnectTest } from "./connect-test.tsx";
import { ConnectToken } from "./connect-token.tsx";
import { ConnectWebhook } from "./connect-webhook.tsx";
import { useConnectAct, useConnectEnd } from "./use-connecting.ts";
import { useHeldFocus } from "./use-held-focus.ts";

/** Where at Meta each step's things are. */
const AT_META = {
  token: "https://business.facebook.com/settings/system-users",
  number: "https://business.facebook.com/wa/manage/phone-numbers/",
  webhook: "https://developers.facebook.com/apps/",
} as const;

/** The four steps, the first one not done open; one that is done can be looked at again. */
export function ConnectSteps({
  connection,
  graph,
  numberId,
  onBegun,
}: {
  connection: Connection | undefined;
  graph: { graphUrl: string; graphVersion: string };
  numberId: number | undefined;
  onBegun: (connection: Connection) => void;
}) {
  const { t } = useTranslation("connecting");
  const navigate = useNavigate();
  const failureWords = useFailureWords();
  const acting = useConnectAct(connection?.id, onBegun);
  const { finish } = useConnectEnd();
  const [opened, setOpened] = useState<ConnectStep | null>(null);
  const isDone = (step: ConnectStep) =>
    connection?.steps.some((each) => each.step === step && each.isDone) ?? false;
  const next = CONNECT_STEPS.find((step) => !isDone(step)) ?? "test";
  const open = opened ?? next;
  const act = acting.mutate;
  const isBusy = acting.isPending;
  const list = useHeldFocus(isBusy);
  const summaries: Record<ConnectStep, string> = {
    token: connection?.appName ? t("token.summary", { app: connection.appName }) : t("token.summaryPlain"),
    number: connection?.name ?? "",
    webhook: t("check.handshake_fine"),
    test: t("check.answer_fine"),
  };
  const leads: Record<ConnectStep, string> = {
    token: t("token.lead"),
    number: t("number.lead"),
    webhook: t("webhook.lead"),
    test: t("test.lead", { phone: `\u2066+${connection?.phone ?? ""}\u2069` }),
  };
  const end = () => {
    if (!connection) return;
    finish.mutate(connection.id, {
      onSuccess: () => {
        announce(t("test.finished"));
        void navigate({ to: "/settings/numbers" });
      },
    });
  };
  const bodyOf = (step: ConnectStep) => {
    if (step === "token") return <ConnectToken {...{ connection, graph, numberId, isBusy, act }} />;
    if (!connection) return null;
    if (step === "number") return <ConnectNumber {...{ connection, isBusy, act }} />;
    if (step === "webhook") return <ConnectWebhook {...{ connection, isBusy, act }} />;
    return <ConnectTest {...{ connection, isBusy, act }} onFinish={end} />;
  };
  return (
    <ol ref={list} className="flex flex-col gap-1.5">
      {CONNECT_STEPS.map((step, index) => (
        <ConnectStepPanel
          key={step}
          place={index + 1}
          title={t(`${step}.title`)}
          lead={leads[step]}
          meta={step === "test" ? null : { text: t(`${step}.meta`), href: AT_META[step] }}
          summary={summaries[step]}
          isDone={isDone(step)}
          isOpen={open === step}
          isReachable={isDone(step) || step === next}
          isBusy={isBusy && open === step}
          checks={connection ? shownChecks(step, connection) : []}
          error={open === step ? failureWords(acting.error ?? finish.error) : null}
          onOpen={() => setOpened(step)}
          onClose={opened === step && step !== next ? () => setOpened(null) : null}
          onCheck={connection && canLookAgain(step, connection) ? () => act({ kind: "check", step }) : null}
        >
          {bodyOf(step)}
        </ConnectStepPanel>
      ))}
    </ol>
  );
}
