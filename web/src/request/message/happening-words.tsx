import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { isolated } from "../event-words.tsx";
import { useList } from "../use-list.ts";
import { isMissedCall } from "./happening-facts.ts";
import { useClock } from "./sound-length.ts";
import { useGroupWords } from "./use-group-words.ts";

/** A line that tells of something: a call, a change of a number, a group's coming and going. */
export function HappeningWords({ message }: { message: Message }) {
  const words = useWords(message);
  const details = useDetails(message);
  return (
    <div className="min-w-0 max-w-140 text-body text-ink2">
      <p className={isMissedCall(message) ? "font-semibold text-late" : "text-ink"}>{words}</p>
      {details.map((detail) => (
        <p key={detail} dir="auto">
          {detail}
        </p>
      ))}
    </div>
  );
}

function useWords(message: Message): string {
  const { t } = useTranslation("thread");
  const callWords = useCallWords();
  const handover = useHandoverWords();
  const groupWords = useGroupWords();
  const name = isolated(message.author ?? t("group.somebody"));
  const type = message.content.why?.type;
  if (message.kind === "call") return callWords(message, name);
  if (message.kind === "request_welcome") return t("system.welcome", { name });
  if (message.kind === "system") {
    if (type === "user_changed_number") return t("system.number", { name });
    if (type === "user_changed_user_id") return t("system.id", { name });
    if (type === "customer_identity_changed") return t("system.security", { name });
    return t("system.other");
  }
  if (type === "marketing_stop") return t("marketing.stop", { name });
  if (type === "marketing_resume") return t("marketing.resume", { name });
  if (message.content.group) return groupWords(message.content.group, type, message.author);
  return handover(message.content.handover);
}

/** What stands below: WhatsApp's own words, what was said at a hand-over, what was refused. */
function useDetails(message: Message): string[] {
  const { t } = useTranslation("thread");
  const list = useList();
  const { handover, group } = message.content;
  // Of a security code WhatsApp says no more than we do.
  if (message.kind === "system")
    return message.text && message.content.why?.type !== "customer_identity_changed" ? [message.text] : [];
  const said = [handover?.note && `“${handover.note}”`, handover?.summary, group?.description];
  const refused = group?.refused
    ?.map((part) =>
      part === "subject" || part === "description" || part === "picture"
        ? t(`group.refusedParts.${part}`)
        : null,
    )
    .filter((part) => part !== null);
  if (refused && refused.length > 0) said.push(t("group.refused", { what: list(refused) }));
  return said.filter((detail): detail is string => detail !== undefined && detail !== "");
}

function useCallWords(): (message: Message, name: string) => string {
  const { t } = useTranslation("thread");
  const lengthOf = useClock();
  return (message, name) => {
    const { call, why } = message.content;
    const isOver = why?.type === "terminate";
    const length = call?.seconds ? lengthOf(call.seconds) : null;
    if (call?.isOurs ?? message.side === "staff") {
      if (length) return t("call.outAnswered", { length });
      if (call?.outcome === "rejected") return t("call.outDeclined");
      if (call?.outcome === "ringing") return t("call.outRinging");
      return t(isOver ? "call.outMissed" : "call.out");
    }
    if (length) return t("call.answered", { name, length });
    return t(isMissedCall(message) ? "call.missed" : "call.in", { name });
  };
}

function useHandoverWords(): (handover: Message["content"]["handover"]) => string {
  const { t } = useTranslation("thread");
  const role = (given: string): string => {
    if (/ai|agent|bot/.test(given) && !/human/.test(given)) return t("handover.roles.agent");
    return t(/escalation|human|business|inbox/.test(given) ? "handover.roles.us" : "handover.roles.app");
  };
  return (handover) => {
    if (!handover?.to) return t("handover.other");
    const to = role(handover.to);
    return handover.from
      ? t("handover.passed", { from: role(handover.from), to })
      : t("handover.passedTo", { to });
  };
}
