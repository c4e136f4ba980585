/** What came in: figures, the stuck page by page, the steps of one. All of it is stale when the live topic says so. */
import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { intakeApi } from "../../../shared/api/intake.ts";
import { call } from "../api/call.ts";

/** What waits and what came last is told to nobody: looked at again while the page is in sight. */
const LOOK_MS = 10_000;

export const useFigures = () =>
  useQuery({
    queryKey: ["intake", "figures"],
    queryFn: ({ signal }) =>
      call(intakeApi.intakeFigures, {
        query: { since: new Date(new Date().setHours(0, 0, 0, 0)).toISOString() },
        signal,
      }),
    refetchInterval: LOOK_MS,
  });

export const useDead = () =>
  useInfiniteQuery({
    queryKey: ["intake", "dead"],
    queryFn: ({ pageParam, signal }) =>
      call(intakeApi.deadDeliveries, { query: pageParam === null ? {} : { before: pageParam }, signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ dead, hasMore }) => (hasMore ? dead.at(-1)?.id : undefined),
  });

/** Asked in the body of a request and kept in no address: WhatsApp's ids hold a phone number. */
export const useTrace = (id: string) =>
  useQuery({
    queryKey: ["intake", "trace", id],
    queryFn: ({ signal }) => call(intakeApi.traceIntake, { body: { id }, signal }),
    enabled: id !== "",
    gcTime: 0,
  });

/** Once for each look: whoever looks is written down. */
export const useBody = () =>
  useMutation({
    mutationFn: (id: number) => call(intakeApi.deliveryBody, { params: { id } }),
    gcTime: 0,
  });
