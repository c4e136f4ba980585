import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { StripSkeleton } from "../ui/skeleton.tsx";
import { UntilRead } from "../ui/until-read.tsx";
import { useCountryName, useKindName, useMoney, useMonthName } from "./money-words.ts";
import { RateDialog } from "./rate-dialog.tsx";
import { RateUndo } from "./rate-undo.tsx";
import { type CostRate, type RateChange, type RateDraft, useRateChange, useRates } from "./use-costs.ts";

/** The prices everything is reckoned by; each can be changed, and each change undone. */
export function RatesPart({ month }: { month: string }) {
  const { t } = useTranslation("costs");
  const rates = useRates();
  const { remove } = useRateChange();
  const failureWords = useFailureWords();
  const [editing, setEditing] = useState<{ draft: RateDraft; isNew: boolean } | null>(null);
  const [last, setLast] = useState<RateChange | null>(null);
  const list = rates.data?.rates ?? [];
  const blank: RateDraft = {
    ...{ country: "MX", category: "service", currency: list[0]?.currency ?? "USD", price: "" },
    ...{ fromMonth: month, isExample: false },
  };
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-5">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-head font-semibold">{t("rates.title")}</h2>
          <p className="max-w-[80ch] text-ink2">{t("rates.text")}</p>
          {list.some(({ isExample }) => isExample) && (
            <p className="mt-1 max-w-[80ch] text-ink2">{t("rates.examples")}</p>
          )}
        </div>
        <Button onClick={() => setEditing({ draft: blank, isNew: true })}>{t("rates.add")}</Button>
      </div>
      {last && (
        <RateUndo
          key={`${last.kind} ${last.rate.id} ${last.rate.price}`}
          change={last}
          onDone={() => setLast(null)}
        />
      )}
      {remove.error && (
        <p role="alert" className="font-medium text-late">
          {failureWords(remove.error)}
        </p>
      )}
      <UntilRead query={rates} error={t("error")} reason={failureWords(rates.error)}>
        <StripSkeleton className="h-40" />
      </UntilRead>
      {rates.data && list.length === 0 && <p className="text-ink2">{t("rates.none")}</p>}
      {list.length > 0 && (
        <ul className="on-strip rounded-panel shadow-1">
          {list.map((rate) => (
            <RateRow
              key={rate.id}
              rate={rate}
              onEdit={() => setEditing({ draft: rate, isNew: false })}
              onRemove={() => remove.mutate(rate.id, { onSuccess: setLast })}
            />
          ))}
        </ul>
      )}
      {editing && <RateDialog {...editing} onSaved={setLast} onClose={() => setEditing(null)} />}
    </section>
  );
}

function RateRow({ rate, onEdit, onRemove }: { rate: CostRate; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation("costs");
  const words = { country: useCountryName()(rate.country), category: useKindName()(rate.category) };
  const { price } = useMoney();
  const { long } = useMonthName();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 border-b border-line px-4 py-2 last:border-b-0 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_7rem_minmax(0,14rem)_auto]">
      <span className="font-semibold">{words.country}</span>
      <span className="text-ink2 max-sm:col-start-1 max-sm:row-start-2">{words.category}</span>
      <span className="text-end font-semibold max-sm:col-start-2 max-sm:row-start-1">
        <bdi>{price(rate.currency, rate.price)}</bdi>
      </span>
      <span className="text-line text-ink3 max-sm:col-start-1 max-sm:row-start-3">
        {t("rates.from")} {long(rate.fromMonth)}
        {rate.isExample && (
          <span className="ms-2 inline-block rounded-strip bg-sunk px-1.5 text-label font-semibold text-ink2">
            {t("rates.example")}
          </span>
        )}
      </span>
      <span className="flex justify-end max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-2 max-sm:flex-col">
        <Button kind="quiet" size="small" aria-label={t("rates.editOf", words)} onClick={onEdit}>
          {t("rates.edit")}
        </Button>
        <Button kind="quiet" size="small" aria-label={t("rates.removeOf", words)} onClick={onRemove}>
          {t("rates.remove")}
        </Button>
      </span>
    </li>
  );
}
