/** A conversation as pages going back in time, newest first from the server, oldest first for reading. */
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { conversationsApi, type Message } from "../../../shared/api/conversations.ts";
import type { Answer } from "../api/call.ts";
import { call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";

type Page = Answer<typeof conversationsApi.thread>;

/** Of one request only, or of the whole conversation. */
const threadQuery = (conversationId: number, requestId: number | null) =>
  infiniteQueryOptions({
    queryKey: ["conversation", conversationId, requestId ?? "all"],
    queryFn: ({ pageParam, signal }) =>
      call(conversationsApi.thread, {
        params: { id: conversationId },
        query: { before: pageParam, requestId: requestId ?? undefined },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.before ?? undefined,
  });

const inOrder = (messages: readonly Message[]): Message[] =>
  [...messages].sort((a, b) => Date.parse(a.saidAt) - Date.parse(b.saidAt) || a.id - b.id);

export function useThread(conversationId: number | null, requestId: number | null) {
  const thread = useInfiniteQuery({
    ...threadQuery(conversationId ?? 0, requestId),
    enabled: conversationId !== null,
  });
  const pages = thread.data?.pages ?? [];
  return {
    messages: inOrder(pages.flatMap((page) => page.messages)),
    waiting: pages.flatMap((page) => page.waiting),
    head: pages[0] ?? null,
    isLoading: conversationId !== null && thread.isPending,
    error: thread.data ? null : thread.error,
    refetch: thread.refetch,
    hasEarlier: thread.hasNextPage,
    isFetchingEarlier: thread.isFetchingNextPage,
    fetchEarlier: () => void thread.fetchNextPage(),
  };
}

/** A message just sent is in the thread before the server tells of it; which of the person's ids it went to does not matter. */
export function showSent(conversationId: number, message: Message): void {
  queryClient.setQueriesData<{ pages: Page[]; pageParams: unknown[] }>(
    { queryKey: ["conversation", conversationId] },
    (data) => {
      const first = data?.pages?.[0];
      if (!data || !first || first.messages.some((other) => other.id === message.id)) return data;
      const pages = [{ ...first, messages: [...first.messages, message] }, ...data.pages.slice(1)];
      return { ...data, pages };
    },
  );
  void queryClient.invalidateQueries({ queryKey: ["conversation", conversationId] });
}

/** One that is in the thread already, as it is now. */
export function showMessage(message: Message): void {
  queryClient.setQueriesData<{ pages: Page[]; pageParams: unknown[] }>(
    { queryKey: ["conversation"] },
    (data) =>
      data?.pages && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          messages: page.messages.map((other) => (other.id === message.id ? message : other)),
        })),
      },
  );
}
