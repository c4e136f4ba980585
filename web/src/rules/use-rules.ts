/** The rules of the house, every change to them, and a try on last week. Keys begin with the live topic `rules`. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type RuleBook, rulesApi } from "../../../shared/api/rules.ts";
import { type Answer, ApiFailure, type Ask, call } from "../api/call.ts";
import { useFailureWords } from "../ui/failure-words.ts";

const bookQuery = queryOptions({
  queryKey: ["rules"],
  queryFn: ({ signal }) => call(rulesApi.rules, { signal }),
});

export const useRules = () => useQuery(bookQuery);

type Change = (typeof rulesApi)[Exclude<keyof typeof rulesApi, "rules" | "orderRules">];

export function useRuleChange<E extends Change>(endpoint: E) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask<E>) => (call as (endpoint: E, ask: Ask<E>) => Promise<Answer<E>>)(endpoint, ask),
    onSettled: () => client.invalidateQueries({ queryKey: bookQuery.queryKey }),
  });
}

/** Shown in the new order at once; back in the old one when it was refused. */
export function useOrder() {
  const client = useQueryClient();
  const arrange = (ids: readonly number[]) =>
    client.setQueryData(bookQuery.queryKey, (book: RuleBook | undefined) =>
      book ? { ...book, rules: ids.flatMap((id) => book.rules.filter((rule) => rule.id === id)) } : book,
    );
  return useMutation({
    mutationFn: (ids: number[]) => call(rulesApi.orderRules, { body: { ids } }),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey: bookQuery.queryKey });
      arrange(ids);
    },
    onSettled: () => client.invalidateQueries({ queryKey: bookQuery.queryKey }),
  });
}

const REFUSED = ["rule_gone", "rule_changed", "rule_untried", "time_zone"] as const;

/** Why a change was refused, in words that say what to do. */
export function useRefusal(): (error: unknown) => string | null {
  const { t } = useTranslation("houseRules");
  const failureWords = useFailureWords();
  return (error) => {
    if (!(error instanceof ApiFailure)) return failureWords(error);
    const code = REFUSED.find((each) => each === error.code);
    if (!code) return failureWords(error);
    const { by } = error.detail;
    return t(`refused.${code}`, { name: typeof by === "string" ? by : t("refused.aProgram") });
  };
}
