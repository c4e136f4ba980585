/** The client sees that their messages were read: once somebody has them on a screen in front of them. */
import { useEffect, useRef } from "react";
import { conversationsApi, type Message } from "../../../../shared/api/conversations.ts";
import { call } from "../../api/call.ts";

/** Scrolled past is not read. */
const LOOKED_AT_MS = 1_000;

export function useMarkRead(conversationId: number | null, messages: readonly Message[]): void {
  const newest = messages.findLast(({ side }) => side === "client" || side === "worker")?.id ?? null;
  const markedId = useRef<number | null>(null);
  useEffect(() => {
    if (conversationId === null || newest === null || markedId.current === newest) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      // A tab in the background shows it to nobody.
      if (document.visibilityState !== "visible") return;
      timer = setTimeout(() => {
        markedId.current = newest;
        // Next time they are looked at it is tried again.
        call(conversationsApi.markRead, { params: { id: conversationId } }).catch(() => {
          markedId.current = null;
        });
      }, LOOKED_AT_MS);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [conversationId, newest]);
}
