import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../../live.ts";
import { TemplatePicker } from "../../templates/template-picker.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorPanel } from "../../ui/error-panel.tsx";
import { readDraft } from "../drafts.ts";
import { Said } from "../message/said.tsx";
import { useReason } from "../use-reason.ts";
import type { ComposerProps } from "./composer.tsx";
import { useReply } from "./use-reply.ts";
import type { Head } from "./use-window.ts";

/** The window is shut: nothing but a template, and what one was writing is not lost. */
export function ShutBody({
  conversationId,
  requestId,
  onSent,
  head,
  wasOpen,
  foot,
}: ComposerProps & { head: Head; wasOpen: boolean }) {
  const { t } = useTranslation("composer");
  const [{ text }] = useState(() => readDraft(conversationId));
  const { isOnline } = useConnection();
  const reasonOf = useReason();
  const reply = useReply({ conversationId, requestId, quotesMessageId: null, onSent });
  return (
    <div className="flex flex-col gap-3 px-3.5 py-3">
      {text.trim() && <KeptWords text={text} wasOpen={wasOpen} />}
      <div>
        <h2 className="text-title font-semibold">{t("window.shutTitle")}</h2>
        <p className="text-body text-ink2">
          {t(head.windowUntil === null ? "window.neverText" : "window.shutText")}
        </p>
      </div>
      {reply.error && (
        <ErrorPanel title={t("notSent")} onDismiss={reply.forgetError}>
          {reasonOf(reply.error)}
        </ErrorPanel>
      )}
      {!isOnline && <p className="text-label text-ink2">{t("offline")}</p>}
      <div className="-m-1 max-h-[min(28rem,46dvh)] max-sm:max-h-[32dvh] overflow-y-auto p-1">
        <TemplatePicker
          conversationId={conversationId}
          requestId={requestId}
          numberId={head.number.id}
          isBusy={reply.isSending || !isOnline}
          onChoose={(message) => void reply.sendOne(message)}
        />
      </div>
      {foot && <div className="flex justify-end">{foot}</div>}
    </div>
  );
}

function KeptWords({ text, wasOpen }: { text: string; wasOpen: boolean }) {
  const { t } = useTranslation("composer");
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div role={wasOpen ? "alert" : undefined} className="border-s-2 border-dashed border-line2 ps-3">
      <p className="text-line font-semibold">{t("window.shutWhile")}</p>
      <Said text={text} className="said max-h-24 overflow-y-auto text-ink2" />
      <Button
        size="small"
        className="mt-1.5"
        onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
      >
        {t(isCopied ? "window.copied" : "window.copy")}
      </Button>
    </div>
  );
}
