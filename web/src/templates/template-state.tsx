import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateState } from "../../../shared/template.ts";
import { cx } from "../ui/class-names.ts";
import { AlertGlyph, ClockGlyph, CrossGlyph, TickGlyph } from "../ui/glyphs.tsx";

const LOOKS: Record<TemplateState, string> = {
  approved: "text-ink2",
  pending: "text-out",
  rejected: "text-late",
  paused: "text-hand",
  disabled: "text-late",
  deleted: "text-ink3",
  unknown: "text-ink3",
};

const GLYPHS: Record<TemplateState, ReactNode> = {
  approved: <TickGlyph />,
  pending: <ClockGlyph />,
  rejected: <CrossGlyph />,
  paused: <PauseGlyph />,
  disabled: <CrossGlyph />,
  deleted: <CrossGlyph />,
  unknown: <AlertGlyph />,
};

/** Sign and word; colour alone says nothing. */
export function TemplateStateMark({ state, className }: { state: TemplateState; className?: string }) {
  const { t } = useTranslation("templates");
  return (
    <span className={cx("inline-flex items-center gap-1.5 text-line font-medium", LOOKS[state], className)}>
      {GLYPHS[state]}
      {t(`state.${state}`)}
    </span>
  );
}

function PauseGlyph() {
  return (
    <svg
      viewBox="0 0 12 12"
      className="size-3 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4 2.5v7M8 2.5v7" />
    </svg>
  );
}
