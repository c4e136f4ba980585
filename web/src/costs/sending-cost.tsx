import { useTranslation } from "react-i18next";
import { type Estimate, estimate, type ToSend } from "../../../shared/cost.ts";
import { useNow } from "../ui/now.ts";
import { useMoney } from "./money-words.ts";
import { useSendingCost } from "./use-costs.ts";

const WORDS: ToSend = { kind: "words" };
const at = (instant: string | null) => (instant === null ? null : new Date(instant));

/** What a message would cost if it went out now, in a few words; nothing where nothing is charged or can go out. */
export function SendingCost({
  conversationId,
  what = WORDS,
  className,
}: {
  conversationId: number | null;
  what?: ToSend;
  className?: string;
}) {
  const now = new Date(useNow());
  const words = useEstimateWords();
  const cost = useSendingCost(conversationId).data;
  if (!cost) return null;
  const told = words(
    estimate(
      what,
      {
        lastInAt: at(cost.lastInAt),
        freeUntil: at(cost.freeUntil),
        freeIfAnsweredBy: at(cost.freeIfAnsweredBy),
        freeLeft: cost.freeLeft,
        rateOf: (category) => cost.rates.find((rate) => rate.category === category) ?? null,
      },
      now,
    ),
  );
  return told && <span className={className}>{told}</span>;
}

function useEstimateWords(): (told: Estimate) => string | null {
  const { t } = useTranslation("costs");
  const { price } = useMoney();
  return (told) => {
    switch (told.kind) {
      case "free":
        return told.why === "entry" ? t("sending.free") : null;
      case "free_tier":
        return t("sending.tier", { count: told.left });
      case "charged":
        return t("sending.charged", { money: price(told.currency, told.price) });
      case "no_rate":
        return t("sending.noRate");
      case "not_now":
        return null;
      default:
        return told satisfies never;
    }
  };
}
