import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { WHY_DEAD } from "../../../shared/api/intake.ts";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import type { ReplayRun } from "./use-replay.ts";

/** How far another try is, and what it came to: told once, and left standing. */
export function ReplayLine({ run, onStop }: { run: ReplayRun; onStop: () => void }) {
  const { t } = useTranslation("intake");
  const failureWords = useFailureWords();
  const place = useRef<HTMLDivElement>(null);
  const { result, total, isOver, isStopped, id, error } = run;
  // The row whose button was pressed may be gone by now: what came of it is where one goes on.
  useEffect(() => {
    if (isOver && document.activeElement === document.body) place.current?.focus();
  }, [isOver]);
  const lines = isOver
    ? [
        ...(result.recorded > 0 ? [t("result.recorded", { count: result.recorded })] : []),
        ...(result.before > 0 ? [t("result.before", { count: result.before })] : []),
        ...WHY_DEAD.flatMap((code) => {
          const count = result.still[code] ?? 0;
          return count > 0 ? [t("result.still", { count, why: t(`why.${code}`) })] : [];
        }),
        ...(result.tried === 0 && !error ? [t("result.nothing")] : []),
        ...(isStopped ? [t("result.stopped")] : []),
      ]
    : [];
  return (
    <div
      ref={place}
      tabIndex={-1}
      className="on-panel flex flex-col gap-2 rounded-strip border border-line px-4 py-3 outline-offset-2"
    >
      {!isOver && id === null && (
        <div className="flex flex-wrap items-center gap-3">
          <progress
            value={total === 0 ? undefined : result.tried}
            max={total === 0 ? undefined : total}
            aria-label={t("stuck.all")}
            className="h-1.5 min-w-32 flex-1 appearance-none overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-ink"
          />
          <Button size="small" onClick={onStop}>
            {t("stuck.stop")}
          </Button>
        </div>
      )}
      <div role="status">
        {!isOver && <p>{t("stuck.trying", { done: result.tried, total: Math.max(total, 1) })}</p>}
        {lines.map((line) => (
          <p key={line} className="font-medium">
            {line}
          </p>
        ))}
      </div>
      {isOver && Boolean(error) && (
        <p role="alert" className="font-medium text-late">
          {failureWords(error)}
        </p>
      )}
    </div>
  );
}
