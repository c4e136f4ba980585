/** Server data of the tray: the queue, and the item in hand with the ones after it fetched ahead. */
import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { systemApi } from "../../../shared/api/system.ts";
import { type TrayItem, trayApi } from "../../../shared/api/tray.ts";
import { call } from "../api/call.ts";

const AHEAD = 3;

const trayQuery = queryOptions({
  queryKey: ["tray"],
  queryFn: ({ signal }) => call(trayApi.tray, { signal }),
  placeholderData: keepPreviousData,
});

/** By its messages as well: an item that grows is another item to look at. */
const itemQuery = (item: TrayItem) =>
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

/** Items whose messages were all decided here are gone, whatever an older answer still says. */
const stillThere = (items: readonly TrayItem[], decided: ReadonlySet<number>): TrayItem[] =>
  items.filter((item) => !item.messageIds.every((id) => decided.has(id)));

export function useTray(decided: ReadonlySet<number>, wantedId: number | null) {
  const tray = useQuery(trayQuery);
  const categories = useQuery(categoriesQuery);
  const items = stillThere(tray.data?.items ?? [], decided);
  const found = items.findIndex((item) => item.id === wantedId);
  const place = Math.max(0, found);
  const inHand = items[place] ?? null;
  const ahead = items.slice(place, place + AHEAD);
  const pages = useQueries({ queries: ahead.map(itemQuery) });
  return {
    isLoading: tray.isPending,
    error: tray.data ? null : tray.error,
    refetch: tray.refetch,
    items,
    /** More than were sent: the server sends the oldest. */
    count: items.length + Math.max(0, (tray.data?.count ?? 0) - (tray.data?.items.length ?? 0)),
    lately: tray.data?.decided ?? [],
    undoable: tray.data?.undoable ?? null,
    place,
    inHand,
    page: pages[0],
    categories: categories.data?.categories ?? [],
  };
}
