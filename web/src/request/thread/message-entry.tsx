import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { WaitsOnMark } from "../../ui/waits-on-mark.tsx";
import { isolated } from "../event-words.tsx";
import { isSeen, MessageBody } from "../message/message-body.tsx";
import { useList } from "../use-list.ts";
import { DeliveryLine } from "./delivery-line.tsx";
import { RailPoint } from "./rail.tsx";

const MARKS = { client: "client", worker: "worker", staff: "us", bot: "us", system: "nobody" } as const;

/** Who speaks is said by mark and name, not by a side of the screen: both may write right to left. */
const GROUNDS: Record<Message["side"], string> = {
  client: "on-strip shadow-1",
  worker: "on-panel border border-line",
  staff: "bg-sunk",
  bot: "bg-sunk",
  system: "border border-line",
};

type Props = {
  message: Message;
  /** Said in one breath with the one before: the name need not stand again. */
  continues: boolean;
  onQuote: (message: Message) => void;
  onRewrite: (message: Message) => void;
};

export function MessageEntry({ message, continues, onQuote, onRewrite }: Props) {
  const { t } = useTranslation("request");
  const { clockTime } = useFormat();
  const isUnseen = ["unsupported", "unknown", "media_placeholder"].includes(message.kind);
  const isPicture = isSeen(message) && !message.text && message.media?.url && !message.isRevoked;
  return (
    <RailPoint
      time={continues ? null : <time dateTime={message.saidAt}>{clockTime(message.saidAt)}</time>}
      mark={continues ? null : <WaitsOnMark holder={MARKS[message.side]} />}
    >
      <div className="group/said flex flex-col items-start gap-1" id={`message-${message.id}`}>
        {!continues && <AuthorLine message={message} />}
        <div
          className={cx(
            "max-w-140 min-w-0 rounded-strip",
            isPicture ? "w-full" : isUnseen ? "" : cx("px-3.5 py-2.5", GROUNDS[message.side]),
            message.send?.state === "failed" && "bg-late-soft!",
          )}
        >
          {message.quotes && <Quote text={message.quotes.text} />}
          <MessageBody message={message} />
        </div>
        <Below message={message} onRewrite={onRewrite} />
        {message.side === "client" && !message.isRevoked && (
          <button
            type="button"
            onClick={() => onQuote(message)}
            className="sr-only rounded-control text-label font-medium text-ink2 group-hover/said:not-sr-only group-focus-within/said:not-sr-only hover:text-ink touch:not-sr-only touch:min-h-11"
          >
            {t("quote.do")}
          </button>
        )}
      </div>
    </RailPoint>
  );
}

function AuthorLine({ message }: { message: Message }) {
  const { t } = useTranslation("request");
  const list = useList();
  const name = isolated(message.author ?? t("author.unknown"));
  const words = [
    name,
    ...(message.side === "staff" ? [] : [t(`author.${message.side}`)]),
    ...(message.fromPhone ? [t("author.fromPhone")] : []),
    ...(message.content.isForwarded ? [t("author.forwarded")] : []),
    ...(message.unsorted ? [t("author.unsorted")] : []),
  ];
  return <p className="text-label leading-5 text-ink2">{list(words)}</p>;
}

function Quote({ text }: { text: string | null }) {
  const { t } = useTranslation("request");
  return (
    <blockquote className="mb-2 border-s-2 border-line2 ps-2.5 text-line text-ink2">
      <p className="line-clamp-2" dir="auto">
        {text ?? t("quote.unseen")}
      </p>
    </blockquote>
  );
}

function Below({ message, onRewrite }: { message: Message; onRewrite: Props["onRewrite"] }) {
  const { t } = useTranslation("request");
  const list = useList();
  return (
    <>
      {(message.reactions.length > 0 || message.isEdited) && (
        <p className="text-label text-ink2">
          {list([
            ...message.reactions.map(({ emoji, by }) => (by ? `${emoji} ${isolated(by)}` : emoji)),
            ...(message.isEdited ? [t("message.edited")] : []),
          ])}
        </p>
      )}
      {message.send && <DeliveryLine message={message} send={message.send} onRewrite={onRewrite} />}
    </>
  );
}
