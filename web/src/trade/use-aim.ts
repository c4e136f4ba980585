import { useTranslation } from "react-i18next";
import { amountOf } from "./aim-words.ts";

/** "15 min", "2 h", "3 d": what the fields read, too. */
export function useAim(): (minutes: number) => string {
  const { t } = useTranslation("kit");
  return (minutes) => {
    const { d, h, m } = amountOf(minutes);
    if (d > 0) return t("time.days", { d });
    if (h > 0 && m > 0) return t("time.hoursMinutes", { h, mm: m });
    return h > 0 ? t("time.hours", { h }) : t("time.minutes", { m });
  };
}
