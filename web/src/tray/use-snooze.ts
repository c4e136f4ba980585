/** Putting items aside and bringing them back; gone from the queue at once, back when the server will not. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { deskApi } from "../../../shared/api/desk.ts";
import type { TrayItem } from "../../../shared/api/tray.ts";
import { call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";

const snoozedQuery = queryOptions({
  queryKey: ["snoozed"],
  queryFn: ({ signal }) => call(deskApi.snoozed, { signal }),
  // One that its client woke is told of by nobody.
  refetchInterval: 30_000,
});
const reread = () =>
  Promise.all(["tray", "snoozed"].map((name) => queryClient.invalidateQueries({ queryKey: [name] })));

export type Asleep = { id: number; itemId: number; at: number };

export function useSnooze() {
  const list = useQuery(snoozedQuery);
  const [gone, setGone] = useState<ReadonlySet<number>>(new Set());
  const [last, setLast] = useState<Asleep | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  const without = (ids: readonly number[]) =>
    setGone((was) => new Set([...was].filter((id) => !ids.includes(id))));
  const snooze = async (item: TrayItem, until: Date | null): Promise<boolean> => {
    const { messageIds } = item;
    setGone((was) => new Set([...was, ...messageIds]));
    setFailure(null);
    try {
      const body = { messageIds, until: until?.toISOString() ?? null };
      const { id } = await call(deskApi.snooze, { body });
      setLast({ id, itemId: item.id, at: Date.now() });
      await reread();
      without(messageIds);
      return true;
    } catch (error) {
      without(messageIds);
      setFailure(error);
      return false;
    }
  };
  const wake = async (id: number): Promise<void> => {
    setLast((was) => (was?.id === id ? null : was));
    try {
      await call(deskApi.wake, { params: { id } });
      await reread();
    } catch (error) {
      setFailure(error);
    }
  };
  return {
    list: list.data?.snoozed ?? [],
    gone,
    last,
    failure,
    forgetFailure: () => setFailure(null),
    snooze,
    wake,
  };
}
