/** How the numbers are, and what WhatsApp said of each, page by page. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { numbersApi } from "../../../shared/api/numbers.ts";
import { call } from "../api/call.ts";

export type NumbersHealth = z.output<typeof numbersApi.numbersHealth.output>;
export type ShownNumber = NumbersHealth["numbers"][number];
export type ShownFinding = ShownNumber["findings"][number];

const MINUTE = 60_000;

export const useNumbersHealth = () =>
  useQuery({
    queryKey: ["numbers", "health"],
    queryFn: ({ signal }) => call(numbersApi.numbersHealth, { signal }),
    // Silence grows and ends without anybody announcing it.
    refetchInterval: MINUTE,
  });

/** What somebody should act on; asked more often while something is, so that it goes soon after it ended. */
export const useNumbersAttention = () =>
  useQuery({
    queryKey: ["numbers", "attention"],
    queryFn: ({ signal }) => call(numbersApi.numbersAttention, { signal }),
    refetchInterval: ({ state }) => (state.data?.findings.length ? MINUTE / 2 : 5 * MINUTE),
  });

/** @param number undefined for what is about none of ours */
export function useNotices(number: number | undefined, isOn: boolean) {
  const list = useInfiniteQuery({
    queryKey: ["numbers", "notices", number ?? "others"],
    queryFn: ({ pageParam, signal }) =>
      call(numbersApi.numberNotices, { query: { number, before: pageParam, limit: 20 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: isOn,
  });
  return {
    notices: list.data?.pages.flatMap((page) => page.notices) ?? [],
    isLoading: list.isPending && isOn,
    error: list.data ? null : list.error,
    refetch: list.refetch,
    hasMore: list.hasNextPage,
    isFetching: list.isFetching,
    fetchMore: () => void list.fetchNextPage(),
  };
}
