import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";
import type { Delivery } from "./shapes.ts";
import { useDeliveries } from "./use-simulator.ts";

const NOTES = { twice: "twice", shuffled: "shuffled", "wrong signature": "wrong" } as const;

/** What was posted to the webhook, newest first, and how it was answered. */
export function DeliveriesPart() {
  const { t, i18n } = useTranslation("phones");
  const { data } = useDeliveries();
  const clock = new Intl.DateTimeFormat(intlTag(i18n.language), { timeStyle: "medium", hourCycle: "h23" });
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="text-message font-semibold">{t("deliveries")}</h2>
      {data?.deliveries.length === 0 && <p className="text-ink3">{t("noDeliveries")}</p>}
      <ol className="grid gap-1.5">
        {data?.deliveries.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} time={clock.format(new Date(delivery.at))} />
        ))}
      </ol>
      {data && data.totals.posted > 0 && (
        <p className="mt-1 text-line text-ink2">
          {t("summary", {
            posted: data.totals.posted,
            distinct: data.totals.distinct,
            ms: Math.round(data.totals.medianMs),
          })}
        </p>
      )}
      {data && data.totals.waiting > 0 && (
        <p className="text-line text-ink2">{t("waiting", { count: data.totals.waiting })}</p>
      )}
    </section>
  );
}

function Row({ delivery, time }: { delivery: Delivery; time: string }) {
  const { t } = useTranslation("phones");
  const { note, attempts } = delivery;
  const last = attempts.at(-1);
  const remarks = [
    note && t(`note.${NOTES[note]}`),
    last?.answer === null && t("noAnswer"),
    last?.answer && last.answer !== 200 && t("refused", { code: String(last.answer) }),
    attempts.length > 1 && t("tries", { count: attempts.length }),
  ].filter((words) => typeof words === "string");
  return (
    <li className="grid grid-cols-[4.25rem_minmax(0,1fr)_auto] gap-x-1 text-line">
      <time dateTime={delivery.at} className="text-ink3 tabular-nums">
        {time}
      </time>
      <span>
        <bdi>{delivery.kind}</bdi>
        {remarks.map((words) => (
          <span key={words} className="block text-label text-ink3">
            {words}
          </span>
        ))}
      </span>
      {last?.answer === 200 && (
        <span className="text-label whitespace-nowrap text-ink3 tabular-nums">
          {t("answered", { code: last.answer, ms: Math.round(last.ms) })}
        </span>
      )}
    </li>
  );
}
