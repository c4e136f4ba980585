import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";

/** A share in whole hundredths, in the reader's digits. */
export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation("learning");
  const format = new Intl.NumberFormat(intlTag(i18n.language), { style: "percent" });
  return (share) => format.format(share);
}

const RULES = ["button", "quote", "acknowledgement", "photo_after", "answer", "chase", "continues"] as const;

/** A rule's own words; of one that is not known here its code. */
export function useRuleName(): (rule: string) => string {
  const { t } = useTranslation("learning");
  return (rule) => {
    const known = RULES.find((each) => each === rule);
    return known ? t(`rules.${known}`) : rule;
  };
}
