import { useTranslation } from "react-i18next";
import { useFormat } from "../ui/format.ts";
import { useRuleName } from "./kind-words.ts";
import type { Learning } from "./use-learning.ts";

/** What was certain and asked nobody, and how much of it somebody took back. */
export function RulesPart({ rules }: { rules: Learning["rules"] }) {
  const { t } = useTranslation("learning");
  const { number } = useFormat();
  const ruleName = useRuleName();
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-head font-semibold">{t("rules.title")}</h2>
        <p className="text-line text-ink2">{t("rules.lead", { n: number(30) })}</p>
      </div>
      {rules.length === 0 ? (
        <p className="rounded-strip border border-dashed border-line2 px-3 py-2 text-line text-ink2">
          {t("rules.none")}
        </p>
      ) : (
        <ul className="flex flex-col">
          {rules.map(({ rule, count, undone }) => (
            <li
              key={rule}
              className="flex items-baseline justify-between gap-4 border-t border-line py-2 last:border-b"
            >
              <span className="min-w-0">{ruleName(rule)}</span>
              <span className="text-end whitespace-nowrap">
                <span className="font-semibold">{number(count)}</span>
                <span className="block text-label text-ink3">
                  {t("rules.undone", { count: undone, n: number(undone) })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
