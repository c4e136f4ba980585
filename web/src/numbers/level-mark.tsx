import { useTranslation } from "react-i18next";
import type { HealthLevel } from "../../../shared/number-health.ts";
import { cx } from "../ui/class-names.ts";
import { AlertGlyph, ClockGlyph, TickGlyph } from "../ui/glyphs.tsx";

const LOOKS = {
  act: { Glyph: AlertGlyph, className: "bg-hand-soft text-hand" },
  watch: { Glyph: ClockGlyph, className: "bg-sunk text-ink" },
  good: { Glyph: TickGlyph, className: "bg-sunk text-ink2" },
} as const;

/** Before a line whose words say the rest; read out as the word. */
export function LevelGlyph({ level }: { level: HealthLevel }) {
  const { t } = useTranslation("numbers");
  const { Glyph } = LOOKS[level];
  return (
    <span className={cx("mt-0.5 shrink-0", level === "act" ? "text-hand" : "text-ink3")}>
      <Glyph className="size-3.5!" />
      <span className="sr-only">{t(`level.${level}`)}</span>
    </span>
  );
}

/** Glyph and word together: colour never speaks alone. */
export function LevelMark({ level }: { level: HealthLevel }) {
  const { t } = useTranslation("numbers");
  const { Glyph, className } = LOOKS[level];
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-strip px-2 py-0.5 text-line font-semibold whitespace-nowrap",
        className,
      )}
    >
      <Glyph />
      {t(`level.${level}`)}
    </span>
  );
}
