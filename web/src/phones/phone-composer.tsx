import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { CrossGlyph } from "../ui/glyphs.tsx";
import { MicSign, PlusSign, SendSign } from "./phone-glyphs.tsx";
import { QuotePart } from "./quote-part.tsx";
import type { PhoneMessage } from "./shapes.ts";
import { VoiceBar } from "./voice-bar.tsx";

/** What is being written: something new, an answer to a message, or another wording of one's own. */
export type Writing =
  | { kind: "new" }
  | { kind: "quoting"; message: PhoneMessage }
  | { kind: "editing"; message: PhoneMessage };

const ROUND =
  "inline-flex size-11 shrink-0 items-center justify-center rounded-full transition-colors disabled:text-ink3";

export function PhoneComposer({
  name,
  business,
  writing,
  onCancel,
  onAttach,
  onWords,
  onVoice,
  onBuiltInVoice,
}: {
  name: string;
  business: string;
  writing: Writing;
  onCancel: () => void;
  onAttach: () => void;
  onWords: (words: string) => void;
  onVoice: (file: Blob, isVoice: boolean) => void;
  onBuiltInVoice: () => void;
}) {
  const { t } = useTranslation("phones");
  const [isRecording, setRecording] = useState(false);
  if (isRecording)
    return (
      <VoiceBar
        onSend={(file, isVoice) => {
          setRecording(false);
          onVoice(file, isVoice);
        }}
        onBuiltIn={() => {
          setRecording(false);
          onBuiltInVoice();
        }}
        onCancel={() => setRecording(false)}
      />
    );
  return (
    <div className="on-strip border-t border-line p-1.5">
      {writing.kind !== "new" && (
        <div className="flex items-center gap-1 pb-1.5 ps-1.5">
          {writing.kind === "quoting" ? (
            <QuotePart quote={quoteOf(writing.message)} business={business} />
          ) : (
            <p className="flex-1 text-line font-medium text-ink2">{t("menu.edit")}</p>
          )}
          <button type="button" onClick={onCancel} aria-label={t("cancel")} className={ROUND}>
            <CrossGlyph />
          </button>
        </div>
      )}
      <Field
        // Another message to edit is another field.
        key={writing.kind === "editing" ? writing.message.id : "new"}
        first={writing.kind === "editing" ? (writing.message.text ?? "") : ""}
        isQuoting={writing.kind !== "new"}
        label={t("writeAs", { name })}
        onAttach={onAttach}
        onWords={onWords}
        onRecord={() => setRecording(true)}
      />
    </div>
  );
}

const quoteOf = ({ id, from, type, text, location, contacts }: PhoneMessage) => ({
  id,
  from,
  type,
  preview: text ?? location?.name ?? contacts[0]?.name ?? "",
});

function Field({
  first,
  isQuoting,
  label,
  onAttach,
  onWords,
  onRecord,
}: {
  first: string;
  isQuoting: boolean;
  label: string;
  onAttach: () => void;
  onWords: (words: string) => void;
  onRecord: () => void;
}) {
  const { t } = useTranslation("phones");
  const [words, setWords] = useState(first);
  const send = () => {
    const said = words.trim();
    if (!said) return;
    onWords(said);
    setWords("");
  };
  return (
    <form
      className="flex items-end gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <button
        type="button"
        onClick={onAttach}
        aria-label={t("attach.title")}
        className={cx(ROUND, "hover:bg-sunk")}
      >
        <PlusSign />
      </button>
      <textarea
        dir="auto"
        rows={1}
        value={words}
        // biome-ignore lint/a11y/noAutofocus: whoever chose to quote or edit is about to write
        autoFocus={isQuoting}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          // Enter that ends a word of an input method is not a send.
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
        placeholder={label}
        aria-label={label}
        className="field-sizing-content on-panel max-h-28 min-h-11 w-0 min-w-0 flex-1 resize-none rounded-[22px] border border-line2 px-4 py-2.5 text-message hover:border-ink touch:text-[1rem]"
      />
      {words.trim() ? (
        <button type="submit" aria-label={t("send")} className={cx(ROUND, "bg-go text-on-go hover:bg-ink2")}>
          <SendSign />
        </button>
      ) : (
        <button
          type="button"
          onClick={onRecord}
          aria-label={t("record.start")}
          className={cx(ROUND, "hover:bg-sunk")}
        >
          <MicSign />
        </button>
      )}
    </form>
  );
}
