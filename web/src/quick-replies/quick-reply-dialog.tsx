import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type QuickReply, quickRepliesApi } from "../../../shared/api/quick-replies.ts";
import { unknownPlaces } from "../../../shared/filling.ts";
import { ApiFailure } from "../api/call.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { FormFoot } from "../ui/form-foot.tsx";
import { TextField } from "../ui/text-field.tsx";
import { FillPlaces } from "./fill-places.tsx";
import { REPLY_LANGUAGES, ReplyText } from "./reply-text.tsx";
import { useQuickReplyChange } from "./use-quick-replies.ts";

type Text = QuickReply["texts"][number];

/** Writing a quick reply, in one language or several. */
export function QuickReplyDialog({ reply, onClose }: { reply: QuickReply | null; onClose: () => void }) {
  const { t, i18n } = useTranslation("quickReplies");
  const failureWords = useFailureWords();
  const add = useQuickReplyChange(quickRepliesApi.addQuickReply);
  const change = useQuickReplyChange(quickRepliesApi.changeQuickReply);
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? "");
  const [title, setTitle] = useState(reply?.title ?? "");
  const [texts, setTexts] = useState<readonly Text[]>(
    reply?.texts ?? [{ language: i18n.language, body: "" }],
  );
  /** Where a place to fill goes in: the text written in last. */
  const [writingIn, setWritingIn] = useState(0);
  const cursor = useRef<number | null>(null);
  const error = add.error ?? change.error;
  const isTaken = error instanceof ApiFailure && error.code === "shortcut_taken";
  const hasSpace = /[\s/]/.test(shortcut.trim());
  const isWhole =
    shortcut.trim() !== "" &&
    !hasSpace &&
    title.trim() !== "" &&
    texts.every(({ body }) => body.trim() && unknownPlaces(body).length === 0);
  const setText = (at: number, part: Partial<Text>) =>
    setTexts(texts.map((text, place) => (place === at ? { ...text, ...part } : text)));
  const insert = (place: string) => {
    const { body = "" } = texts[writingIn] ?? {};
    const at = cursor.current ?? body.length;
    setText(writingIn, { body: body.slice(0, at) + place + body.slice(at) });
    cursor.current = at + place.length;
  };
  const free = REPLY_LANGUAGES.filter((language) => !texts.some((text) => text.language === language));
  const keep = () => {
    const body = { shortcut: shortcut.trim(), title: title.trim(), texts: [...texts] };
    if (reply) change.mutate({ params: { id: reply.id }, body }, { onSuccess: onClose });
    else add.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t(reply ? "dialog.editTitle" : "dialog.newTitle")}
      onClose={onClose}
      className="w-[min(38rem,calc(100vw-1.5rem))]"
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) keep();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <TextField
            label={t("dialog.shortcut")}
            hint={t("dialog.shortcutHint", { shortcut: shortcut.trim() || "…" })}
            error={hasSpace ? t("dialog.noSpaces") : isTaken ? t("dialog.taken") : null}
            value={shortcut}
            maxLength={40}
            autoCapitalize="none"
            autoComplete="off"
            onChange={({ target }) => setShortcut(target.value.toLowerCase())}
          />
          <TextField
            label={t("dialog.title")}
            value={title}
            maxLength={120}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
        {texts.map((text, at) => (
          <ReplyText
            key={at}
            text={text}
            others={texts.filter((_, place) => place !== at)}
            onText={(part) => setText(at, part)}
            onCursor={(place) => {
              setWritingIn(at);
              cursor.current = place;
            }}
            onRemove={
              texts.length > 1
                ? () => {
                    setTexts(texts.filter((_, place) => place !== at));
                    setWritingIn(0);
                    cursor.current = null;
                  }
                : null
            }
          />
        ))}
        <FillPlaces onInsert={insert} />
        <div className="flex flex-wrap items-center gap-3">
          {free[0] && (
            <Button
              size="small"
              onClick={() => setTexts([...texts, { language: free[0] ?? "en", body: "" }])}
            >
              {t("dialog.addLanguage")}
            </Button>
          )}
          {texts.length > 1 && <p className="text-label text-ink3">{t("dialog.firstIsDefault")}</p>}
        </div>
        {error && !isTaken && (
          <p role="alert" className="font-medium text-late">
            {failureWords(error)}
          </p>
        )}
        <FormFoot
          action={t("dialog.save")}
          isOff={!isWhole || add.isPending || change.isPending}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}
