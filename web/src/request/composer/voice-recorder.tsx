import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { useClock } from "../message/sound-length.ts";
import { type Recording, useRecorder } from "../voice/use-recorder.ts";
import { uploadVoice } from "./attachments.ts";
import { BinSign } from "./glyphs.tsx";
import { LevelMeter } from "./level-meter.tsx";
import type { Replying } from "./use-reply.ts";
import { VoicePreview } from "./voice-preview.tsx";

/** Beyond this WhatsApp shows a voice note as a file to be loaded first. */
const PLAYED_AT_ONCE = 512 * 1024;

type Props = { reply: Replying; isOnline: boolean; onClose: () => void };

/** A voice note: recorded, listened to, and only then sent. */
export function VoiceRecorder({ reply, isOnline, onClose }: Props) {
  const { t } = useTranslation("composer");
  const { recording, pause, resume, stop } = useRecorder();
  const discard = (
    <Button kind="quiet" size="small" onClick={onClose}>
      <span className="inline-flex items-center gap-1.5">
        <BinSign className="size-4" />
        {t("voice.discard")}
      </span>
    </Button>
  );
  if (recording.phase === "problem")
    return (
      <div role="alert" className="flex flex-wrap items-center justify-between gap-2 py-1">
        <p className="text-body">{t(`voice.${recording.why}`)}</p>
        <Button size="small" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
    );
  if (recording.phase === "made")
    return (
      <Made recording={recording} reply={reply} isOnline={isOnline} discard={discard} onClose={onClose} />
    );
  const isOn = recording.phase === "recording" || recording.phase === "paused";
  return (
    <fieldset
      aria-label={t("add.voice")}
      className="flex flex-col gap-2.5"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <Meter recording={recording} />
      <div className="flex flex-wrap items-center gap-2">
        {discard}
        <span className="ms-auto flex gap-2">
          {isOn && (
            <Button size="small" onClick={recording.phase === "paused" ? resume : pause}>
              {t(recording.phase === "paused" ? "voice.resume" : "voice.pause")}
            </Button>
          )}
          <Button kind="primary" size="small" disabled={!isOn} onClick={stop} ref={focusIt}>
            {t("voice.stop")}
          </Button>
        </span>
      </div>
    </fieldset>
  );
}

/** The one key that is wanted next. */
const focusIt = (button: HTMLButtonElement | null) => button?.focus();

function Meter({ recording }: { recording: Recording }) {
  const { t } = useTranslation("composer");
  const clock = useClock();
  if (recording.phase !== "recording" && recording.phase !== "paused")
    return <p className="py-2 text-body text-ink2">{t("voice.making")}</p>;
  const { phase, seconds, loudness, isSilent } = recording;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-3">
        <span
          aria-hidden="true"
          className={
            phase === "paused"
              ? "size-2.5 rounded-full border-2 border-ink2"
              : "size-2.5 rounded-full bg-late"
          }
        />
        <span role="status" className="text-line font-semibold">
          {t(phase === "paused" ? "voice.paused" : "voice.recording")}
        </span>
        <LevelMeter loudness={loudness} />
        <span className="text-line text-ink2 tabular-nums">{clock(Math.floor(seconds))}</span>
      </div>
      {isSilent && (
        <p role="status" className="text-line text-late">
          {t("voice.silent")}
        </p>
      )}
    </div>
  );
}

function Made({
  recording,
  reply,
  isOnline,
  discard,
  onClose,
}: Props & { recording: Extract<Recording, { phase: "made" }>; discard: React.ReactNode }) {
  const { t } = useTranslation("composer");
  const { number } = useFormat();
  const { file, isVoice, seconds, isCutOff } = recording;
  const [isGoing, setIsGoing] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  /** Up while one listens: sending is then one press. */
  const [upload, setUpload] = useState<Promise<number> | null>(null);
  useEffect(() => {
    const going = uploadVoice(file);
    going.catch(() => undefined);
    setUpload(going);
  }, [file]);
  const send = async () => {
    setIsGoing(true);
    setHasFailed(false);
    try {
      const uploadId = await (upload ?? uploadVoice(file));
      if (await reply.sendOne({ kind: "audio", uploadId, isVoice })) return onClose();
    } catch {
      setHasFailed(true);
      setUpload(null);
    }
    setIsGoing(false);
  };
  return (
    <fieldset
      aria-label={t("add.voice")}
      className="flex flex-col gap-2.5"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <VoicePreview file={file} seconds={seconds} />
      <p className="text-label text-ink2">
        {isCutOff
          ? t("voice.end")
          : file.size > PLAYED_AT_ONCE
            ? t("voice.long", { minutes: number(Math.floor(seconds / 60)) })
            : t("voice.listen")}
      </p>
      {hasFailed && (
        <p role="alert" className="text-line font-semibold text-late">
          {t("file.failed")}. {t("keptFile")}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {discard}
        {!isOnline && <p className="text-label text-ink2">{t("offline")}</p>}
        <Button
          kind="primary"
          size="small"
          className="ms-auto"
          disabled={!isOnline || isGoing}
          onClick={() => void send()}
          ref={focusIt}
        >
          {t(isGoing ? "sending" : "voice.send")}
        </Button>
      </div>
    </fieldset>
  );
}
