import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../shared/outgoing.ts";
import { useConnection } from "../../live.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { useReason } from "../use-reason.ts";
import { AddMenu, type Making } from "./add-menu.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { attach, useAttachments } from "./attachments.ts";
import type { ComposerProps } from "./composer.tsx";
import { CountLine } from "./count-line.tsx";
import { Dropping } from "./dropping.tsx";
import { Maker } from "./makers/maker.tsx";
import { goesWithFirst } from "./messages-of.ts";
import { QuickReplies } from "./quick-replies.tsx";
import { QuoteChip } from "./quote-chip.tsx";
import { SendButton } from "./send-button.tsx";
import { useReply } from "./use-reply.ts";
import { useTyping } from "./use-typing.ts";
import { VoiceButton } from "./voice-button.tsx";
import { VoiceRecorder } from "./voice-recorder.tsx";

/** Opened by a key, so the key's next strokes are meant for it. */
const focus = (area: HTMLTextAreaElement | null) => area?.focus();

const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;

/** What fills the composer: words and files, or a form for something else. */
type Mode = { kind: "words" } | { kind: "voice" } | { kind: "make"; making: Making };

export function Writing(props: ComposerProps & { to: string | null }) {
  const { conversationId, requestId, quoted, onUnquote, isFocused, onSent, onLeave, foot, to } = props;
  const { t } = useTranslation("composer");
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { isOnline } = useConnection();
  const { files } = useAttachments(conversationId);
  const [mode, setMode] = useState<Mode>({ kind: "words" });
  const typing = useTyping(conversationId);
  const reply = useReply({
    conversationId,
    requestId,
    quotesMessageId: quoted?.id ?? null,
    onSent: () => {
      onUnquote?.();
      onSent?.();
    },
  });
  const { text } = reply;
  const limit = LIMITS.text;
  const isNothing = text.trim() === "" && files.length === 0;
  const isOff =
    !isOnline || isNothing || text.length > limit || files.some(({ upload }) => upload.state === "failed");
  const take = (chosen: File[]) => attach(conversationId, chosen);
  const toWords = () => {
    setMode({ kind: "words" });
    requestAnimationFrame(() => area.current?.focus());
  };
  const quote = quoted && <QuoteChip message={quoted} onRemove={onUnquote} />;
  const problem = <Problem reply={reply} isOff={!isOnline} hasForm={mode.kind === "words"} />;

  if (mode.kind !== "words")
    return (
      <div className="flex flex-col gap-2 px-3.5 py-2.5">
        {quote}
        {mode.kind === "voice" ? (
          <VoiceRecorder reply={reply} isOnline={isOnline} onClose={toWords} />
        ) : (
          <Maker
            making={mode.making}
            text={text}
            reply={reply}
            isOnline={isOnline}
            onClose={toWords}
            onTaken={() => {
              // The words went into it.
              if (text && ["buttons", "list", "ask_location", "ask_contact"].includes(mode.making))
                reply.write("");
              toWords();
            }}
          />
        )}
        {problem}
      </div>
    );
  return (
    <Dropping isOff={reply.isSending} onFiles={take}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOff) reply.send();
        }}
        className="flex flex-col gap-2 px-3.5 pt-2.5 pb-2.5"
      >
        {quote}
        <AttachmentList conversationId={conversationId} />
        <label htmlFor={id} className="sr-only">
          {to ? t("to", { name: to }) : t("label")}
        </label>
        <QuickReplies text={text} onChoose={reply.write} conversationId={conversationId} area={area}>
          <textarea
            id={id}
            data-words=""
            dir="auto"
            rows={2}
            ref={(element) => {
              area.current = element;
              if (isFocused) focus(element);
            }}
            value={text}
            placeholder={t(goesWithFirst("", files) ? "placeholderCaption" : "placeholder")}
            onChange={(event) => {
              reply.write(event.target.value);
              typing.tell();
            }}
            onPaste={(event) => pasteFiles(event, take)}
            onKeyDown={(event) => {
              if (event.defaultPrevented) return;
              if (isSendKey(event)) event.currentTarget.form?.requestSubmit();
              if (event.key === "Escape") (onLeave ?? (() => event.currentTarget.blur()))();
            }}
            className="said field-sizing-content max-h-48 min-h-12 w-full resize-none bg-transparent outline-none touch:text-[1rem]"
          />
        </QuickReplies>
        <CountLine text={text} limit={limit} />
        {files.length > 0 && text.trim() !== "" && text.length > LIMITS.caption && (
          <p className="text-label text-ink2">{t("ownMessage")}</p>
        )}
        {problem}
        <div className="-ms-2 flex flex-wrap items-center gap-x-1 gap-y-2">
          <AddMenu
            isOff={reply.isSending}
            onFiles={take}
            onMake={(making) => setMode({ kind: "make", making })}
          />
          <VoiceButton isOff={reply.isSending} onPress={() => setMode({ kind: "voice" })} />
          {!isOnline && <p className="ms-2 text-label text-ink2">{t("offline")}</p>}
          <span className="ms-auto flex items-center gap-3">
            {foot}
            <SendButton reply={reply} isOff={isOff} />
          </span>
        </div>
      </form>
    </Dropping>
  );
}

/** Words that came along, as from a table, are not what was meant when there is a picture too. */
function pasteFiles(event: ClipboardEvent, take: (files: File[]) => void): void {
  const files = [...event.clipboardData.files];
  if (files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
  event.preventDefault();
  take(files);
}

function Problem({
  reply,
  isOff,
  hasForm,
}: {
  reply: ReturnType<typeof useReply>;
  isOff: boolean;
  hasForm: boolean;
}) {
  const { t } = useTranslation("composer");
  const reasonOf = useReason();
  if (!reply.error) return null;
  return (
    <ErrorPanel title={t("notSent")} onDismiss={reply.forgetError}>
      <p>
        {reasonOf(reply.error)} {t("kept")}
      </p>
      {hasForm && (
        <Button size="small" type="submit" className="mt-2" disabled={isOff}>
          {t("again")}
        </Button>
      )}
    </ErrorPanel>
  );
}
