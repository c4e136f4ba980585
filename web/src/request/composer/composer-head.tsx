import { useTranslation } from "react-i18next";
import { cx } from "../../ui/class-names.ts";
import { useFormat } from "../../ui/format.ts";
import { ClockGlyph } from "../../ui/glyphs.tsx";
import { useNow } from "../../ui/now.ts";
import type { Head, ShownWindow } from "./use-window.ts";

const WINDOW_MS = 24 * 60 * 60_000;
/** Below this the clock is no longer a detail. */
export const SOON_MS = 2 * 60 * 60_000;

/** "To Fatima, on +971 50 218 44 12, from Al Noor", and how long WhatsApp still lets free words through. */
export function ComposerHead({ head, shown }: { head: Head | null; shown: ShownWindow }) {
  const { t } = useTranslation("composer");
  if (!head) return <div className="h-9.5 border-b border-line" />;
  const { contact, number } = head;
  return (
    <div className="flex min-h-9.5 flex-wrap items-center justify-between gap-x-4 gap-y-0.5 border-b border-line px-3.5 py-1.5 text-line">
      <p className="min-w-0 truncate text-ink2">
        {contact && (
          <>
            <bdi className="font-semibold text-ink">{t("to", { name: contact.name })}</bdi>{" "}
            {contact.phone ? (
              <>
                {t("on")} <bdi dir="ltr">{dialled(contact.phone)}</bdi>
              </>
            ) : (
              t("noPhone")
            )}{" "}
          </>
        )}
        <span className="max-sm:hidden">
          {t("from")} <bdi>{number.name}</bdi>
        </span>
      </p>
      {contact && <WindowClock shown={shown} head={head} />}
    </div>
  );
}

/** As one would dial it from anywhere. */
const dialled = (phone: string): string => (/^\d/.test(phone) ? `+${phone}` : phone);

function WindowClock({ shown, head }: { shown: ShownWindow; head: Head }) {
  const { t } = useTranslation("composer");
  const { duration, column, columnRest, clockTime, isToday } = useFormat();
  const now = useNow();
  if (shown.kind === "unknown") return null;
  const timeOf = (instant: string) =>
    isToday(instant, now) ? clockTime(instant) : [column(instant, now), columnRest(instant, now)].join(" ");
  const left = shown.kind === "open" ? shown.leftMs : 0;
  return (
    <p
      className={cx(
        "flex flex-wrap items-center gap-x-2",
        shown.kind === "open" && left < SOON_MS ? "text-late" : "text-ink2",
      )}
    >
      <ClockGlyph />
      {shown.kind === "open" && (
        <span>
          {t("window.open", { time: timeOf(shown.until) })}{" "}
          <strong className={cx("font-semibold", left >= SOON_MS && "text-ink")}>{duration(left)}</strong>
        </span>
      )}
      {shown.kind === "shut" && (
        <span className="font-semibold text-ink">{t("window.since", { time: timeOf(shown.since) })}</span>
      )}
      {shown.kind === "never" && <span className="font-semibold text-ink">{t("window.never")}</span>}
      <span aria-hidden="true" className="relative block h-0.75 w-16 bg-line sm:w-22">
        <span
          className={cx("absolute inset-y-0 start-0", left < SOON_MS ? "bg-late" : "bg-ink2")}
          style={{ width: `${Math.min(100, (left / WINDOW_MS) * 100)}%` }}
        />
      </span>
      <FreeEntry head={head} timeOf={timeOf} />
    </p>
  );
}

/** They came by an advertisement: said, since it decides whether to answer now. */
function FreeEntry({ head, timeOf }: { head: Head; timeOf: (instant: string) => string }) {
  const { t } = useTranslation("composer");
  const now = useNow();
  const isAhead = (instant: string | null): instant is string =>
    instant !== null && Date.parse(instant) > now;
  const words = isAhead(head.freeUntil)
    ? t("window.free", { time: timeOf(head.freeUntil) })
    : isAhead(head.freeIfAnsweredBy)
      ? t("window.freeIfAnswered", { time: timeOf(head.freeIfAnsweredBy) })
      : null;
  return (
    words && (
      <span className="rounded-strip bg-sunk px-1.5 py-px text-label font-medium text-ink2">{words}</span>
    )
  );
}
