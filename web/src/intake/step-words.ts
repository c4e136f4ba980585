/** A step in the reader's language: what happened, and what is worth knowing beside it. */
import { useTranslation } from "react-i18next";
import type { StepFact } from "../../../shared/api/intake.ts";
import { isolated } from "../request/event-words.tsx";
import { useStepTimes } from "./step-times.ts";

export type StepWords = { head: string; more: string[] };

const SENDS = ["sent", "delivered", "read", "played", "failed"] as const;
const ROADS = ["echo", "history", "standby"] as const;

export function useStepWords(): (fact: StepFact, at: string) => StepWords {
  const { t } = useTranslation(["intake", "domain"]);
  const { span } = useStepTimes();
  const coded = (code: number | null): string[] =>
    code === null ? [] : [t("step.code", { code: String(code) })];
  const plain = (head: string, more: string[] = []): StepWords => ({ head, more });

  return (fact, at) => {
    switch (fact.code) {
      case "received": {
        const { times } = fact;
        const id = String(fact.deliveryId);
        return plain(times > 1 ? t("step.receivedTimes", { id, times }) : t("step.received", { id }));
      }
      case "recorded":
        return plain(t("step.recorded"));
      case "dead":
        return plain(t("step.dead"), [
          t(`why.${fact.why.code}`),
          ...(fact.why.detail ? [isolated(fact.why.detail)] : []),
        ]);
      case "replayed":
        return plain(
          fact.by
            ? t(`step.replayedBy.${fact.outcome}`, { name: isolated(fact.by) })
            : t(`step.replayed.${fact.outcome}`),
        );
      case "notice":
        return plain(t("step.notice"), [isolated(fact.field)]);
      case "person":
        return plain(t(`step.person.${fact.what}`));
      case "said":
        return plain(t(`step.said.${fact.side}`), [
          t(`domain:message.${fact.kind}`),
          ...(fact.fromPhone ? [t("step.onPhone")] : []),
        ]);
      case "written": {
        const road = ROADS.find((each) => each === fact.cameBy);
        return plain(
          t("step.written", { id: String(fact.conversationId) }),
          road ? [t(`step.cameBy.${road}`)] : [],
        );
      }
      case "known":
        return plain(t("step.known", { id: String(fact.messageId) }));
      case "parked":
        return plain(t(`step.parked.${fact.what}`), [
          fact.until
            ? t("step.waited", { time: span(Date.parse(fact.until) - Date.parse(at)) })
            : t("step.waits"),
        ]);
      case "status": {
        const known = SENDS.find((each) => each === fact.status);
        const status = known ? t(`domain:send.${known}`) : isolated(fact.status);
        return plain(t("step.status", { status }), coded(fact.errorCode));
      }
      case "reaction":
        return plain(t(fact.isTakenBack ? "step.reactionBack" : "step.reaction"));
      case "edit":
      case "revoke":
        return plain(t(`step.${fact.code}`));
      case "media":
        return plain(t(`step.media.${fact.state}`), [
          ...(fact.attempts > 1 ? [t("step.tries", { count: fact.attempts })] : []),
          ...(fact.reason ? [isolated(fact.reason)] : []),
        ]);
      case "queued":
        return plain(t("step.queued"));
      case "called":
        return plain(t("step.called"), fact.attempts > 1 ? [t("step.tries", { count: fact.attempts })] : []);
      case "answered":
        return plain(t(`step.answered.${fact.state}`), coded(fact.errorCode));
      case "sorted": {
        const decision = t(`domain:decided.${fact.decision}`);
        return plain(
          fact.by
            ? t("step.sortedBy", { name: isolated(fact.by), decision })
            : t("step.sorted", { decision }),
        );
      }
      case "unsorted":
        return plain(t("step.unsorted"));
      default:
        return fact satisfies never;
    }
  };
}
