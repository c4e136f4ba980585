/** The settings of the trade, and every change to them: the answer is the whole of it as it now is. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Trade, tradeApi } from "../../../shared/api/trade.ts";
import { type Answer, ApiFailure, type Ask, call } from "../api/call.ts";
import { useFailureWords } from "../ui/failure-words.ts";

/** Its key is the live topic. */
export const tradeQuery = queryOptions({
  queryKey: ["trade"],
  queryFn: ({ signal }) => call(tradeApi.trade, { signal }),
});

export const useTrade = () => useQuery(tradeQuery);

export const useStartingSets = (language: "en" | "es" | "ar") =>
  useQuery({
    queryKey: ["trade", "sets", language],
    queryFn: ({ signal }) => call(tradeApi.startingSets, { query: { language }, signal }),
  });

type Change = (typeof tradeApi)[Exclude<keyof typeof tradeApi, "trade" | "startingSets">];

export function useTradeChange<E extends Change>(endpoint: E) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask<E>) => (call as (endpoint: E, ask: Ask<E>) => Promise<Answer<E>>)(endpoint, ask),
    onSuccess: async (answer) => {
      // Either the whole of it, or that and how many.
      const trade = "trade" in answer ? answer.trade : answer;
      client.setQueryData(tradeQuery.queryKey, trade as Trade);
      await client.invalidateQueries({ queryKey: ["trade", "sets"] });
      await client.invalidateQueries({ queryKey: ["categories"] });
    },
  });
}

const REFUSED = [
  "name_taken",
  "trade_changed",
  "trade_archived",
  "trade_into",
  "category_gone",
  "area_gone",
  "team_gone",
  "team_is_first",
  "team_holds_work",
  "team_hours",
] as const;

/** Why a change was refused, in words that say what to do. */
export function useRefusal(): (error: unknown) => string | null {
  const { t } = useTranslation("trade");
  const failureWords = useFailureWords();
  return (error) => {
    const code = error instanceof ApiFailure ? REFUSED.find((each) => each === error.code) : undefined;
    return code ? t(`refused.${code}`) : failureWords(error);
  };
}

/** Told for as long as that name still stands in the field. */
export const isNameTaken = (error: unknown, name?: string): boolean =>
  error instanceof ApiFailure &&
  error.code === "name_taken" &&
  (name === undefined || error.detail.name === name.trim());
