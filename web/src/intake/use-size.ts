/** How large, in the reader's digits and the unit's own short name. */
import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";

const UNITS = ["byte", "kilobyte", "megabyte"] as const;

export function useSize(): (bytes: number) => string {
  const { i18n } = useTranslation();
  const tag = intlTag(i18n.language);
  return (bytes) => {
    const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    const value = bytes / 1_000 ** power;
    return new Intl.NumberFormat(tag, {
      style: "unit",
      unit: UNITS[power],
      unitDisplay: power === 0 ? "long" : "short",
      maximumFractionDigits: power > 0 && value < 10 ? 1 : 0,
    }).format(value);
  };
}
