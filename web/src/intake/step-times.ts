/** Times to the second and spans to the millisecond, in the reader's language and digits. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";
import { useFormat } from "../ui/format.ts";

const SECOND = 1_000;
const MINUTE = 60_000;

export type StepTimes = {
  clock: (instant: string) => string;
  day: (instant: string) => string;
  span: (ms: number) => string;
};

export function useStepTimes(): StepTimes {
  const { t, i18n } = useTranslation(["intake", "kit"]);
  const { duration, number } = useFormat();
  return useMemo(() => {
    const tag = intlTag(i18n.language);
    const clock = new Intl.DateTimeFormat(tag, {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    const day = new Intl.DateTimeFormat(tag, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
    });
    return {
      clock: (instant) => clock.format(new Date(instant)),
      day: (instant) => day.format(new Date(instant)),
      span: (ms) => {
        if (ms < SECOND) return t("trace.ms", { ms: number(Math.round(ms)) });
        if (ms < MINUTE) return t("kit:time.seconds", { s: number(Math.round(ms / 100) / 10) });
        return duration(ms);
      },
    };
  }, [t, i18n.language, duration, number]);
}
