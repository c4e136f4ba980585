/** Quick replies as written, and filled in for a conversation. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { quickRepliesApi } from "../../../shared/api/quick-replies.ts";
import { type Answer, type Ask, call } from "../api/call.ts";

/** Keys begin with the live topic `quick-replies`. */
export const useQuickReplies = () =>
  useQuery({
    queryKey: ["quick-replies", "all"],
    queryFn: ({ signal }) => call(quickRepliesApi.quickReplies, { signal }),
  });

/** @param isOn nothing is asked before somebody looks among them */
export const useFilledReplies = (
  about: { conversationId: number | null; requestId: number | null },
  isOn: boolean,
) =>
  useQuery({
    queryKey: ["quick-replies", "filled", about.conversationId, about.requestId],
    queryFn: ({ signal }) =>
      call(quickRepliesApi.filledQuickReplies, {
        body: { ...about, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
        signal,
      }),
    enabled: isOn,
  });

type Change = (typeof quickRepliesApi)["addQuickReply" | "changeQuickReply" | "removeQuickReply"];

export function useQuickReplyChange<E extends Change>(endpoint: E) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: Ask<E>) => (call as (endpoint: E, ask: Ask<E>) => Promise<Answer<E>>)(endpoint, ask),
    onSuccess: () => client.invalidateQueries({ queryKey: ["quick-replies"] }),
  });
}

/** Nobody waits for the count. */
export function countUse(id: number): void {
  call(quickRepliesApi.countQuickReply, { params: { id } }).catch(() => {});
}
