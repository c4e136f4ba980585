import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names.ts";
import { useFormat } from "./format.ts";
import { BrokenGlyph, ChaseGlyph, ClockGlyph } from "./glyphs.tsx";

const TONES = {
  hand: "bg-hand-soft text-hand",
  late: "bg-late-soft text-late",
  out: "bg-out-soft text-out",
  plain: "bg-sunk text-ink2",
} as const;

/** A glyph and a word on a soft ground. Ember: yours waits. Crimson: we fail somebody. Else neutral. */
export function Chip({
  tone = "plain",
  glyph,
  children,
  className,
}: {
  tone?: keyof typeof TONES;
  glyph?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-[1.125rem] items-center gap-1.5 whitespace-nowrap rounded-strip px-1.5 text-label font-semibold",
        TONES[tone],
        className,
      )}
    >
      {glyph}
      {children}
    </span>
  );
}

/** "late 12 min", "waits 7 min", "window 21 h 49". */
export function ClockChip({ kind, ms }: { kind: "late" | "waits" | "window"; ms: number }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const tone = kind === "late" ? "late" : kind === "waits" ? "hand" : "plain";
  return (
    <Chip tone={tone} glyph={<ClockGlyph />}>
      {t(`chip.${kind}`, { time: duration(ms) })}
    </Chip>
  );
}

export function ChasedChip({ times }: { times: number }) {
  const { t } = useTranslation();
  return (
    <Chip tone="late" glyph={<ChaseGlyph />}>
      {t("chip.chased", { times })}
    </Chip>
  );
}

export function BrokenChip() {
  const { t } = useTranslation();
  return (
    <Chip tone="late" glyph={<BrokenGlyph />}>
      {t("promise.broken")}
    </Chip>
  );
}
