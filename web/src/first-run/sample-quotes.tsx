import { useTranslation } from "react-i18next";
import { cx } from "../ui/class-names.ts";
import { useFormat } from "../ui/format.ts";

const QUOTES = [
  { quote: "sample.quote1", kind: "opens" },
  { quote: "sample.quote2", kind: "chase" },
  { quote: "sample.quote3", kind: "no_request" },
] as const;

/** The first three of the day, and what one key makes of each. */
export function SampleQuotes() {
  const { t } = useTranslation(["firstRun", "domain"]);
  const { number } = useFormat();
  return (
    <ol className="mt-6 grid gap-1.5">
      {QUOTES.map(({ quote, kind }, index) => (
        <li key={quote} className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2">
          <span className={cx("font-semibold", index === 0 ? "text-hand" : "text-ink3")} aria-hidden="true">
            {number(index + 1)}
          </span>
          <bdi lang="es" className="aligned">
            {t(quote)}
          </bdi>
          <span className="text-ink2">{t(`domain:decided.${kind}`)}</span>
        </li>
      ))}
    </ol>
  );
}
