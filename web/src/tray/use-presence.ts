/** Tells what one has before one, and hears what the others have. A hint: without it everything still works. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { deskApi, type Present } from "../../../shared/api/desk.ts";
import { call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";

const SIGN_MS = 10_000;
const SETTLED_MS = 100;
const NOBODY: readonly Present[] = [];

const presenceQuery = queryOptions({
  queryKey: ["presence"],
  queryFn: ({ signal }) => call(deskApi.presence, { signal }),
  // Who goes away without a word is gone after half a minute: nobody tells of that.
  refetchInterval: 30_000,
});

export const usePresent = (): readonly Present[] => useQuery(presenceQuery).data?.present ?? NOBODY;

let asked = 0;

async function tell(messageId: number | null, isAnswering: boolean): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call(deskApi.lookAt, { body: { messageId, isAnswering } });
    // An answer to an older sign knows less.
    if (mine === asked) queryClient.setQueryData(presenceQuery.queryKey, answer);
  } catch {
    // The next sign tells it.
  }
}

/** While this is on the screen and in sight. */
export function useLookingAt(messageId: number | null, isAnswering: boolean): void {
  useEffect(() => {
    const sign = () => {
      if (document.visibilityState === "visible") void tell(messageId, isAnswering);
    };
    // After the item is painted, and not for one that is only passed by.
    const soon = window.setTimeout(sign, SETTLED_MS);
    const timer = window.setInterval(sign, SIGN_MS);
    document.addEventListener("visibilitychange", sign);
    return () => {
      window.clearTimeout(soon);
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", sign);
    };
  }, [messageId, isAnswering]);
  useEffect(() => () => void tell(null, false), []);
}
