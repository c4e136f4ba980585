import { useTranslation } from "react-i18next";
import type { Message } from "../../../../shared/api/conversations.ts";
import { intlTag } from "../../texts/i18n.ts";
import { useFormat } from "../../ui/format.ts";
import { orderTotal } from "./order-total.ts";

type Line = NonNullable<Message["content"]["order"]>[number];

/** What is ordered, how many of it, at what price, and what it comes to. */
export function OrderLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation("thread");
  const money = useMoney();
  const total = orderTotal(lines);
  return (
    <div className="sm:min-w-60">
      <p className="text-line font-medium text-ink2">{t("order.title")}</p>
      {lines.length === 0 && <p className="mt-1 text-body text-ink2">{t("order.empty")}</p>}
      <ul className="mt-1 divide-y divide-line text-body">
        {lines.map((line, place) => (
          <OrderLine key={place} line={line} money={money} />
        ))}
      </ul>
      {total && (
        <p className="flex justify-between gap-6 border-t border-line2 pt-1.5 text-body font-semibold">
          <span>{t("order.total")}</span>
          <bdi>{money(total.amount, total.currency)}</bdi>
        </p>
      )}
    </div>
  );
}

function OrderLine({ line, money }: { line: Line; money: ReturnType<typeof useMoney> }) {
  const { t } = useTranslation("thread");
  const { number } = useFormat();
  const { amount, currency, quantity } = line;
  const isSum = amount !== undefined && currency !== undefined;
  return (
    <li className="flex items-baseline justify-between gap-6 py-1.5">
      <span className="min-w-0">
        <span className="text-ink2">{number(quantity)} ×</span>{" "}
        <bdi className="font-medium">{line.product}</bdi>
        {isSum && quantity !== 1 && (
          <span className="block text-line text-ink2">
            {t("order.each", { price: money(amount, currency) })}
          </span>
        )}
      </span>
      <bdi className="shrink-0">{isSum ? money(amount * quantity, currency) : line.price}</bdi>
    </li>
  );
}

/** A currency nobody knows is written after the figure as it came. */
function useMoney(): (amount: number, currency: string) => string {
  const { i18n } = useTranslation();
  const { number } = useFormat();
  return (amount, currency) => {
    try {
      return new Intl.NumberFormat(intlTag(i18n.language), { style: "currency", currency }).format(amount);
    } catch {
      return `${number(amount)} ${currency}`;
    }
  };
}
