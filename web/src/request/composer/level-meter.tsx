import { useTranslation } from "react-i18next";

const BARS = 48;

/** How loud the last seconds were, the newest at the end. */
export function LevelMeter({ loudness }: { loudness: readonly number[] }) {
  const { t } = useTranslation("composer");
  const bars = [...Array.from({ length: Math.max(0, BARS - loudness.length) }, () => 0), ...loudness];
  return (
    <svg
      viewBox="0 0 240 28"
      preserveAspectRatio="xMaxYMid slice"
      role="img"
      aria-label={t("voice.level")}
      className="mirrored h-7 min-w-0 flex-1"
    >
      {bars.map((value, place) => {
        // Ears hear by ratios: a quiet voice is seen too.
        const height = 2 + Math.min(1, Math.sqrt(value) * 1.6) * 24;
        return (
          <rect
            key={place}
            x={place * 5}
            y={14 - height / 2}
            width="2.4"
            height={height}
            rx="1.2"
            className={value > 0 ? "fill-ink" : "fill-line2"}
          />
        );
      })}
    </svg>
  );
}
