import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PlayButton, Waveform } from "../message/sound-controls.tsx";
import { useClock } from "../message/sound-length.ts";
import { useSound } from "../message/use-sound.ts";

const FLAT = Array.from({ length: 48 }, () => 0.28);

/** What was recorded, as it will be heard: the very file that goes out. */
export function VoicePreview({ file, seconds }: { file: File; seconds: number }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url && <Player url={url} type={file.type} seconds={seconds} />;
}

function Player({ url, type, seconds }: { url: string; type: string; seconds: number }) {
  const { t } = useTranslation("request");
  const clock = useClock();
  const { sound, peaks } = useSound(url, type);
  const player = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const toggle = () => {
    const { current } = player;
    if (!current) return;
    if (current.paused) current.play().catch(() => setIsPlaying(false));
    else current.pause();
  };
  return (
    <div className="flex items-center gap-3">
      {sound.state === "ready" && (
        // biome-ignore lint/a11y/useMediaCaption: a voice note has no captions
        <audio
          ref={player}
          src={sound.src}
          preload="auto"
          onPlay={() => setIsPlaying(true)}
          onPause={() => setIsPlaying(false)}
          onEnded={() => setAt(0)}
          onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        />
      )}
      <PlayButton
        isPlaying={isPlaying}
        isOff={sound.state !== "ready"}
        isBusy={sound.state === "opening"}
        onPress={toggle}
      />
      <Waveform
        peaks={peaks ?? FLAT}
        at={at}
        seconds={seconds}
        onSeek={(to) => {
          if (player.current) player.current.currentTime = to;
          setAt(to);
        }}
      />
      <span className="text-line text-ink2">{t("voice.note", { length: clock(at > 0 ? at : seconds) })}</span>
    </div>
  );
}
