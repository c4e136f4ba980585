/** Server data of the tray: the queue, and the item in hand with the ones after it fetched ahead. */
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { systemApi } from "../../../shared/api/system.ts";
import { type TrayItem, type TrayItemPage, trayApi } from "../../../shared/api/tray.ts";
import { call } from "../api/call.ts";
import { queryClient, useMe } from "../api/queries.ts";
import { useInHand } from "./use-in-hand.ts";
import { useLookingAt, usePresent } from "./use-presence.ts";

const AHEAD = 2;
/** The key has had its effect by then. */
const AFTER_PAINT_MS = 60;

const trayQuery = queryOptions({
  queryKey: ["tray"],
  queryFn: ({ signal }) => call(trayApi.tray, { signal }),
  placeholderData: keepPreviousData,
});

/** By its messages as well: an item that grows is another item to look at. */
const itemQuery = (item: Pick<TrayItem, "id" | "messageIds">) =>
  queryOptions({
    queryKey: ["tray-item", item.id, item.messageIds.length],
    queryFn: ({ signal }) => call(trayApi.trayItem, { params: { id: item.id }, signal }),
    staleTime: 20_000,
  });

export const categoriesQuery = queryOptions({
  queryKey: ["categories"],
  queryFn: ({ signal }) => call(systemApi.categories, { signal }),
  staleTime: 5 * 60_000,
});

/** What was decided here is gone, whatever an older answer still says; of an item that was split the rest stays. */
function stillThere(items: readonly TrayItem[], decided: ReadonlySet<number>): TrayItem[] {
  return items.flatMap((item) => {
    if (!item.messageIds.some((id) => decided.has(id))) return [item];
    const messageIds = item.messageIds.filter((id) => !decided.has(id));
    const [first] = messageIds;
    return first === undefined ? [] : [{ ...item, id: first, messageIds }];
  });
}

function withoutDecided(page: TrayItemPage | undefined, decided: ReadonlySet<number>) {
  if (!page?.messages.some((message) => decided.has(message.id))) return page;
  return { ...page, messages: page.messages.filter((message) => !decided.has(message.id)) };
}

export function useTray(gone: ReadonlySet<number>, answeringId: number | null) {
  const me = useMe();
  const tray = useQuery(trayQuery);
  const categories = useQuery(categoriesQuery);
  const present = usePresent();
  const told = tray.data?.items;
  const items = useMemo(() => stillThere(told ?? [], gone), [told, gone]);
  const hand = useInHand(items, present, me.id);
  const { inHand, place } = hand;
  useLookingAt(inHand?.id ?? null, inHand !== null && inHand.id === answeringId);
  const page = useQuery({ ...itemQuery(inHand ?? NO_ITEM), enabled: inHand !== null });
  useFetchAhead(items, place);
  const data = useMemo(() => withoutDecided(page.data, gone), [page.data, gone]);
  return {
    isLoading: tray.isPending,
    error: tray.data ? null : tray.error,
    refetch: tray.refetch,
    items,
    /** More than were sent: the server sends the oldest. */
    count: items.length + Math.max(0, (tray.data?.count ?? 0) - (told?.length ?? 0)),
    lately: tray.data?.decided ?? NONE,
    undoable: tray.data?.undoable ?? null,
    hand,
    present,
    page: { data, error: page.error, refetch: () => void page.refetch() },
    categories: categories.data?.categories ?? [],
  };
}

const NONE = [] as const;
const NO_ITEM = { id: 0, messageIds: [] as number[] };

/** Only kept, not watched: a change on the server reads none of them again before it is looked at. */
function useFetchAhead(items: readonly TrayItem[], place: number): void {
  useEffect(() => {
    const ahead = place < 0 ? [] : items.slice(place + 1, place + 1 + AHEAD);
    const timer = window.setTimeout(() => {
      for (const item of ahead) void queryClient.prefetchQuery(itemQuery(item));
    }, AFTER_PAINT_MS);
    return () => window.clearTimeout(timer);
  }, [items, place]);
}
