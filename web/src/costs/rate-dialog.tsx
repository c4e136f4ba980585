import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RATE_CATEGORIES } from "../../../shared/cost.ts";
import { COUNTRIES } from "../../../shared/country.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { FormFoot } from "../ui/form-foot.tsx";
import { Select } from "../ui/select.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useCountryName, useKindName } from "./money-words.ts";
import { type RateChange, type RateDraft, useRateChange } from "./use-costs.ts";

const PRICE = /^\d{1,5}(\.\d{1,6})?$/;

/** One price. Whoever saves it has looked: it is no example any more. */
export function RateDialog({
  draft,
  isNew = false,
  onSaved,
  onClose,
}: {
  draft: RateDraft;
  isNew?: boolean;
  onSaved?: (change: RateChange) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("costs");
  const failureWords = useFailureWords();
  const countryName = useCountryName();
  const kindName = useKindName();
  const { set } = useRateChange();
  const [rate, setRate] = useState(draft);
  const [isTried, setTried] = useState(false);
  // Many keyboards write a comma.
  const price = rate.price.trim().replace(",", ".");
  const isWrong = isTried && !PRICE.test(price);
  const countries = COUNTRIES.map((country) => ({ value: country, text: countryName(country) })).sort(
    (a, b) => a.text.localeCompare(b.text),
  );
  return (
    <Dialog title={t(isNew ? "rate.titleNew" : "rate.titleEdit")} onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!PRICE.test(price)) return;
          set.mutate(
            { ...rate, price, currency: rate.currency.trim().toUpperCase(), isExample: false },
            {
              onSuccess: (change) => {
                onSaved?.(change);
                onClose();
              },
            },
          );
        }}
      >
        <Select
          label={t("rates.country")}
          value={rate.country}
          choices={countries}
          disabled={!isNew}
          onChange={(country) => setRate({ ...rate, country })}
        />
        <Select
          label={t("categories.kind")}
          value={rate.category}
          choices={RATE_CATEGORIES.map((category) => ({ value: category, text: kindName(category) }))}
          disabled={!isNew}
          onChange={(category) => setRate({ ...rate, category })}
        />
        <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-3">
          <TextField
            label={t("rates.price")}
            hint={t("rate.priceHint")}
            error={isWrong ? t("rate.priceWrong") : failureWords(set.error)}
            value={rate.price}
            inputMode="decimal"
            dir="ltr"
            maxLength={13}
            onChange={(event) => setRate({ ...rate, price: event.target.value })}
          />
          <TextField
            label={t("rate.currency")}
            hint={t("rate.currencyHint")}
            value={rate.currency}
            dir="ltr"
            maxLength={3}
            onChange={(event) => setRate({ ...rate, currency: event.target.value })}
          />
        </div>
        <TextField
          label={t("rates.from")}
          hint={t("rate.fromHint")}
          type="month"
          dir="ltr"
          value={rate.fromMonth}
          disabled={!isNew}
          onChange={(event) => event.target.value && setRate({ ...rate, fromMonth: event.target.value })}
        />
        <FormFoot action={t("rate.save")} isOff={set.isPending} onClose={onClose} />
      </form>
    </Dialog>
  );
}
