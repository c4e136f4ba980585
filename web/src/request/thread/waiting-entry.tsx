import { useTranslation } from "react-i18next";
import type { Waiting } from "../../../../shared/api/conversations.ts";
import { useFormat } from "../../ui/format.ts";
import { isolated } from "../event-words.tsx";
import { RailPoint } from "./rail.tsx";

const OURS = { reaction: "ourReaction", edit: "ourEdit", revoke: "ourRevoke" } as const;

/** Something said about a message that has not arrived: it leaves when that message comes. */
export function WaitingEntry({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation("thread");
  const { clockTime } = useFormat();
  const { kind, at, by, isOurs } = waiting;
  const emoji = waiting.emoji ?? "";
  return (
    <RailPoint time={<time dateTime={at}>{clockTime(at)}</time>} mark={<WaitingMark />}>
      <p className="text-body text-ink2">
        {isOurs
          ? t(`waiting.${OURS[kind]}`, { emoji })
          : t(`waiting.${kind}`, { name: isolated(by ?? t("group.somebody")), emoji })}
      </p>
    </RailPoint>
  );
}

const WaitingMark = () => (
  <svg viewBox="0 0 12 12" className="size-3 stroke-ink2" fill="none" strokeWidth="1.4" aria-hidden="true">
    <circle cx="6" cy="6" r="4.6" strokeDasharray="2 2.2" />
  </svg>
);
