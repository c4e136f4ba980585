import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rateCategoryOf } from "../../../shared/cost.ts";
import { Button } from "../ui/button.tsx";
import { useCountryName, useKindName } from "./money-words.ts";
import { RateDialog } from "./rate-dialog.tsx";
import { RateUndo } from "./rate-undo.tsx";
import { type MonthCosts, mainCurrency, type RateChange, type RateDraft } from "./use-costs.ts";

/** What was charged and comes to no sum, each with the way to its price. */
export function MissingPart({ costs }: { costs: MonthCosts }) {
  const { t } = useTranslation("costs");
  const countryName = useCountryName();
  const kindName = useKindName();
  const [entering, setEntering] = useState<RateDraft | null>(null);
  const [last, setLast] = useState<RateChange | null>(null);
  if (costs.missing.length === 0 && costs.unsaid === 0)
    return last && <RateUndo key={last.rate.id} change={last} onDone={() => setLast(null)} />;
  const currency = mainCurrency(costs) ?? "USD";
  return (
    <section className="flex flex-col gap-2">
      <div>
        <h2 className="text-head font-semibold">{t("missing.title")}</h2>
        <p className="text-ink2">{t("missing.text")}</p>
      </div>
      {last && <RateUndo key={last.rate.id} change={last} onDone={() => setLast(null)} />}
      <ul>
        {costs.missing.map((each) => {
          const words = { country: countryName(each.country), category: kindName(each.category) };
          const category = rateCategoryOf(each.category);
          const { country } = each;
          return (
            <li
              key={`${country} ${each.category}`}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
            >
              <span className="font-medium">{t("missing.row", { ...words, count: each.count })}</span>
              {country && category ? (
                <Button
                  size="small"
                  aria-label={t("missing.enterFor", words)}
                  onClick={() =>
                    setEntering({
                      ...{ country, category, currency, price: "", isExample: false },
                      fromMonth: costs.month,
                    })
                  }
                >
                  {t("missing.enter")}
                </Button>
              ) : (
                <span className="text-label text-ink3">{t("missing.cannot")}</span>
              )}
            </li>
          );
        })}
        {costs.unsaid > 0 && (
          <li className="border-b border-line py-2 font-medium">
            {t("missing.unsaid", { count: costs.unsaid })}
          </li>
        )}
      </ul>
      {entering && <RateDialog draft={entering} isNew onSaved={setLast} onClose={() => setEntering(null)} />}
    </section>
  );
}
