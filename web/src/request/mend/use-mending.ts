/** Split, move, take out, merge: what the server made of it is shown at once, and said to readers. */
import { useMutation } from "@tanstack/react-query";
import { mendingApi } from "../../../../shared/api/mending.ts";
import { type Ask, call } from "../../api/call.ts";
import { queryClient } from "../../api/queries.ts";
import { showChanged } from "../use-request.ts";

type Split = Ask<typeof mendingApi.splitRequest>["body"];
type Move = Ask<typeof mendingApi.moveMessages>["body"];

export type Mend =
  | { kind: "split"; body: Split }
  | { kind: "move"; body: Move }
  | { kind: "takeOut"; messageIds: number[] }
  | { kind: "merge"; intoId: number; promise: "stays" | "other" | null };

const send = (id: number, mend: Mend) => {
  const params = { id };
  switch (mend.kind) {
    case "split":
      return call(mendingApi.splitRequest, { params, body: mend.body });
    case "move":
      return call(mendingApi.moveMessages, { params, body: mend.body });
    case "takeOut":
      return call(mendingApi.takeOutMessages, { params, body: { messageIds: mend.messageIds } });
    case "merge":
      return call(mendingApi.mergeRequest, {
        params,
        body: { intoId: mend.intoId, promise: mend.promise },
      });
    default:
      return mend satisfies never;
  }
};

/** `fromId`: the request whose page one is on; the other one comes back from the server. */
export function useMending(
  fromId: number,
  onDone: (strip: { id: number; title: string }, mend: Mend) => void,
) {
  return useMutation({
    mutationFn: (mend: Mend) => send(fromId, mend),
    onSuccess: ({ strip }, mend) => {
      showChanged(strip);
      for (const key of [["request", fromId], ["conversation"], ["tray"]])
        void queryClient.invalidateQueries({ queryKey: key });
      onDone(strip, mend);
    },
  });
}

export type Mending = ReturnType<typeof useMending>;
