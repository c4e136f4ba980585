import { useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import type { RequestEvent } from "../../../../shared/api/requests.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { useFormat } from "../../ui/format.ts";
import { Loading, StripSkeleton } from "../../ui/skeleton.tsx";
import { isTold } from "../message/happening-facts.ts";
import { choicesByQuestion } from "../message/sent-choices.tsx";
import { type Entry, makeTimeline } from "../timeline.ts";
import { useReason } from "../use-reason.ts";
import { useThread } from "../use-thread.ts";
import type { Repair } from "./delivery-steps.tsx";
import { EventEntry } from "./event-entry.tsx";
import { HappeningEntry } from "./happening-entry.tsx";
import { MessageEntry } from "./message-entry.tsx";
import { Rail } from "./rail.tsx";
import { type Jump, useJump } from "./use-jump.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { WaitingEntry } from "./waiting-entry.tsx";

type Props = Repair & {
  conversationId: number | null;
  requestId: number | null;
  events: readonly RequestEvent[];
  onQuote: (message: Message) => void;
};

const NEAR_END = 120;
const NONE: readonly never[] = [];

/** Newest at the bottom and in view; whoever reads further up is not pulled down by what arrives. */
export function Thread({ conversationId, requestId, events, onQuote, ...repair }: Props) {
  const { t } = useTranslation("request");
  const { t: said } = useTranslation("thread");
  const reasonOf = useReason();
  const thread = useThread(conversationId, requestId);
  const jump = useJump(thread);
  useMarkRead(conversationId, thread.messages);
  const choices = useMemo(() => choicesByQuestion(thread.messages), [thread.messages]);
  const entries = useMemo(
    () => makeTimeline(thread.messages, events, thread.waiting),
    [thread.messages, events, thread.waiting],
  );
  const scroller = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  /** Pictures find their height late: as long as one is at the end, the end stays in view. */
  const content = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    });
    watch.observe(element);
    // The composer grows with what is written, and takes its room from the thread.
    if (scroller.current) watch.observe(scroller.current);
    return () => watch.disconnect();
  }, []);

  return (
    <section
      ref={scroller}
      aria-label={t("thread.label")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
      className="min-h-0 flex-1 overflow-y-auto [@media(max-height:34rem)]:overflow-visible px-3 py-3 -outline-offset-2 md:px-5"
    >
      <div ref={content}>
        {thread.hasEarlier && (
          <Button kind="quiet" size="small" disabled={thread.isFetchingEarlier} onClick={thread.fetchEarlier}>
            {t("thread.earlier")}
          </Button>
        )}
        {thread.error && (
          <ErrorPanel
            title={t("thread.error")}
            actions={[{ text: t("error.again"), onPress: () => void thread.refetch() }]}
          >
            {reasonOf(thread.error)}
          </ErrorPanel>
        )}
        {conversationId === null && <p className="mb-3 text-body text-ink2">{t("thread.byHand")}</p>}
        {thread.isLoading ? (
          <Loading className="flex flex-col gap-3">
            <StripSkeleton className="max-w-96" />
            <StripSkeleton className="max-w-80" />
          </Loading>
        ) : (
          <Rail>
            {entries.map((entry) => (
              <Point
                key={entry.key}
                entry={entry}
                jump={jump}
                choices={choices}
                onQuote={onQuote}
                {...repair}
              />
            ))}
          </Rail>
        )}
        <p role="status" className="ps-[4.625rem] text-line text-ink2">
          {jump.isElsewhere && said("quote.elsewhere")}
        </p>
      </div>
    </section>
  );
}

function Point({
  entry,
  jump,
  choices,
  onQuote,
  ...repair
}: Repair & {
  entry: Entry;
  jump: Jump;
  choices: ReturnType<typeof choicesByQuestion>;
  onQuote: Props["onQuote"];
}) {
  const { longDate } = useFormat();
  switch (entry.kind) {
    case "day":
      return (
        <li className="relative z-10 py-2 ps-[4.625rem] text-label font-medium text-ink2">
          {longDate(entry.at)}
        </li>
      );
    case "message":
      return isTold(entry.message) && !entry.message.isRevoked ? (
        <HappeningEntry message={entry.message} />
      ) : (
        <MessageEntry
          message={entry.message}
          chosen={choices.get(entry.message.id) ?? NONE}
          continues={entry.continues}
          isFound={jump.foundId === entry.message.id}
          onJump={jump.to}
          onQuote={onQuote}
          {...repair}
        />
      );
    case "waiting":
      return <WaitingEntry waiting={entry.waiting} />;
    case "event":
    case "note":
      return <EventEntry event={entry.event} />;
    default:
      return entry satisfies never;
  }
}
