import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { readDraft } from "../drafts.ts";
import { Said } from "../message/said.tsx";
import type { ComposerProps } from "./composer.tsx";
import type { Head } from "./use-window.ts";

/** The window is shut: nothing but a template, and what one was writing is not lost. */
export function ShutBody({
  conversationId,
  head,
  wasOpen,
  foot,
}: ComposerProps & { head: Head; wasOpen: boolean }) {
  const { t } = useTranslation("composer");
  const [{ text }] = useState(() => readDraft(conversationId));
  return (
    <div className="flex flex-col gap-3 px-3.5 py-3">
      {text.trim() && <KeptWords text={text} wasOpen={wasOpen} />}
      <div>
        <h3 className="text-title font-semibold">{t("window.shutTitle")}</h3>
        <p className="text-body text-ink2">
          {t(head.windowUntil === null ? "window.neverText" : "window.shutText")}
        </p>
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
