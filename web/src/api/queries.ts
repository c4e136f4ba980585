/** Server data by key. A key's first part is a live topic, so that a change on the server finds its queries. */
import { MutationCache, QueryCache, QueryClient, queryOptions, useQuery } from "@tanstack/react-query";
import { type Me, peopleApi } from "../../../shared/api/people.ts";
import { systemApi } from "../../../shared/api/system.ts";
import { ApiFailure, call } from "./call.ts";

const isSignedOut = (error: unknown): boolean => error instanceof ApiFailure && error.status === 401;

/** The session ended elsewhere: the shell sees nobody signed in and goes to the sign-in page. */
function onError(error: unknown): void {
  if (isSignedOut(error)) queryClient.setQueryData(meQuery.queryKey, null);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      // Live events say what is stale; a minute is the net below them.
      staleTime: 60_000,
      retry: (count, error) =>
        count < 2 && !(error instanceof ApiFailure && error.status >= 400 && error.status < 500),
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await call(peopleApi.me, { signal });
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Only inside the shell, where somebody is always signed in. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error("useMe outside the shell: nobody is signed in");
  return data;
}

export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: ({ signal }) => call(systemApi.overview, { signal }),
});

export const useOverview = () => useQuery(overviewQuery).data;
