/** Costs of a month, the prices, and what can be changed of them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type CostRate, costsApi, type MonthCosts } from "../../../shared/api/costs.ts";
import { call } from "../api/call.ts";

export type { CostRate, MonthCosts };
/** What is entered: the id is the server's. */
export type RateDraft = Omit<CostRate, "id">;

/** Which currency most of what is known is in; undefined while nothing has a price. */
export const mainCurrency = ({ history }: MonthCosts): string | undefined =>
  history.findLast(({ totals }) => totals.length > 0)?.totals[0]?.currency;

/** Counted each minute, and nobody is told. */
const LOOK_MS = 60_000;

export const useMonthCosts = (month: string | undefined) =>
  useQuery({
    queryKey: ["costs", "month", month ?? "now"],
    queryFn: ({ signal }) => call(costsApi.monthCosts, { query: { month }, signal }),
    refetchInterval: LOOK_MS,
    placeholderData: (before) => before,
  });

export const useRates = () =>
  useQuery({
    queryKey: ["costs", "rates"],
    queryFn: ({ signal }) => call(costsApi.rates, { signal }),
  });

/** What a change of prices did, and how it was: enough to undo it. */
export type RateChange =
  | { kind: "set"; rate: CostRate; before: CostRate | null }
  | { kind: "removed"; rate: CostRate };

export function useRateChange() {
  const client = useQueryClient();
  const refresh = () => void client.invalidateQueries({ queryKey: ["costs"] });
  const set = useMutation({
    mutationFn: async (draft: RateDraft): Promise<RateChange> => ({
      kind: "set",
      ...(await call(costsApi.setRate, { body: draft })),
    }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: async (id: number): Promise<RateChange> => ({
      kind: "removed",
      ...(await call(costsApi.removeRate, { params: { id } })),
    }),
    onSuccess: refresh,
  });
  const undo = useMutation({
    mutationFn: async (change: RateChange) => {
      const back = change.kind === "removed" ? change.rate : change.before;
      if (back) await call(costsApi.setRate, { body: back });
      else await call(costsApi.removeRate, { params: { id: change.rate.id } });
    },
    onSuccess: refresh,
  });
  return { set, remove, undo };
}

export function useTermsChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: number; timeZone: string; nudgeMinutes: number }) =>
      call(costsApi.setTerms, { params: { id }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["costs"] }),
  });
}

export function useRecount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(costsApi.recountCosts),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["costs"] }),
  });
}

export const useRequestCost = (id: number) =>
  useQuery({
    queryKey: ["request", id, "cost"],
    queryFn: ({ signal }) => call(costsApi.requestCost, { params: { id }, signal }),
  });

export const useSendingCost = (conversationId: number | null) =>
  useQuery({
    queryKey: ["conversation", conversationId, "cost"],
    queryFn: ({ signal }) => call(costsApi.sendingCost, { params: { id: conversationId ?? 0 }, signal }),
    enabled: conversationId !== null,
    staleTime: LOOK_MS,
  });
