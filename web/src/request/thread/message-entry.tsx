import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { WaitsOnMark } from "../../ui/waits-on-mark.tsx";
import { isolated } from "../event-words.tsx";
import { PickBox } from "../mend/pick-box.tsx";
import { usePicks } from "../mend/picking.ts";
import { isSeen, MessageBody } from "../message/message-body.tsx";
import type { Chosen } from "../message/sent-choices.tsx";
import { useList } from "../use-list.ts";
import { Actions } from "./actions.tsx";
import { Reactions, Versions } from "./below.tsx";
import { DeliveryLine } from "./delivery-line.tsx";
import type { Repair } from "./delivery-steps.tsx";
import { Quote } from "./quote.tsx";
import { RailPoint } from "./rail.tsx";
import { ReactionLine } from "./reaction-line.tsx";

const MARKS = { client: "client", worker: "worker", staff: "us", bot: "us", system: "nobody" } as const;

const OURS = "bg-sunk";
/** Who speaks is said by mark and name, not by a side of the screen: both may write right to left. */
const GROUNDS: Record<Message["side"], string> = {
  client: "on-strip shadow-1",
  worker: "on-panel border border-line",
  staff: OURS,
  bot: OURS,
  system: "border border-line",
};

type Props = Repair & {
  message: Message;
  /** What was chosen of it. */
  chosen: readonly Chosen[];
  /** Said in one breath with the one before: the name need not stand again. */
  continues: boolean;
  /** Somebody has just jumped to it. */
  isFound: boolean;
  onJump: (messageId: number) => void;
  onQuote: (message: Message) => void;
};

export function MessageEntry({ message, chosen, continues, isFound, onJump, onQuote, ...repair }: Props) {
  const { clockTime } = useFormat();
  const picks = usePicks();
  return (
    <RailPoint
      time={continues ? null : <time dateTime={message.saidAt}>{clockTime(message.saidAt)}</time>}
      mark={continues ? null : <WaitsOnMark holder={MARKS[message.side]} />}
    >
      <div
        className="group/said relative flex flex-col items-start gap-1 outline-none"
        id={`message-${message.id}`}
        tabIndex={-1}
        data-pick={picks.mayPick(message) ? message.id : undefined}
      >
        <PickBox message={message} continues={continues} />
        {!continues && <AuthorLine message={message} />}
        <div
          data-sunk={GROUNDS[message.side] === OURS ? "" : undefined}
          className={cx(
            "max-w-[min(35rem,100%)] min-w-0 rounded-strip",
            groundOf(message),
            message.send?.state === "failed" && "bg-late-soft!",
            isFound && "outline-2 outline-offset-3 outline-focus",
          )}
        >
          {message.quotes && !message.isRevoked && <Quote quoted={message.quotes} onJump={onJump} />}
          <MessageBody message={message} chosen={chosen} />
        </div>
        <Reactions reactions={message.reactions} />
        <ReactionLine reactions={message.reactions} />
        {message.isEdited && message.versions.length > 0 && <Versions versions={message.versions} />}
        {message.send && <DeliveryLine message={message} send={message.send} {...repair} />}
        <Actions message={message} onQuote={onQuote} />
      </div>
    </RailPoint>
  );
}

const HAS_FILE = new Set<Message["kind"]>(["image", "video", "audio", "document", "sticker"]);
const UNSEEN = new Set<Message["kind"]>(["unsupported", "unknown", "media_placeholder"]);

/** A picture is its own ground, a placeholder has its dashed line; what was said lies on that of its speaker. */
function groundOf(message: Message): string {
  const { quotes, content, isRevoked } = message;
  const isBare = !quotes && !content.referral && !content.product;
  const isMissing = HAS_FILE.has(message.kind) && !message.media?.url && !message.text;
  if (isBare && !isRevoked && (UNSEEN.has(message.kind) || isMissing)) return "";
  if (isBare && !isRevoked && isSeen(message) && !message.text && message.media?.url) return "w-full";
  return cx("px-3.5 py-2.5", GROUNDS[message.side]);
}

function AuthorLine({ message }: { message: Message }) {
  const { t } = useTranslation("request");
  const { t: said } = useTranslation("thread");
  const list = useList();
  const { side, content, cameBy } = message;
  const who =
    message.author ??
    (side === "bot" ? said("said.bot") : t(side === "staff" ? "author.us" : "author.unknown"));
  const words = [
    isolated(who),
    ...(side === "staff" || (side === "bot" && !message.author) ? [] : [t(`author.${side}`)]),
    ...(cameBy === "echo" ? [t("author.fromPhone")] : []),
    ...(cameBy === "history" ? [said("said.history")] : []),
    ...(cameBy === "standby" && side !== "bot" ? [said("said.standby")] : []),
    ...(content.isForwarded
      ? [said(content.isForwardedOften ? "said.forwardedOften" : "said.forwarded")]
      : []),
    ...(message.unsorted ? [t("author.unsorted")] : []),
  ];
  return <p className="text-label leading-5 text-ink2">{list(words)}</p>;
}
