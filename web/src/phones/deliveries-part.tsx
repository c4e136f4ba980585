import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import type { Delivery } from "./simulator.ts";
import { useDeliveries } from "./use-simulator.ts";

const NOTES = { twice: "twice", shuffled: "shuffled", "wrong signature": "wrong" } as const;

/** What was posted to the webhook, newest first, and how it was answered. */
export function DeliveriesPart() {
  const { t } = useTranslation("phones");
  const { data } = useDeliveries();
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-message font-semibold">{t("deliveries")}</h2>
      {data?.deliveries.length === 0 && <p className="text-ink3">{t("noDeliveries")}</p>}
      <ol className="grid gap-1.5">
        {data?.deliveries.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} />
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
    </section>
  );
}

function Row({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("phones");
  const { clockTime } = useFormat();
  const last = delivery.attempts.at(-1);
  const remark = [
    delivery.note && t(`note.${NOTES[delivery.note]}`),
    last?.answer === null && t("noAnswer"),
    last?.answer && last.answer !== 200 && t("refused", { code: String(last.answer) }),
  ].filter(Boolean);
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)] text-line">
      <time dateTime={delivery.at} className="text-ink3">
        {clockTime(delivery.at)}
      </time>
      <span>
        <bdi>{delivery.kind}</bdi>
        {remark.map((words) => (
          <span key={String(words)} className="block text-label text-ink3">
            {words}
          </span>
        ))}
      </span>
    </li>
  );
}
