import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { rowsOf } from "./chat-rows.ts";
import { type BubbleActs, PhoneBubble } from "./phone-bubble.tsx";
import { nearDay, type PhoneTimes } from "./phone-times.ts";
import type { PhoneMessage } from "./shapes.ts";

/** So near the end, one is still reading along. */
const NEAR_PX = 120;

/** The messages of a chat, newest below; a page of them, and earlier ones when they are asked for. */
export function ChatMessages({
  messages,
  hasEarlier,
  onEarlier,
  business,
  label,
  times,
  now,
  isTyping,
  ...acts
}: {
  messages: readonly PhoneMessage[];
  hasEarlier: boolean;
  onEarlier: () => void;
  business: string;
  label: string;
  times: PhoneTimes;
  now: number;
  isTyping: boolean;
} & Omit<BubbleActs, "onQuoted">) {
  const { t } = useTranslation("phones");
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const lastId = messages.at(-1)?.id;
  // Again for each message that is added below.
  useLayoutEffect(() => {
    const { current } = list;
    if (current && (isAtEnd.current || messages.at(-1)?.from === "phone"))
      current.scrollTop = current.scrollHeight;
  }, [lastId, isTyping]);
  const rows = rowsOf(messages, times.dayKey);
  const dayWords = (at: string) => {
    const near = nearDay(at, now, times);
    return near ? t(`days.${near}`) : times.longDay(at);
  };
  return (
    <div
      ref={list}
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      aria-label={label}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      }}
      // A picture that is only now there makes what is above it longer.
      onLoadCapture={({ currentTarget }) => {
        if (isAtEnd.current) currentTarget.scrollTop = currentTarget.scrollHeight;
      }}
      className="flex min-h-0 flex-1 flex-col overflow-x-hidden overflow-y-auto px-2.5 pt-1 pb-3 -outline-offset-2"
    >
      <span className="mt-auto" aria-hidden="true" />
      {hasEarlier && (
        <Button size="small" kind="quiet" className="my-1 self-center" onClick={onEarlier}>
          {t("earlier")}
        </Button>
      )}
      {rows.length === 0 && <p className="m-auto text-line text-ink2">{t("empty")}</p>}
      {rows.map((row) => {
        if (row.kind === "day")
          return (
            <p
              key={row.key}
              className="on-strip mx-auto mt-2.5 mb-0.5 rounded-full px-2.5 py-0.5 text-label text-ink2 shadow-1"
            >
              {dayWords(row.at)}
            </p>
          );
        if (row.kind === "lost")
          return (
            <p key={row.key} className="mx-auto my-1.5 max-w-[85%] text-center text-label text-ink2">
              {t("lost", { code: String(row.message.failure?.code ?? "") })}
            </p>
          );
        return (
          <PhoneBubble
            key={row.key}
            message={row.message}
            isFirst={row.isFirst}
            business={business}
            time={times.clock(row.message.at)}
            onQuoted={(id) => {
              const quoted = [...(list.current?.querySelectorAll<HTMLElement>("[data-message]") ?? [])];
              quoted.find(({ dataset }) => dataset.message === id)?.scrollIntoView({ block: "center" });
            }}
            {...acts}
          />
        );
      })}
      {isTyping && (
        <p className="on-strip mt-2 self-start rounded-[10px] rounded-ss-[3px] px-3 py-2 text-line text-ink2 shadow-1">
          {t("typing")}
        </p>
      )}
    </div>
  );
}
