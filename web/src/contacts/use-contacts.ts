/** People on WhatsApp: the list page by page, and what one may change of them. */
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { conversationsApi } from "../../../shared/api/conversations.ts";
import { type Answer, type Ask, call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";

type Query = NonNullable<Ask<typeof conversationsApi.listContacts>["body"]>;
type NewContact = Ask<typeof conversationsApi.addContact>["body"];
type Change = Ask<typeof conversationsApi.changeContact>["body"];

const readAgain = () => void queryClient.invalidateQueries({ queryKey: ["contacts"] });

export function useContacts(filter: Omit<Query, "after">) {
  const list = useInfiniteQuery({
    queryKey: ["contacts", "list", filter],
    queryFn: ({ pageParam, signal }) =>
      call(conversationsApi.listContacts, { body: { ...filter, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    contacts: list.data?.pages.flatMap((page) => page.contacts) ?? [],
    isLoading: list.isPending,
    isFetching: list.isFetching,
    error: list.data ? null : list.error,
    refetch: list.refetch,
    hasMore: list.hasNextPage,
    fetchMore: () => void list.fetchNextPage(),
  };
}

export function useAddContact(onDone: () => void) {
  return useMutation({
    mutationFn: (body: NewContact) => call(conversationsApi.addContact, { body }),
    onSuccess: () => {
      readAgain();
      onDone();
    },
  });
}

export function useChangeContact(id: number, onDone?: () => void) {
  return useMutation({
    mutationFn: (body: Change) => call(conversationsApi.changeContact, { params: { id }, body }),
    onSuccess: () => {
      readAgain();
      onDone?.();
    },
  });
}

export function useContact(id: number) {
  return useQuery({
    queryKey: ["contacts", "one", id],
    queryFn: ({ signal }) => call(conversationsApi.contact, { params: { id }, signal }),
  });
}

export type Merged = Answer<typeof conversationsApi.mergeContact>;
type Merge = { id: number; otherId: number; confirmed: boolean };

/** Names on strips, the tray and threads are others then too. */
const everythingAgain = () => void queryClient.invalidateQueries();

export function useMergeContact(onDone: (merged: Merged) => void) {
  return useMutation({
    mutationFn: ({ id, ...body }: Merge) => call(conversationsApi.mergeContact, { params: { id }, body }),
    onSuccess: (merged) => {
      everythingAgain();
      onDone(merged);
    },
  });
}

export function usePartContact(id: number) {
  return useMutation({
    mutationFn: (partId: number) => call(conversationsApi.partContact, { params: { id }, body: { partId } }),
    onSuccess: everythingAgain,
  });
}
