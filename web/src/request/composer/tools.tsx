import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SendingCost } from "../../costs/sending-cost.tsx";
import { AddMenu, type Making, TOOL } from "./add-menu.tsx";
import { MicSign, QuickSign } from "./glyphs.tsx";
import { SendButton } from "./send-button.tsx";
import type { Replying } from "./use-reply.ts";

type Props = {
  conversationId: number;
  reply: Replying;
  isOnline: boolean;
  /** There is nothing that could be sent. */
  isOff: boolean;
  foot: ReactNode;
  onFiles: (files: File[]) => void;
  onMake: (making: Making) => void;
  onVoice: () => void;
  onQuick: () => void;
};

/** The foot of the composer: what can be added on one side, what sends it on the other. */
export function Tools({
  conversationId,
  reply,
  isOnline,
  isOff,
  foot,
  onFiles,
  onMake,
  onVoice,
  onQuick,
}: Props) {
  const { t } = useTranslation("composer");
  return (
    <div className="-ms-2 flex flex-wrap items-center gap-x-1 gap-y-2">
      <AddMenu isOff={reply.isSending} onFiles={onFiles} onMake={onMake} />
      <Tool name={t("voice.record")} isOff={reply.isSending} onPress={onVoice}>
        <MicSign />
      </Tool>
      <Tool
        name={t("quick")}
        hint={t("quickHint")}
        isOff={reply.isSending || reply.text !== ""}
        onPress={onQuick}
      >
        <QuickSign />
      </Tool>
      {!isOnline && <p className="ms-2 text-label text-ink2">{t("offline")}</p>}
      <span className="ms-auto flex items-center gap-3">
        <SendingCost conversationId={conversationId} className="text-label text-ink3 max-sm:hidden" />
        {foot}
        <SendButton reply={reply} isOff={isOff} />
      </span>
    </div>
  );
}

function Tool({
  name,
  hint = name,
  isOff,
  onPress,
  children,
}: {
  name: string;
  hint?: string;
  isOff: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button type="button" aria-label={name} title={hint} disabled={isOff} onClick={onPress} className={TOOL}>
      {children}
    </button>
  );
}
