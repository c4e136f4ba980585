import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { systemApi } from "../../../shared/api/system.ts";
import { requestRef } from "../../../shared/request.ts";
import { useOverview } from "../api/queries.ts";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";

type Promised = z.output<typeof systemApi.overview.output>["promises"][number];

const HOUR = 3_600_000;

/** The hours worth showing: a usual day, stretched to now and to the last promise. */
function spanOf(promises: readonly Promised[], now: number): { start: number; hours: number[] } {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const hourOf = (at: number) => (at - midnight) / HOUR;
  const marks = [hourOf(now), ...promises.map((promise) => hourOf(Date.parse(promise.at)))];
  const first = Math.max(0, Math.min(7, ...marks.map(Math.floor)));
  const last = Math.min(24, Math.max(19, ...marks.map((mark) => Math.ceil(mark + 0.2))));
  return {
    start: midnight + first * HOUR,
    hours: Array.from({ length: last - first + 1 }, (_, index) => first + index),
  };
}

/** Under the bar, desk only: ticks are promises, the baton is now. The only thing that moves unasked. */
export function DayLine() {
  const { t } = useTranslation(["shell", "kit"]);
  const { clockTime, longDate, number } = useFormat();
  const now = useNow();
  const promises = useOverview()?.promises ?? [];
  const { start, hours } = spanOf(promises, now);
  const place = (at: number) => ((at - start) / ((hours.length - 1) * HOUR)) * 100;
  /** How near an hour's figure may stand to the time of now. */
  const crowded = hours.length > 11 ? 0.5 : 0.3;
  const broken = promises.filter((promise) => promise.state === "broken").length;
  return (
    <section
      aria-label={t("day.label")}
      className="on-panel flex h-7.5 items-center gap-6 border-b border-line px-5 text-label text-ink3 max-sm:hidden"
    >
      <span className="font-medium whitespace-nowrap text-ink2">{longDate(new Date(now).toISOString())}</span>
      <div className="relative h-full flex-1">
        <span className="absolute inset-x-0 bottom-2.25 h-px bg-line2" aria-hidden="true" />
        {hours.map((hour) => {
          const at = start + (hour - (hours[0] ?? 0)) * HOUR;
          if (Math.abs(at - now) < HOUR * crowded) return null;
          return (
            <span
              key={hour}
              aria-hidden="true"
              style={{ insetInlineStart: `${place(at)}%` }}
              className="absolute top-0.75 whitespace-nowrap -translate-x-1/2 leading-none rtl:translate-x-1/2"
            >
              {number(hour).padStart(2, number(0))}
            </span>
          );
        })}
        <ol>
          {promises.map((promise) => (
            <Tick key={promise.requestId} promise={promise} place={place(Date.parse(promise.at))} />
          ))}
        </ol>
        <Now place={place(now)} time={clockTime(now)} />
      </div>
      <span className="whitespace-nowrap">
        {promises.length === 0 ? t("day.none") : t("day.promises", { count: promises.length })}
        {broken > 0 && (
          <>
            {t("kit:comma")}
            <span className="font-semibold text-late">{t("day.broken", { count: broken })}</span>
          </>
        )}
      </span>
    </section>
  );
}

function Tick({ promise, place }: { promise: Promised; place: number }) {
  const { t } = useTranslation("shell");
  const { clockTime } = useFormat();
  const time = clockTime(promise.at);
  const words = t(promise.state === "broken" ? "day.missed" : `day.${promise.state}`, { time });
  return (
    <li style={{ insetInlineStart: `${place}%` }} className="absolute inset-y-0">
      <Link
        to="/requests/$id"
        params={{ id: String(promise.requestId) }}
        className="group absolute inset-y-0 -start-2 flex w-4 items-end justify-center pb-1.25 -outline-offset-2"
      >
        <span
          aria-hidden="true"
          className={cx(
            "w-0.5",
            promise.state === "broken"
              ? "h-2.5 w-[3px] bg-late"
              : promise.isYours
                ? "h-2 bg-hand-fill"
                : "h-2 bg-line2",
          )}
        />
        <span className="on-strip pointer-events-none absolute top-full start-1/2 z-20 w-max max-w-60 -translate-x-1/2 rounded-strip px-3 py-2 opacity-0 shadow-2 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 rtl:translate-x-1/2">
          <span className="flex justify-between gap-4 text-label text-ink3">
            <bdi>{requestRef(promise.requestId)}</bdi>
            <span className={cx(promise.state === "broken" && "font-semibold text-late")}>{words}</span>
          </span>
          <bdi className="mt-0.5 block text-title font-semibold text-ink">{promise.title}</bdi>
        </span>
      </Link>
    </li>
  );
}

function Now({ place, time }: { place: number; time: string }) {
  const { t } = useTranslation("shell");
  return (
    <span
      style={{ insetInlineStart: `${place}%` }}
      className="pointer-events-none absolute inset-y-0 -translate-x-1/2 rtl:translate-x-1/2"
    >
      <span className="sr-only">{t("day.now", { time })}</span>
      <span
        aria-hidden="true"
        className="mt-0.5 block whitespace-nowrap text-label leading-none font-semibold text-ink"
      >
        {time}
      </span>
      <svg
        viewBox="-9 -6 18 12"
        className="mirrored absolute bottom-1 left-1/2 -ml-[9px] h-3 w-4.5"
        fill="none"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <path d="M-5.4 2.6 5.4-2.6" stroke="var(--surface)" strokeWidth="7.5" />
        <path d="M-5.4 2.6 5.4-2.6" className="stroke-hand-fill" strokeWidth="4.3" />
      </svg>
    </span>
  );
}
