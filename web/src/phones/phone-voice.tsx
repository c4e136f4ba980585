import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PlayButton, Waveform } from "../request/message/sound-controls.tsx";
import { useSound } from "../request/message/use-sound.ts";

/** Drawn as long as the true shape is not known, so that nothing jumps. */
const FLAT = Array.from({ length: 48 }, () => 0.28);

/** A sound on a phone. It plays when it is pressed, never by itself. */
export function PhoneVoice({
  src,
  mime,
  isVoice,
  onPlayed,
}: {
  src: string;
  mime: string;
  isVoice: boolean;
  onPlayed: () => void;
}) {
  const { t } = useTranslation("phones");
  const { sound, peaks } = useSound(src, mime);
  const player = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const [seconds, setSeconds] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const label = t(isVoice ? "voice" : "sound");
  if (sound.state === "none")
    return (
      <a href={src} download className="underline">
        {label}
      </a>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a form's; this is a player
    <div role="group" aria-label={label} className="flex items-center gap-2.5">
      {sound.state === "ready" && (
        // biome-ignore lint/a11y/useMediaCaption: a voice note has no captions
        <audio
          ref={player}
          src={sound.src}
          preload="metadata"
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => setAt(0)}
          onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
          onLoadedMetadata={({ currentTarget }) =>
            setSeconds(Number.isFinite(currentTarget.duration) ? currentTarget.duration : 0)
          }
        />
      )}
      <PlayButton
        isPlaying={isPlaying}
        isOff={sound.state !== "ready"}
        isBusy={sound.state === "opening"}
        onPress={() => {
          const { current } = player;
          if (!current?.paused) return current?.pause();
          void current.play().then(onPlayed, () => setPlaying(false));
        }}
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
      <bdi className="w-7 shrink-0 text-label whitespace-nowrap text-ink2 tabular-nums">
        {(at > 0 || seconds > 0) && lengthOf(at > 0 ? at : seconds)}
      </bdi>
    </div>
  );
}

export const lengthOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
