/** Opening a request takes its unread mark away, for this person. */
import { useEffect } from "react";
import { requestsApi, type Strip } from "../../../shared/api/requests.ts";
import { call } from "../api/call.ts";
import { queryClient } from "../api/queries.ts";

export function useMarkSeen({ id, unread }: Strip): void {
  useEffect(() => {
    if (!unread) return;
    call(requestsApi.markSeen, { params: { id } }).then(
      () => queryClient.invalidateQueries({ queryKey: ["board"] }),
      // The mark stays, which is what not having seen it looks like.
      () => undefined,
    );
  }, [id, unread]);
}
