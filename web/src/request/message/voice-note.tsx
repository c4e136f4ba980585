import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { useKey } from "../../ui/use-key.ts";
import { MediaMissing } from "./media-missing.tsx";
import { readPeaks } from "./peaks.ts";
import { useClock } from "./sound-length.ts";

/** Drawn as long as the true shape is not known, so that nothing jumps. */
const FLAT = Array.from({ length: 48 }, () => 0.28);

type Props = { message: Message /** Plays on V: for the one note a person has in hand. */; hasKey?: boolean };

export function VoiceNote({ message, hasKey }: Props) {
  const url = message.media?.url;
  return url ? <Player message={message} url={url} hasKey={hasKey} /> : <MediaMissing message={message} />;
}

function Player({ message, url, hasKey }: Props & { url: string }) {
  const { t } = useTranslation("request");
  const { clockTime } = useFormat();
  const lengthOf = useClock();
  const sound = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(0);
  const [seconds, setSeconds] = useState<number | null>(null);
  const [phase, setPhase] = useState<"still" | "playing" | "broken">("still");
  const peaks = useQuery({
    queryKey: ["peaks", url],
    queryFn: () => readPeaks(url),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const toggle = () => {
    const player = sound.current;
    if (!player) return;
    if (player.paused) player.play().catch(() => setPhase("broken"));
    else player.pause();
  };
  useKey("KeyV", toggle, { isOff: !hasKey });

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {/* biome-ignore lint/a11y/useMediaCaption: a voice note has no captions */}
      <audio
        ref={sound}
        src={url}
        preload="metadata"
        onPlay={() => setPhase("playing")}
        onPause={() => setPhase("still")}
        onEnded={() => setAt(0)}
        onError={() => setPhase("broken")}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onLoadedMetadata={({ currentTarget }) =>
          setSeconds(Number.isFinite(currentTarget.duration) ? currentTarget.duration : null)
        }
      />
      <PlayButton isPlaying={phase === "playing"} isOff={phase === "broken"} onPress={toggle} />
      <Waveform
        peaks={peaks.data ?? FLAT}
        at={at}
        seconds={seconds ?? 0}
        onSeek={(to) => {
          if (sound.current) sound.current.currentTime = to;
          setAt(to);
        }}
      />
      <span className="text-line text-ink2">
        {t(message.content.isVoice === false ? "voice.sound" : "voice.note", {
          length: seconds === null ? clockTime(message.saidAt) : lengthOf(phase === "playing" ? at : seconds),
        })}
      </span>
      {phase === "broken" && (
        <p className="w-full text-line text-ink2">
          {t("voice.cannotPlay")}{" "}
          <a href={url} download className="font-medium text-ink underline">
            {t("voice.download")}
          </a>
        </p>
      )}
    </div>
  );
}

function PlayButton({
  isPlaying,
  isOff,
  onPress,
}: {
  isPlaying: boolean;
  isOff: boolean;
  onPress: () => void;
}) {
  const { t } = useTranslation("request");
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={isOff}
      aria-label={t(isPlaying ? "voice.pause" : "voice.play")}
      className="inline-flex size-7.5 shrink-0 items-center justify-center rounded-full border-[1.5px] border-line2 text-ink hover:border-ink disabled:text-ink3 touch:size-11"
    >
      <svg viewBox="0 0 12 12" className="size-3" fill="currentColor" aria-hidden="true">
        {isPlaying ? <path d="M2.5 1.5h2.4v9H2.5zM7.1 1.5h2.4v9H7.1z" /> : <path d="M2.8 1.2v9.6L11 6z" />}
      </svg>
    </button>
  );
}

type WaveformProps = { peaks: number[]; at: number; seconds: number; onSeek: (to: number) => void };

/** The bars are the picture, a range lying over them is the control. */
function Waveform({ peaks, at, seconds, onSeek }: WaveformProps) {
  const { t } = useTranslation("request");
  const played = seconds > 0 ? at / seconds : 0;
  return (
    <span className="relative inline-block h-6 w-60 max-w-[45vw] min-w-28 has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <svg viewBox="0 0 240 24" preserveAspectRatio="none" className="mirrored size-full" aria-hidden="true">
        {peaks.map((peak, bar) => {
          const height = 2.5 + peak * 18;
          return (
            <rect
              key={bar}
              x={bar * 5}
              y={12 - height / 2}
              width="2.4"
              height={height}
              rx="1.2"
              className={cx(played > 0 && bar / peaks.length <= played ? "fill-ink" : "fill-line2")}
            />
          );
        })}
      </svg>
      <input
        type="range"
        min={0}
        max={seconds || 1}
        step="any"
        value={at}
        disabled={seconds === 0}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        aria-label={t("voice.seek")}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
    </span>
  );
}
