/** Writing to a client: a draft that survives, and a key for each message that keeps a repeated call from sending twice. */
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { conversationsApi } from "../../../../shared/api/conversations.ts";
import type { OutgoingInput } from "../../../../shared/outgoing.ts";
import { call } from "../../api/call.ts";
import { type Draft, dropDraft, keepDraft, readDraft } from "../drafts.ts";
import { showSent } from "../use-thread.ts";
import { detach, uploadedAll } from "./attachments.ts";
import { type Going, messagesOf, type Ready } from "./messages-of.ts";

type Progress = { n: number; of: number };
type Options = {
  conversationId: number;
  requestId: number | null;
  /** Of what is sent, the first message answers it. */
  quotesMessageId: number | null;
  onSent?: () => void;
};

export function useReply({ conversationId, requestId, quotesMessageId, onSent }: Options) {
  const [draft, setDraft] = useState(() => readDraft(conversationId));
  const asked = useRef<{ said: string; key: string } | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);

  /** One after the other, in their order; what has gone is no longer in the composer should the next one fail. */
  const sendInOrder = async (going: readonly Going[], onGone?: (key: string) => void) => {
    for (const [place, { key, message }] of going.entries()) {
      if (going.length > 1) setProgress({ n: place + 1, of: going.length });
      const sent = await call(conversationsApi.reply, {
        params: { id: conversationId },
        body: { message, key, requestId, quotesMessageId: place === 0 ? quotesMessageId : null },
      });
      onGone?.(key);
      showSent(conversationId, sent);
    }
  };
  const settled = { onSuccess: () => onSent?.(), onSettled: () => setProgress(null) };

  const writing = useMutation({
    mutationFn: async (written: Draft) => {
      const files = (await uploadedAll(conversationId)).map((file): Ready => {
        if (file.upload.state !== "ready")
          throw file.upload.state === "failed" ? file.upload.error : new Error("not up");
        return { ...file, uploadId: file.upload.uploadId };
      });
      const going = messagesOf({ ...written, files });
      const hasWordsOfTheirOwn = going.some(({ key }) => key === written.key);
      await sendInOrder(going, (key) => {
        detach(conversationId, key);
        // Words that went with the first file are gone with it.
        if (key === written.key || !hasWordsOfTheirOwn) setDraft(dropDraft(conversationId));
      });
    },
    ...settled,
  });
  const single = useMutation({
    mutationFn: (going: Going) => sendInOrder([going]),
    ...settled,
  });

  return {
    text: draft.text,
    /** Other words are another message: only the very same text keeps the key of a call whose end was not seen. */
    write: (text: string) => {
      const next = { text, key: writing.isError ? crypto.randomUUID() : draft.key };
      if (writing.isError) writing.reset();
      setDraft(next);
      keepDraft(conversationId, next);
    },
    send: () => {
      if (!writing.isPending) writing.mutate(draft);
    },
    /** A message of another kind, made in a form of its own. Resolves once it is taken. */
    sendOne: async (message: OutgoingInput): Promise<boolean> => {
      // The very same message asked for again keeps its key, another one gets its own.
      const said = JSON.stringify(message);
      if (asked.current?.said !== said) asked.current = { said, key: crypto.randomUUID() };
      try {
        await single.mutateAsync({ key: asked.current.key, message });
      } catch {
        return false;
      }
      asked.current = null;
      return true;
    },
    isSending: writing.isPending || single.isPending,
    progress,
    error: writing.error ?? single.error,
    forgetError: () => {
      writing.reset();
      single.reset();
    },
  };
}

export type Replying = ReturnType<typeof useReply>;
