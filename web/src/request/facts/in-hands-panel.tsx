import { useTranslation } from "react-i18next";
import type { Strip } from "../../../../shared/api/requests.ts";
import { isOpen, movesFor, type State } from "../../../../shared/request.ts";
import { useMe } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { holderOf } from "../../ui/holder.ts";
import { useNow } from "../../ui/now.ts";
import { NextStepWords } from "../../ui/strip-times.tsx";
import { WaitsOn } from "../../ui/waits-on-mark.tsx";
import { type Moving, movableOf } from "../move/use-move.ts";

/** What one most likely does next from a state; the rest is under Move. */
const LIKELY: Record<State, readonly State[]> = {
  new: ["ready", "waiting"],
  ready: ["assigned", "working"],
  assigned: ["working", "ready"],
  working: ["done", "waiting"],
  blocked: ["working", "waiting"],
  waiting: ["working", "ready"],
  done: ["closed", "working"],
  closed: ["ready"],
  cancelled: ["ready"],
};

/** The same state is reached for different reasons; the words say which. */
function actOf(from: State, to: State) {
  if (to !== "working") return to;
  return from === "ready" || from === "assigned" || from === "done" ? (`working_${from}` as const) : to;
}

/** In whose hands it is now, what comes next and when; ember only when the hands are yours. */
export function InHandsPanel({
  strip,
  moving,
  onStep,
}: {
  strip: Strip;
  moving: Moving;
  /** Where another next step can be written. */
  onStep?: () => void;
}) {
  const { t } = useTranslation("request");
  const me = useMe();
  const now = useNow();
  const { age } = useFormat();
  const holder = holderOf(strip, me);
  const isYours = holder === "you";
  const offered = movesFor(movableOf(strip), me.role, me.id).map((move) => move.to);
  const actions = LIKELY[strip.state].filter((state) => offered.includes(state));
  if (!isOpen(strip.state) && actions.length === 0) return null;
  return (
    <section
      aria-label={t("hands.now")}
      className={cx("rounded-panel px-3.5 py-3.5", isYours ? "on-hand-soft" : "on-strip shadow-1")}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="flex min-w-0 items-center gap-1.5 text-line">
          <WaitsOn holder={holder} name={holder === "us" ? strip.owner?.name : null} className="text-line!" />
          <span className={cx("font-semibold", isYours ? "text-hand" : "text-ink2")}>
            {age(strip.stateSince, now)}
          </span>
        </span>
        <DueWords strip={strip} now={now} />
      </div>
      {strip.nextStep && (
        <p className="aligned mt-2 text-[0.9375rem] leading-5.5 font-semibold" dir="auto">
          <NextStepWords step={strip.nextStep} />
        </p>
      )}
      {(actions.length > 0 || onStep) && (
        <div className="mt-2.5 flex flex-wrap gap-2">
          {actions.map((to, place) => (
            <Button
              key={to}
              kind={place === 0 && isYours ? "primary" : "plain"}
              size="small"
              // A refusal on the screen has the digits for itself.
              shortcut={moving.refusal ? undefined : `Digit${place + 1}`}
              disabled={moving.pending?.strip.id === strip.id}
              onClick={() => moving.ask(strip, to)}
            >
              {t(`act.${actOf(strip.state, to)}`)}
            </Button>
          ))}
          {onStep && isOpen(strip.state) && (
            <Button kind="quiet" size="small" onClick={onStep}>
              {t("step.other")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function DueWords({ strip, now }: { strip: Strip; now: number }) {
  const { t } = useTranslation("request");
  const { ago, column, columnRest } = useFormat();
  const at = strip.nextStep?.at;
  if (!at) return null;
  const time = [column(at, now), columnRest(at, now)].filter(Boolean).join(" ");
  const isPast = Date.parse(at) < now;
  return (
    <time dateTime={at} className={cx("text-line font-semibold", isPast ? "text-late" : "text-ink2")}>
      {t("hands.due", { time, ago: ago(at, now) })}
    </time>
  );
}
