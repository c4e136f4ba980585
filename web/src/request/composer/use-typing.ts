/** Lets the client see that somebody writes. WhatsApp shows it for 25 seconds, so that one call in that time is enough. */
import { useRef } from "react";
import { conversationsApi } from "../../../../shared/api/conversations.ts";
import { call } from "../../api/call.ts";

const EVERY_MS = 20_000;

export function useTyping(conversationId: number): { tell: () => void } {
  const toldAt = useRef<number | null>(null);
  return {
    tell: () => {
      const now = performance.now();
      if (toldAt.current !== null && now - toldAt.current < EVERY_MS) return;
      toldAt.current = now;
      // A courtesy: where it cannot be told, nobody misses it.
      call(conversationsApi.typing, { params: { id: conversationId } }).catch(() => undefined);
    },
  };
}
