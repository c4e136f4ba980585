/** Server data of the board: counts and first strips of every column, and the deeper pages one has scrolled to. */
import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type Board, type BoardColumn, requestsApi } from "../../../shared/api/requests.ts";
import { STATES, type State } from "../../../shared/request.ts";
import { call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";
import type { Pending } from "../request/move/use-move.ts";
import { peopleQuery } from "../request/use-request.ts";
import { movedStrip, withStrip } from "./moved-board.ts";

type Filed = { categoryId?: number; areaId?: number };
export type Scope = ({ scope: "all" | "mine" } | { scope: "team"; teamId?: number }) & Filed;

/** What is filed where, from the address. */
export const filedIn = ({ category, area }: { category?: number; area?: number }): Filed => ({
  ...(category !== undefined && { categoryId: category }),
  ...(area !== undefined && { areaId: area }),
});

const boardQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ["board", scope],
    queryFn: ({ signal }) => call(requestsApi.board, { query: scope, signal }),
    placeholderData: keepPreviousData,
  });

/** On the first load the strips are asked for while the session and the words still come. */
export const preloadBoard = (): Promise<void> => queryClient.prefetchQuery(boardQuery({ scope: "all" }));

/** From the beginning, so that no strip falls between two pages while others move; doubled each time. */
async function readDeep(
  state: State,
  scope: Scope,
  pages: number,
  signal: AbortSignal,
): Promise<BoardColumn> {
  let column = await call(requestsApi.boardColumn, { params: { state }, query: scope, signal });
  for (let page = 1; page < pages && column.next; page++) {
    const more = await call(requestsApi.boardColumn, {
      params: { state },
      query: { ...scope, after: column.next },
      signal,
    });
    column = { ...more, strips: [...column.strips, ...more.strips] };
  }
  return column;
}

export function useBoard(scope: Scope, pending: Pending | null, now: number) {
  const [depth, setDepth] = useState<Partial<Record<State, number>>>({});
  const board = useQuery(boardQuery(scope));
  const people = useQuery(peopleQuery);
  const deep = useQueries({
    queries: STATES.map((state) =>
      queryOptions({
        queryKey: ["board", scope, state, depth[state] ?? 0],
        queryFn: ({ signal }) => readDeep(state, scope, depth[state] ?? 1, signal),
        enabled: (depth[state] ?? 0) > 1,
        placeholderData: keepPreviousData,
      }),
    ),
    combine: (results) => results.map((result) => result.data),
  });
  const data = board.data;
  const shown = useMemo((): Board | null => {
    if (!data) return null;
    const columns = data.columns.map((column, place) => {
      const further = deep[place];
      return further && (depth[column.state] ?? 0) > 1
        ? { ...further, late: column.late, count: column.count }
        : column;
    });
    const whole = { ...data, columns };
    if (!pending) return whole;
    const { strip, ask, workerName } = pending;
    return withStrip(
      whole,
      movedStrip(
        strip,
        { to: ask.to, workerId: ask.workerId ?? undefined, workerName, waitsOn: ask.waitsOn },
        now,
      ),
    );
  }, [data, deep, depth, pending, now]);

  return {
    board: shown,
    isLoading: board.isPending,
    error: board.data ? null : board.error,
    refetch: board.refetch,
    teams: people.data?.teams ?? [],
    loadMore: (state: State) => setDepth((before) => ({ ...before, [state]: (before[state] ?? 1) * 2 })),
  };
}
