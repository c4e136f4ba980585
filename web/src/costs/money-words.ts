/** Amounts, countries, months and kinds of message in the reader's language. */
import { useTranslation } from "react-i18next";
import type { Money } from "../../../shared/api/costs.ts";
import { useList } from "../request/use-list.ts";
import { intlTag } from "../texts/i18n.ts";

/** Prices of single messages are parts of a cent: small amounts keep the digits that tell. */
const digitsOf = (amount: number) => (amount !== 0 && Math.abs(amount) < 1 ? 4 : 2);

export function useMoney() {
  const { t, i18n } = useTranslation("costs");
  const list = useList();
  const tag = intlTag(i18n.language);
  const one = ({ currency, amount }: Money): string =>
    new Intl.NumberFormat(tag, {
      style: "currency",
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: digitsOf(amount),
    }).format(amount);
  return {
    one,
    /** Currencies are never added to each other. */
    all: (totals: readonly Money[]): string =>
      totals.length === 0 ? t("money.none") : list(totals.map(one)),
    /** A sum of which nothing is priced is no sum. */
    sum: ({ totals, withoutRate }: { totals: readonly Money[]; withoutRate: number }): string =>
      totals.length === 0 && withoutRate > 0
        ? t("money.unknown")
        : totals.length === 0
          ? t("money.none")
          : list(totals.map(one)),
    /** With all its digits. */
    price: (currency: string, price: string): string =>
      new Intl.NumberFormat(tag, {
        style: "currency",
        currency,
        minimumFractionDigits: 2,
        maximumFractionDigits: 6,
      }).format(Number(price)),
  };
}

export function useCountryName(): (country: string | null) => string {
  const { t, i18n } = useTranslation("costs");
  const names = new Intl.DisplayNames(intlTag(i18n.language), { type: "region" });
  return (country) => {
    if (!country) return t("missing.nowhere");
    return country === "US" ? t("rates.northAmerica") : (names.of(country) ?? country);
  };
}

export function useMonthName(): { long: (month: string) => string; short: (month: string) => string } {
  const { i18n } = useTranslation("costs");
  const tag = intlTag(i18n.language);
  const at = (month: string) => new Date(`${month}-15T12:00:00Z`);
  const long = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" });
  return { long: (month) => long.format(at(month)), short: (month) => short.format(at(month)) };
}

const KINDS = [
  "service",
  "utility",
  "authentication",
  "authentication-international",
  "marketing",
  "marketing_lite",
  "referral_conversion",
  "group_service",
  "group_utility",
  "group_marketing",
] as const;

/** WhatsApp's own word for what came after this was written. */
export function useKindName(): (category: string) => string {
  const { t } = useTranslation("costs");
  return (category) => {
    if (category === "") return t("category.none");
    const known = KINDS.find((kind) => kind === category);
    return known ? t(`category.${known}`) : category;
  };
}
