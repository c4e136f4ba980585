/** The sample day: how far it is, starting it, removing it without a trace. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SampleDay, systemApi } from "../../../shared/api/system.ts";
import { call } from "../api/call.ts";

const KEY = ["numbers", "sample-day"];

export function useSampleDay() {
  const client = useQueryClient();
  const day = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call(systemApi.sampleDay, { signal }),
    // Its steps are not live topics; while it plays the page counts along.
    refetchInterval: ({ state }) =>
      state.data?.state === "starting" || state.data?.state === "playing" ? 1_000 : false,
  });
  const settle = (answer: SampleDay) => {
    client.setQueryData(KEY, answer);
    void client.invalidateQueries();
  };
  const start = useMutation({ mutationFn: () => call(systemApi.startSampleDay), onSuccess: settle });
  const remove = useMutation({ mutationFn: () => call(systemApi.removeSampleDay), onSuccess: settle });
  return { day: day.data, start, remove };
}
