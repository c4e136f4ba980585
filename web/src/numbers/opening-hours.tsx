import { useTranslation } from "react-i18next";
import type { FirstWords } from "../../../shared/api/first-words.ts";
import { intlTag } from "../texts/i18n.ts";
import { Button } from "../ui/button.tsx";
import { CrossGlyph } from "../ui/glyphs.tsx";
import { fieldClass } from "../ui/text-field.tsx";

type Opening = FirstWords["opening"];
type Span = Opening[number];

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const DAY = { from: "09:00", to: "18:00" };
/** A Monday, so that Intl can name the days. */
const MONDAY = Date.UTC(2024, 0, 1, 12);

/** The week as it is open: each day's spans, several where there is a break. */
export function OpeningHours({
  opening,
  onChange,
}: {
  opening: Opening;
  onChange: (opening: Opening) => void;
}) {
  const { t, i18n } = useTranslation("firstWords");
  const names = new Intl.DateTimeFormat(intlTag(i18n.language), { weekday: "long", timeZone: "UTC" });
  const nameOf = (weekday: number) => names.format(MONDAY + (weekday - 1) * 86_400_000);
  const change = (span: Span, to: Partial<Span>) =>
    onChange(opening.map((each) => (each === span ? { ...each, ...to } : each)));
  const add = (weekday: number, after: Span | undefined) =>
    onChange([
      ...opening,
      {
        weekday,
        ...(after && after.to < "23:00"
          ? { from: after.to, to: after.to < "18:00" ? "18:00" : "24:00" }
          : DAY),
      },
    ]);
  return (
    <fieldset>
      <legend className="mb-1 text-label font-medium text-ink2">{t("opening")}</legend>
      <ul className="max-w-160 border-t border-line">
        {WEEK.map((weekday) => {
          const spans = opening.filter((span) => span.weekday === weekday);
          return (
            <li
              key={weekday}
              className="grid items-center gap-x-4 gap-y-1 border-b border-line py-1.5 sm:grid-cols-[8rem_minmax(0,1fr)_auto]"
            >
              <span className="font-medium">{nameOf(weekday)}</span>
              <span className="flex flex-wrap gap-x-4 gap-y-1.5">
                {spans.length === 0 && <span className="text-ink3">{t("shut")}</span>}
                {spans.map((span, index) => (
                  <SpanFields
                    key={index}
                    span={span}
                    day={nameOf(weekday)}
                    onChange={(to) => change(span, to)}
                    onRemove={() => onChange(opening.filter((each) => each !== span))}
                  />
                ))}
              </span>
              <Button
                kind="quiet"
                size="small"
                className="justify-self-start"
                aria-label={t("addSpanOf", { day: nameOf(weekday) })}
                onClick={() => add(weekday, spans.at(-1))}
              >
                {t("addSpan")}
              </Button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function SpanFields({
  span,
  day,
  onChange,
  onRemove,
}: {
  span: Span;
  day: string;
  onChange: (to: Partial<Span>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation("firstWords");
  const field = fieldClass(false, "h-8 w-28 touch:h-11 touch:text-[1rem]");
  return (
    <span className="inline-flex items-center gap-1.5" dir="ltr">
      <input
        type="time"
        aria-label={t("from", { day })}
        className={field}
        value={span.from}
        required
        onChange={(event) => onChange({ from: event.target.value })}
      />
      <span aria-hidden="true">–</span>
      {/* A time field knows no 24:00; midnight at the end of a day is written 00:00. */}
      <input
        type="time"
        aria-label={t("to", { day })}
        className={field}
        value={span.to === "24:00" ? "00:00" : span.to}
        required
        onChange={(event) => onChange({ to: event.target.value === "00:00" ? "24:00" : event.target.value })}
      />
      <button
        type="button"
        aria-label={t("removeSpan", { day })}
        onClick={onRemove}
        className="inline-flex size-8 items-center justify-center rounded-control text-ink3 hover:bg-sunk hover:text-ink touch:size-11"
      >
        <CrossGlyph />
      </button>
    </span>
  );
}
