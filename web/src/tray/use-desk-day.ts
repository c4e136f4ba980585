/** How sorting goes today, and what rules decided. */
import { useQuery } from "@tanstack/react-query";
import { deskApi } from "../../../shared/api/desk.ts";
import { call } from "../api/call.ts";
import { useNow } from "../ui/now.ts";

/** Since midnight on this screen's clock. */
export function useDeskDay() {
  const now = new Date(useNow());
  const since = new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
  return useQuery({
    queryKey: ["desk-day", since],
    queryFn: ({ signal }) => call(deskApi.deskDay, { query: { since }, signal }),
    // Not with every decision: it tells of a day.
    refetchInterval: 30_000,
  }).data;
}
