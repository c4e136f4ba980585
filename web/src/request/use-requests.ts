/** The list of requests, page by page. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { requestsApi } from "../../../shared/api/requests.ts";
import { type Ask, call } from "../api/call.ts";

type Query = NonNullable<Ask<typeof requestsApi.listRequests>["body"]>;
export type RequestsFilter = Omit<Query, "after">;

export function useRequests(filter: RequestsFilter) {
  const list = useInfiniteQuery({
    queryKey: ["requests", filter],
    queryFn: ({ pageParam, signal }) =>
      call(requestsApi.listRequests, { body: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    strips: list.data?.pages.flatMap((page) => page.strips) ?? [],
    isLoading: list.isPending,
    isFetching: list.isFetching,
    error: list.data ? null : list.error,
    refetch: list.refetch,
    hasMore: list.hasNextPage,
    fetchMore: () => void list.fetchNextPage(),
  };
}
