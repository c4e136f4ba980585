/** Writing to a client: a draft that survives, a key that keeps a repeated call from sending twice. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { conversationsApi } from "../../../../shared/api/conversations.ts";
import { call } from "../../api/call.ts";
import { type Draft, dropDraft, keepDraft, readDraft } from "../drafts.ts";
import { showSent } from "../use-thread.ts";

type Asked = { draft: Draft; quotesMessageId: number | null };

export function useReply(conversationId: number, requestId: number | null, onSent?: () => void) {
  const [draft, setDraft] = useState(() => readDraft(conversationId));
  const sending = useMutation({
    mutationFn: ({ draft: { text, key }, quotesMessageId }: Asked) =>
      call(conversationsApi.reply, {
        params: { id: conversationId },
        body: { message: { kind: "text", text }, key, requestId, quotesMessageId },
      }),
    onSuccess: (message) => {
      setDraft(dropDraft(conversationId));
      showSent(conversationId, message);
      onSent?.();
    },
  });
  return {
    text: draft.text,
    /** Other words are another message: only the very same text keeps the key of a call whose end was not seen. */
    write: (text: string) => {
      const next = { text, key: sending.isError ? crypto.randomUUID() : draft.key };
      if (sending.isError) sending.reset();
      setDraft(next);
      keepDraft(conversationId, next);
    },
    send: (quotesMessageId: number | null) => {
      if (draft.text.trim() && !sending.isPending) sending.mutate({ draft, quotesMessageId });
    },
    isSending: sending.isPending,
    error: sending.error,
    forgetError: sending.reset,
  };
}
