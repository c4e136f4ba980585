import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { useFailureWords } from "../ui/failure-words.ts";
import { announce } from "../ui/status-region.tsx";
import { useCountryName, useKindName, useMoney } from "./money-words.ts";
import { type RateChange, useRateChange } from "./use-costs.ts";

/** What was just done to a price, and the way back. */
export function RateUndo({ change, onDone }: { change: RateChange; onDone: () => void }) {
  const { t } = useTranslation("costs");
  const country = useCountryName()(change.rate.country);
  const category = useKindName()(change.rate.category);
  const { price } = useMoney();
  const { undo } = useRateChange();
  const failureWords = useFailureWords();
  const { rate } = change;
  const words =
    change.kind === "removed"
      ? t("rates.removed", { country, category })
      : t("rates.saved", { country, category, money: price(rate.currency, rate.price) });
  useEffect(() => announce(words), [words]);
  return (
    <p className="on-strip flex flex-wrap items-center gap-x-4 gap-y-1 rounded-strip px-4 py-2 shadow-1">
      <span className="font-medium">{undo.error ? failureWords(undo.error) : words}</span>
      <Button
        size="small"
        disabled={undo.isPending}
        onClick={() =>
          undo.mutate(change, {
            onSuccess: () => {
              announce(t("rates.undone"));
              onDone();
            },
          })
        }
      >
        {t("rates.undo")}
      </Button>
    </p>
  );
}
