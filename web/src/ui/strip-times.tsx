import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Strip } from "../../../shared/api/requests.ts";
import { cx } from "./class-names.ts";
import { useFormat } from "./format.ts";
import { BrokenGlyph, TickGlyph } from "./glyphs.tsx";

type NextStep = NonNullable<Strip["nextStep"]>;

/** A row of the timetable: the time aligned, what happens then beside it. */
function TimeRow({
  at,
  now,
  isLate,
  children,
}: {
  at: string;
  now: number;
  isLate: boolean;
  children: ReactNode;
}) {
  const { column, columnRest } = useFormat();
  const rest = columnRest(at, now);
  return (
    <>
      <time dateTime={at} className={cx("font-semibold whitespace-nowrap", isLate && "text-late")}>
        {column(at, now)}
      </time>
      <span className="flex min-w-0 gap-x-1">
        {rest && <span className={cx("whitespace-nowrap", isLate && "text-late")}>{rest}</span>}
        {children}
      </span>
    </>
  );
}

export function NextStepWords({ step, className }: { step: NextStep; className?: string }) {
  const { t } = useTranslation();
  return <bdi className={className}>{step.text ?? t(`next.${step.code}`)}</bdi>;
}

export function PromiseWords({ state }: { state: "open" | "kept" | "broken" }) {
  const { t } = useTranslation();
  if (state === "broken")
    return (
      <span className="inline-flex items-center gap-1.5 font-semibold text-late">
        <BrokenGlyph />
        {t("promise.broken")}
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1.5 text-ink2">
      {t(`promise.${state}`)}
      {state === "kept" && <TickGlyph />}
    </span>
  );
}

/** Next step and promise under each other: the left column of time. */
export function StripTimes({ strip, now, className }: { strip: Strip; now: number; className?: string }) {
  const { nextStep, promise } = strip;
  if (!nextStep && !promise) return null;
  const isPast = (at: string) => Date.parse(at) < now;
  return (
    <div className={cx("grid grid-cols-[minmax(2.75rem,auto)_minmax(0,1fr)] gap-x-1.5 text-line", className)}>
      {nextStep && (
        <TimeRow at={nextStep.at} now={now} isLate={isPast(nextStep.at)}>
          {/* A box of its own: words too long are cut at their own end in either direction. */}
          <NextStepWords step={nextStep} className="truncate" />
        </TimeRow>
      )}
      {promise && (
        <TimeRow
          at={promise.at}
          now={now}
          isLate={promise.state === "broken" || (promise.state === "open" && isPast(promise.at))}
        >
          <PromiseWords state={promise.state} />
        </TimeRow>
      )}
    </div>
  );
}
