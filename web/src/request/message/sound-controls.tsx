import { useTranslation } from "react-i18next";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";

const ROUND =
  "inline-flex size-7.5 shrink-0 items-center justify-center rounded-full border-[1.5px] border-line2 text-ink hover:border-ink disabled:text-ink3 touch:size-11";

type PlayProps = { isPlaying: boolean; isOff: boolean; isBusy: boolean; onPress: () => void };

export function PlayButton({ isPlaying, isOff, isBusy, onPress }: PlayProps) {
  const { t } = useTranslation("request");
  const { t: word } = useTranslation("media");
  return (
    <button
      type="button"
      onClick={onPress}
      disabled={isOff}
      aria-busy={isBusy}
      aria-label={isBusy ? word("sound.opening") : t(isPlaying ? "voice.pause" : "voice.play")}
      className={cx(ROUND, isBusy && "animate-pulse")}
    >
      <svg viewBox="0 0 12 12" className="size-3" fill="currentColor" aria-hidden="true">
        {isPlaying ? <path d="M2.5 1.5h2.4v9H2.5zM7.1 1.5h2.4v9H7.1z" /> : <path d="M2.8 1.2v9.6L11 6z" />}
      </svg>
    </button>
  );
}

const SPEEDS = [1, 1.5, 2] as const;

/** Each press is the next speed, and the first again after the last. */
export function SpeedButton({ speed, onChange }: { speed: number; onChange: (speed: number) => void }) {
  const { t } = useTranslation("media");
  const { number } = useFormat();
  const next = SPEEDS.find((one) => one > speed) ?? SPEEDS[0];
  return (
    <button
      type="button"
      onClick={() => onChange(next)}
      aria-label={t("sound.speed", { times: number(speed) })}
      className="inline-flex h-7.5 min-w-10 shrink-0 items-center justify-center rounded-full border border-line2 px-2 text-label font-semibold text-ink2 tabular-nums hover:border-ink hover:text-ink touch:h-11 touch:min-w-11"
    >
      <bdi aria-hidden="true">{number(speed)}×</bdi>
    </button>
  );
}

type WaveformProps = { peaks: number[]; at: number; seconds: number; onSeek: (to: number) => void };

/** The bars are the picture, a range lying over them is the control. */
export function Waveform({ peaks, at, seconds, onSeek }: WaveformProps) {
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
