import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useRecorder } from "../request/voice/use-recorder.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/class-names.ts";
import { BinSign, SendSign } from "./phone-glyphs.tsx";
import { lengthOf } from "./phone-voice.tsx";

const ROUND = "inline-flex size-11 shrink-0 items-center justify-center rounded-full disabled:bg-line2";

/** Recording, in the composer's place: sent or thrown away. Without a microphone there is a note that came with us. */
export function VoiceBar({
  onSend,
  onBuiltIn,
  onCancel,
}: {
  onSend: (file: Blob, isVoice: boolean) => void;
  onBuiltIn: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation("phones");
  const { recording, stop } = useRecorder();
  const { phase } = recording;
  const sendMade = useEffectEvent(() => {
    if (recording.phase === "made") onSend(recording.file, recording.isVoice);
  });
  useEffect(() => {
    if (phase === "made") sendMade();
  }, [phase]);
  if (phase === "problem")
    return (
      <div className="on-strip flex flex-col gap-2 border-t border-line p-3">
        <p role="status" className="text-line text-ink2">
          {t("record.none")}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={onBuiltIn} autoFocus>
            {t("record.builtIn")}
          </Button>
          <Button onClick={onCancel}>{t("cancel")}</Button>
        </div>
      </div>
    );
  const isRecording = phase === "recording" || phase === "paused";
  return (
    <div className="on-strip flex items-center gap-2 border-t border-line p-1.5">
      <button
        type="button"
        onClick={onCancel}
        aria-label={t("record.drop")}
        className={cx(ROUND, "hover:bg-sunk")}
      >
        <BinSign />
      </button>
      <p role="status" className="sr-only">
        {t("record.on")}
      </p>
      <span className="size-2.5 shrink-0 rounded-full bg-ink" aria-hidden="true" />
      <bdi className="w-10 tabular-nums">{lengthOf(isRecording ? recording.seconds : 0)}</bdi>
      <svg viewBox="0 0 192 24" preserveAspectRatio="none" className="h-6 min-w-0 flex-1" aria-hidden="true">
        {(isRecording ? recording.loudness : []).map((loud, bar) => {
          const height = 2 + Math.min(1, loud * 6) * 20;
          return (
            <rect
              key={bar}
              x={bar * 4}
              y={12 - height / 2}
              width="2"
              height={height}
              className="fill-line2"
            />
          );
        })}
      </svg>
      <button
        type="button"
        disabled={!isRecording}
        onClick={stop}
        aria-label={t("record.send")}
        className={cx(ROUND, "bg-go text-on-go")}
      >
        <SendSign />
      </button>
    </div>
  );
}
