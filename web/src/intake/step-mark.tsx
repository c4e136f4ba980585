import type { StepFact } from "../../../shared/api/intake.ts";
import { cx } from "../ui/class-names.ts";
import { AlertGlyph, ClockGlyph, TickGlyph } from "../ui/glyphs.tsx";

const DOT = "block size-1.5 rounded-full";

/** Reached us or was settled: a tick. Failed: the alert. Waits: the clock. Said by somebody: a ring. All else: a dot. */
export function StepMark({ fact }: { fact: StepFact }) {
  switch (fact.code) {
    case "dead":
      return <AlertGlyph className="size-3.5! text-late" />;
    case "replayed":
      return fact.outcome === "dead" ? (
        <AlertGlyph className="size-3.5! text-late" />
      ) : (
        <TickGlyph className="size-3.5!" />
      );
    case "recorded":
      return <TickGlyph className="size-3.5!" />;
    case "parked":
      return <ClockGlyph className="size-3.5! text-ink2" />;
    case "said":
      return <span className="block size-2.5 rounded-full border-2 border-ink" aria-hidden="true" />;
    case "media":
    case "answered":
    case "status": {
      const state = fact.code === "status" ? fact.status : fact.state;
      if (state === "failed" || state === "refused" || state === "unknown")
        return <AlertGlyph className="size-3.5! text-late" />;
      return <span className={cx(DOT, "bg-ink2")} aria-hidden="true" />;
    }
    default:
      return <span className={cx(DOT, "bg-line2")} aria-hidden="true" />;
  }
}
