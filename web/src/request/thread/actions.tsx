import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { hasRole } from "../../../../shared/request.ts";
import { useMe } from "../../api/queries.ts";
import { cx } from "../../ui/class-names.ts";
import { usePicks } from "../mend/picking.ts";
import { Popup, PopupItem } from "../popup.tsx";
import { useReason } from "../use-reason.ts";
import { useReact } from "./use-react.ts";

/** What people here answer with most; any other can be typed or taken from the keyboard's own list. */
const EMOJIS = ["👍", "❤️", "🙏", "😂", "😮", "✅"] as const;

const QUIET =
  "inline-flex h-6 cursor-pointer items-center rounded-control bg-canvas px-1.5 text-label font-medium text-ink2 hover:text-ink";

type Props = { message: Message; onQuote: (message: Message) => void };

/**
 * Beside the line of who says it, so that they add no height and nothing moves away under a pointer: seen when the
 * message is pointed at or stepped on, and always where nothing can point.
 */
export function Actions({ message, onQuote }: Props) {
  const { t } = useTranslation(["request", "thread"]);
  const { t: said } = useTranslation("thread");
  const { t: mend } = useTranslation("mend");
  const picks = usePicks();
  const mayTrace = hasRole(useMe().role, "manager");
  const reasonOf = useReason();
  const react = useReact(message);
  const { side, isRevoked } = message;
  const isTheirs = side === "client" || side === "worker";
  const mayAnswer = isTheirs && !isRevoked;
  const mayReact = !isRevoked && (isTheirs || message.send?.state !== "failed");
  const ours = message.reactions.find(({ isOurs }) => isOurs)?.emoji ?? null;
  // While messages are chosen all of one is its box.
  if (picks.isOn) return null;
  if (!mayAnswer && !mayTrace && !mayReact && !picks.mayPick(message)) return null;
  return (
    <span className="absolute end-0 -top-1 z-10 flex items-center gap-0.5 opacity-0 transition-opacity group-hover/said:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100 touch:-top-3 touch:opacity-100">
      {mayAnswer && (
        <button type="button" onClick={() => onQuote(message)} className={cx(QUIET, "touch:hidden")}>
          {t("quote.do")}
        </button>
      )}
      <Popup
        label={said("act.label")}
        trigger={<MoreSign />}
        triggerClassName="inline-flex h-6 w-8 cursor-pointer items-center justify-center rounded-control bg-canvas text-ink2 hover:text-ink touch:size-11 touch:bg-transparent"
        className="end-0"
      >
        {(close) => (
          <>
            {mayReact && (
              <EmojiBar
                ours={ours}
                onChoose={(emoji) => {
                  close();
                  react.mutate(emoji === ours ? null : emoji);
                }}
              />
            )}
            {ours && (
              <PopupItem
                onPress={() => {
                  close();
                  react.mutate(null);
                }}
              >
                {said("act.takeBack", { emoji: ours })}
              </PopupItem>
            )}
            {mayAnswer && (
              <PopupItem
                onPress={() => {
                  close();
                  onQuote(message);
                }}
              >
                {t("quote.do")}
              </PopupItem>
            )}
            {picks.mayPick(message) && (
              <PopupItem
                onPress={() => {
                  close();
                  picks.toggle(message.id);
                }}
              >
                {mend("menu.choose")}
              </PopupItem>
            )}
            {message.text && <CopyItem text={message.text} onDone={close} />}
            {mayTrace && (
              <Link
                to="/settings/intake"
                search={{ trace: `message:${message.id}` }}
                role="menuitem"
                tabIndex={-1}
                className="mx-1 flex min-h-8.5 items-center rounded-strip px-2.5 text-body outline-none hover:bg-sunk focus:bg-sunk touch:min-h-11"
              >
                {said("trace")}
              </Link>
            )}
          </>
        )}
      </Popup>
      {react.error && (
        <span
          role="alert"
          className="on-strip absolute end-0 top-full z-20 w-60 rounded-strip p-2 text-line text-late shadow-2"
        >
          {said("act.notReacted")} {reasonOf(react.error)}
        </span>
      )}
    </span>
  );
}

function EmojiBar({ ours, onChoose }: { ours: string | null; onChoose: (emoji: string) => void }) {
  const { t } = useTranslation("thread");
  const [other, setOther] = useState("");
  return (
    <div className="border-b border-line px-1 pb-1">
      <div className="flex" role="presentation">
        {EMOJIS.map((emoji) => (
          <button
            key={emoji}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-label={t(emoji === ours ? "act.takeBack" : "act.react", { emoji })}
            onClick={() => onChoose(emoji)}
            className={cx(
              "inline-flex size-9 cursor-pointer items-center justify-center rounded-control text-[1.25rem] outline-none hover:bg-sunk focus:bg-sunk touch:size-11",
              emoji === ours && "bg-sunk",
            )}
          >
            {emoji}
          </button>
        ))}
      </div>
      <input
        value={other}
        aria-label={t("act.other")}
        placeholder={t("act.other")}
        onChange={(event) => {
          const emoji = firstEmoji(event.target.value);
          setOther(event.target.value);
          if (emoji) onChoose(emoji);
        }}
        onKeyDown={(event) => {
          if (!["Escape", "Tab", "ArrowDown", "ArrowUp"].includes(event.key)) event.stopPropagation();
        }}
        className="h-8 w-full rounded-control bg-transparent px-2 text-body touch:h-11 touch:text-[1rem]"
      />
    </div>
  );
}

/** A whole one, with its skin and its joiners; null for letters. */
function firstEmoji(text: string): string | null {
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.trim());
  return first && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(first.segment)
    ? first.segment
    : null;
}

function CopyItem({ text, onDone }: { text: string; onDone: () => void }) {
  const { t } = useTranslation("thread");
  return (
    <PopupItem
      onPress={() => {
        void navigator.clipboard.writeText(text);
        onDone();
      }}
    >
      {t("act.copy")}
    </PopupItem>
  );
}

const MoreSign = () => (
  <svg viewBox="0 0 16 4" className="h-1 w-4 fill-current" aria-hidden="true">
    <circle cx="2.5" cy="2" r="1.5" />
    <circle cx="8" cy="2" r="1.5" />
    <circle cx="13.5" cy="2" r="1.5" />
  </svg>
);
