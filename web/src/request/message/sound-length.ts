import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { intlTag } from "../../texts/i18n.ts";

/** Seconds as "0:23", in the reader's digits. */
export function useClock(): (seconds: number) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const tag = intlTag(i18n.language);
    const plain = new Intl.NumberFormat(tag, { useGrouping: false });
    const padded = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 });
    return (seconds) => {
      const whole = Math.round(seconds);
      return `${plain.format(Math.floor(whole / 60))}:${padded.format(whole % 60)}`;
    };
  }, [i18n.language]);
}
