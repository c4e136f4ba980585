import { type KeyboardEvent, type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { useConnection } from "../../live.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { useReason } from "../use-reason.ts";
import { useThread } from "../use-thread.ts";
import { ComposerHead } from "./composer-head.tsx";
import { QuoteChip } from "./quote-chip.tsx";
import { useReply } from "./use-reply.ts";

type Props = {
  conversationId: number;
  requestId: number | null;
  quoted?: Message | null;
  onUnquote?: () => void;
  isFocused?: boolean;
  onSent?: () => void;
  onLeave?: () => void;
  /** A second way to write, such as a note. */
  foot?: ReactNode;
};

/** Writing to the client: to whom, on which number, how long the window is open, and why it cannot be when it cannot. */
export function Composer(props: Props) {
  const { t } = useTranslation("request");
  const { head } = useThread(props.conversationId, props.requestId);
  const canSend = head?.number.canSend ?? true;
  return (
    <section
      aria-label={t("composer.label")}
      className="on-strip rounded-panel shadow-2 has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-focus"
    >
      <ComposerHead head={head} />
      {canSend ? (
        <Writing key={props.conversationId} {...props} to={head?.contact?.name ?? null} />
      ) : (
        <p className="px-3.5 py-3 text-body text-ink2">
          {t("composer.cannotSend", { number: head?.number.name ?? "" })}
        </p>
      )}
      {!canSend && props.foot && <div className="flex justify-end px-3.5 pb-2.5">{props.foot}</div>}
    </section>
  );
}

/** Opened by a key, so the key's next strokes are meant for it. */
const focus = (area: HTMLTextAreaElement | null) => area?.focus();

const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === "Enter" && (event.ctrlKey || event.metaKey);

function Writing({
  conversationId,
  requestId,
  quoted,
  onUnquote,
  isFocused,
  onSent,
  onLeave,
  foot,
  to,
}: Props & { to: string | null }) {
  const { t } = useTranslation("request");
  const reasonOf = useReason();
  const id = useId();
  const { isOnline } = useConnection();
  const reply = useReply(conversationId, requestId, () => {
    onUnquote?.();
    onSent?.();
  });
  const send = () => reply.send(quoted?.id ?? null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex flex-col gap-2 px-3.5 pt-2.5 pb-2.5"
    >
      {quoted && <QuoteChip message={quoted} onRemove={onUnquote} />}
      <label htmlFor={id} className="sr-only">
        {to ? t("composer.to", { name: to }) : t("composer.label")}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        maxLength={4096}
        ref={isFocused ? focus : undefined}
        value={reply.text}
        placeholder={t("composer.placeholder")}
        onChange={(event) => reply.write(event.target.value)}
        onKeyDown={(event) => {
          if (isSendKey(event)) send();
          if (event.key === "Escape") (onLeave ?? (() => event.currentTarget.blur()))();
        }}
        className="said field-sizing-content max-h-48 min-h-12 w-full resize-none bg-transparent outline-none touch:text-[1rem]"
      />
      {reply.error && (
        <ErrorPanel title={t("composer.notSent")} onDismiss={reply.forgetError}>
          <p>
            {reasonOf(reply.error)} {t("composer.kept")}
          </p>
          <Button size="small" type="submit" className="mt-2" disabled={!isOnline}>
            {t("composer.again")}
          </Button>
        </ErrorPanel>
      )}
      <div className="flex flex-wrap items-center justify-end gap-3">
        {!isOnline && <p className="me-auto text-label text-ink2">{t("composer.offline")}</p>}
        {foot}
        <Button
          kind="primary"
          size="small"
          type="submit"
          disabled={!isOnline || reply.isSending || reply.text.trim() === ""}
        >
          <span className="inline-flex items-center gap-2">
            {t(reply.isSending ? "composer.sending" : "composer.send")}
            <SendKeys />
          </span>
        </Button>
      </div>
    </form>
  );
}

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

const SendKeys = () => (
  <span aria-hidden="true" className="inline-flex touch:hidden">
    <kbd
      dir="ltr"
      className="inline-flex h-5 items-center rounded-panel border border-current px-1 font-sans text-[0.6875rem] leading-none font-semibold"
    >
      {IS_MAC ? "⌘" : "Ctrl"}
      <svg
        viewBox="0 0 10 10"
        className="ms-1 size-2.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        role="presentation"
      >
        <path d="M9 1.5V6H1.6M4 3.4 1.4 6 4 8.6" />
      </svg>
    </kbd>
  </span>
);
