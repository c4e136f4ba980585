import { type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Said } from "../request/message/said.tsx";
import { cx } from "../ui/class-names.ts";
import { BubbleButtons } from "./bubble-buttons.tsx";
import { BubbleMedia } from "./bubble-media.tsx";
import { isOnlyEmoji, isQuotingSwipe, ticksOf } from "./chat-rows.ts";
import { BlockSign, DotsSign, ForwardSign, Ticks } from "./phone-glyphs.tsx";
import { QuotePart } from "./quote-part.tsx";
import type { PhoneButton, PhoneMessage } from "./shapes.ts";

const HOLD_MS = 450;

export type BubbleActs = {
  onPress: (message: PhoneMessage, button: PhoneButton) => void;
  onList: (message: PhoneMessage) => void;
  onAnswer: (message: PhoneMessage, asks: "location" | "contact") => void;
  onMenu: (message: PhoneMessage) => void;
  onQuote: (message: PhoneMessage) => void;
  onQuoted: (id: string) => void;
  onPlayed: (message: PhoneMessage) => void;
};

type Props = { message: PhoneMessage; isFirst: boolean; business: string; time: string } & BubbleActs;

/** What was said, seen from the phone: one's own at the end side, the business's at the start. */
export function PhoneBubble({ message, isFirst, business, time, ...acts }: Props) {
  const { t } = useTranslation(["phones", "kit"]);
  const isOwn = message.from === "phone";
  const touch = useTouch({ onHold: () => acts.onMenu(message), onSwipe: () => acts.onQuote(message) });
  const hasButtons = !isOwn && (message.buttons.length > 0 || message.asks !== null);
  const isEmoji = message.text !== null && message.type === "text" && isOnlyEmoji(message.text);
  return (
    <div
      data-message={message.id}
      className={cx(
        "group flex items-center gap-0.5",
        isOwn ? "flex-row-reverse" : "flex-row",
        isFirst ? "mt-2" : "mt-0.5",
        message.reactions.length > 0 && "mb-3.5",
      )}
    >
      <article
        data-own={isOwn || undefined}
        {...touch}
        className={cx(
          "relative max-w-[80%] min-w-24 touch-pan-y rounded-[10px]",
          isOwn ? "bg-sunk" : "on-strip shadow-1",
          isFirst && (isOwn ? "rounded-se-[3px]" : "rounded-ss-[3px]"),
          (message.media || message.location || hasButtons) && "w-[17.5rem]",
        )}
      >
        <div className="flex flex-col gap-1 px-3 pt-2 pb-1.5">
          {message.forwarded && (
            <p className="flex items-center gap-1 text-label text-ink2 italic">
              <ForwardSign className="size-3.5" />
              {t(message.forwarded === "often" ? "forward.often" : "forward.once")}
            </p>
          )}
          {message.quote && <QuotePart quote={message.quote} business={business} onPress={acts.onQuoted} />}
          {message.isRevoked ? (
            <p className="flex items-center gap-1.5 text-ink2 italic">
              <BlockSign className="size-4" />
              {t("revoked")}
            </p>
          ) : (
            <Body message={message} isEmoji={isEmoji} onPlayed={() => acts.onPlayed(message)} />
          )}
          <p className="flex items-center justify-end gap-1 text-label text-ink2">
            {message.isEdited && <span>{t("edited")}</span>}
            <span>
              {time}
              {isOwn && !message.isRevoked && t("kit:comma") + t(`state.${message.state}`)}
            </span>
            {isOwn && !message.isRevoked && <Ticks ticks={ticksOf(message.state)} />}
          </p>
        </div>
        {hasButtons && (
          <BubbleButtons
            message={message}
            onPress={(button) => acts.onPress(message, button)}
            onList={() => acts.onList(message)}
            onAnswer={(asks) => acts.onAnswer(message, asks)}
          />
        )}
        {message.reactions.length > 0 && (
          <p
            className={cx(
              "on-strip absolute -bottom-4 flex gap-0.5 rounded-full border border-line px-1.5 py-0.5 text-line shadow-1",
              isOwn ? "end-2" : "start-2",
            )}
          >
            <span className="sr-only">{t("reactions")}</span>
            {message.reactions.map(({ from, emoji }) => (
              <span key={from}>{emoji}</span>
            ))}
          </p>
        )}
      </article>
      {!message.isRevoked && (
        <button
          type="button"
          onClick={() => acts.onMenu(message)}
          aria-label={t("menu.title")}
          aria-haspopup="dialog"
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-full text-ink2 opacity-0 group-hover:opacity-100 hover:bg-sunk focus-visible:opacity-100 touch:size-11 touch:opacity-60"
        >
          <DotsSign className="size-4" />
        </button>
      )}
    </div>
  );
}

function Body({
  message,
  isEmoji,
  onPlayed,
}: {
  message: PhoneMessage;
  isEmoji: boolean;
  onPlayed: () => void;
}) {
  const { t } = useTranslation("phones");
  const { header, text, footer, type } = message;
  return (
    <>
      {header && (
        <p className="font-semibold" dir="auto">
          {header}
        </p>
      )}
      <BubbleMedia message={message} onPlayed={onPlayed} />
      {text && (isEmoji ? <p className="text-[2rem] leading-10">{text}</p> : <Said text={text} />)}
      {footer && (
        <p className="text-label text-ink3" dir="auto">
          {footer}
        </p>
      )}
      {type === "unsupported" && <p className="text-ink2 italic">{t("unknown")}</p>}
    </>
  );
}

/** A finger held still opens the menu; one drawn along the line quotes. */
function useTouch({ onHold, onSwipe }: { onHold: () => void; onSwipe: () => void }) {
  const held = useRef<{ x: number; y: number; timer: number } | null>(null);
  const drop = () => {
    window.clearTimeout(held.current?.timer);
    held.current = null;
  };
  return {
    onPointerDown: ({ pointerType, clientX: x, clientY: y }: PointerEvent) => {
      if (pointerType !== "touch") return;
      held.current = { x, y, timer: window.setTimeout(onHold, HOLD_MS) };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { current } = held;
      if (current && Math.hypot(clientX - current.x, clientY - current.y) > 10)
        window.clearTimeout(current.timer);
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const { current } = held;
      drop();
      if (!current) return;
      const move = { x: clientX - current.x, y: clientY - current.y };
      if (isQuotingSwipe(move, document.dir === "rtl")) onSwipe();
    },
    onPointerCancel: drop,
  };
}
