/** Beginning the board with what was chosen, and taking it back. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ChatImport, chatImportsApi } from "../../../shared/api/chat-imports.ts";
import { type Answer, call } from "../api/call.ts";
import { serverNow } from "../ui/now.ts";

export type Made = Answer<typeof chatImportsApi.importChat> & { at: number };

/** `onSent`: from here on it is no longer true that nothing was sent. */
export function useStart(onSent: () => void) {
  const client = useQueryClient();
  const [made, setMade] = useState<Made | null>(null);
  const settle = () => void client.invalidateQueries();
  const start = useMutation({
    mutationFn: (body: ChatImport) => call(chatImportsApi.importChat, { body }),
    onMutate: onSent,
    onSuccess: (answer) => setMade({ ...answer, at: serverNow() }),
    onSettled: settle,
  });
  const undo = useMutation({
    mutationFn: ({ id }: Made) => call(chatImportsApi.undoChatImport, { params: { id } }),
    onSuccess: () => setMade(null),
    onSettled: settle,
  });
  return { made, start, undo };
}

export type Start = ReturnType<typeof useStart>;
