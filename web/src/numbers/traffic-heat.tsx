import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";
import { useFormat } from "../ui/format.ts";
import { useNow } from "../ui/now.ts";
import { darkness, type Heat, heatOf } from "./heat.ts";
import type { ShownNumber } from "./use-numbers.ts";

const GROUNDS = ["bg-sunk", "bg-ink/12", "bg-ink/28", "bg-ink/46", "bg-ink/68", "bg-ink/90"] as const;
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** When people write: a week of hours, one ink. */
export function TrafficHeat({ number }: { number: ShownNumber }) {
  const { t } = useTranslation("numbers");
  const heat = heatOf(number.traffic);
  const now = useNow();
  const isJustIn = number.lastInAt !== null && now - Date.parse(number.lastInAt) < HOUR_MS;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-title font-semibold">{t("heat.title")}</h3>
        <p className="text-label text-ink3">{t("heat.lead")}</p>
      </div>
      {heat.total === 0 ? (
        <p className="text-ink2">{t(isJustIn ? "heat.notYet" : "heat.none")}</p>
      ) : (
        <>
          <Grid heat={heat} />
          <p className="flex flex-wrap gap-x-4 text-label text-ink3">
            <span>{t("heat.total", { n: heat.total })}</span>
            <span>{t("heat.most", { n: Math.max(1, Math.round(heat.most / 4)) })}</span>
          </p>
        </>
      )}
    </div>
  );
}

function Grid({ heat }: { heat: Heat }) {
  const { t, i18n } = useTranslation("numbers");
  const { number } = useFormat();
  const weekday = new Intl.DateTimeFormat(intlTag(i18n.language), { weekday: "short", timeZone: "UTC" });
  const clock = (hour: number) => number(hour).padStart(2, number(0));
  return (
    <table className="w-full table-fixed border-separate border-spacing-[2px]">
      <thead>
        <tr className="text-label text-ink3">
          <th scope="col" className="w-9 rtl:w-14">
            <span className="sr-only">{t("heat.day")}</span>
          </th>
          {Array.from({ length: 24 }, (_, hour) => (
            <th key={hour} scope="col" className="relative h-4 p-0 font-normal">
              <span
                className={
                  hour % 6 === 0 ? "absolute start-0 top-0 leading-none whitespace-nowrap" : "sr-only"
                }
              >
                {clock(hour)}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heat.days.map((hours, day) => {
          const name = weekday.format(MONDAY + day * DAY_MS);
          return (
            <tr key={name}>
              <th scope="row" className="truncate pe-1 text-start text-label font-normal text-ink3">
                {name}
              </th>
              {hours.map((count, hour) => (
                <td
                  key={hour}
                  title={
                    count > 0 ? `${name} ${clock(hour)}: ${t("heat.cell", { n: count / 4 })}` : undefined
                  }
                  className={`h-4 rounded-[2px] p-0 ${GROUNDS[darkness(count, heat.most)]}`}
                >
                  <span className="sr-only">{number(count / 4)}</span>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
