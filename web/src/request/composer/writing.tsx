import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LIMITS } from "../../../../shared/outgoing.ts";
import { useConnection } from "../../live.ts";
import { QuickReplyPicker } from "../../quick-replies/quick-reply-picker.tsx";
import type { Making } from "./add-menu.tsx";
import { AttachmentList } from "./attachment-list.tsx";
import { attach, useAttachments } from "./attachments.ts";
import type { ComposerProps } from "./composer.tsx";
import { CountLine } from "./count-line.tsx";
import { Dropping } from "./dropping.tsx";
import { Maker } from "./makers/maker.tsx";
import { goesWithFirst } from "./messages-of.ts";
import { Problem } from "./problem.tsx";
import { QuoteChip } from "./quote-chip.tsx";
import { Tools } from "./tools.tsx";
import { useReply } from "./use-reply.ts";
import { useTyping } from "./use-typing.ts";
import { VoiceRecorder } from "./voice-recorder.tsx";

/** Opened by a key, so the key's next strokes are meant for it. */
const focus = (area: HTMLTextAreaElement | null) => area?.focus();

const isSendKey = (event: KeyboardEvent): boolean =>
  event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;

/** What fills the composer: words and files, or a form for something else. */
type Mode = { kind: "words" } | { kind: "voice" } | { kind: "make"; making: Making };

export function Writing(props: ComposerProps & { to: string | null; numberId: number }) {
  const {
    conversationId,
    requestId,
    quoted,
    onUnquote,
    isFocused,
    onSent,
    onLeave,
    foot,
    to,
    numberId,
    startsWithTemplate,
  } = props;
  const { t } = useTranslation("composer");
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { isOnline } = useConnection();
  const { files } = useAttachments(conversationId);
  const [mode, setMode] = useState<Mode>(
    startsWithTemplate ? { kind: "make", making: "template" } : { kind: "words" },
  );
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
            conversationId={conversationId}
            requestId={requestId}
            numberId={numberId}
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
        <QuickReplyPicker
          text={text}
          onChoose={reply.write}
          conversationId={conversationId}
          requestId={requestId}
          area={area}
        >
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
              if (event.target.value.trim() !== "") typing.tell();
            }}
            onPaste={(event) => pasteFiles(event, take)}
            onKeyDown={(event) => {
              if (event.defaultPrevented) return;
              if (isSendKey(event)) event.currentTarget.form?.requestSubmit();
              if (event.key === "Escape") (onLeave ?? (() => event.currentTarget.blur()))();
            }}
            className="said field-sizing-content max-h-48 min-h-12 w-full resize-none bg-transparent outline-none touch:text-[1rem]"
          />
        </QuickReplyPicker>
        <CountLine text={text} limit={limit} />
        {files.length > 0 && text.trim() !== "" && text.length > LIMITS.caption && (
          <p className="text-label text-ink2">{t("ownMessage")}</p>
        )}
        {problem}
        <Tools
          reply={reply}
          isOnline={isOnline}
          isOff={isOff}
          conversationId={conversationId}
          foot={foot}
          onFiles={take}
          onMake={(making) => setMode({ kind: "make", making })}
          onVoice={() => setMode({ kind: "voice" })}
          onQuick={() => {
            reply.write("/");
            area.current?.focus();
          }}
        />
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
