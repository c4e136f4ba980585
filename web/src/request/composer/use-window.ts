/** The 24 hours as they stand now: it shuts to the second, not at the next minute. */
import { useEffect, useState } from "react";
import type { conversationsApi } from "../../../../shared/api/conversations.ts";
import type { Answer } from "../../api/call.ts";
import { serverNow, useNow } from "../../ui/now.ts";

export type Head = Answer<typeof conversationsApi.thread>;

export type OpenWindow = { kind: "open"; until: string; leftMs: number };
export type ShownWindow =
  | OpenWindow
  | { kind: "shut"; since: string }
  | { kind: "never" }
  | { kind: "unknown" };

/** The longest a browser's timer may be; an open window is shorter by far. */
const LONGEST_MS = 2 ** 31 - 1;

export function useWindow(head: Pick<Head, "windowUntil"> | null): ShownWindow {
  useNow();
  const until = head?.windowUntil ?? null;
  const [, setEnded] = useState(0);
  useEffect(() => {
    if (until === null) return;
    const left = Date.parse(until) - serverNow();
    if (left <= 0 || left > LONGEST_MS) return;
    const timer = setTimeout(() => setEnded((times) => times + 1), left + 30);
    return () => clearTimeout(timer);
  }, [until]);
  if (!head) return { kind: "unknown" };
  if (until === null) return { kind: "never" };
  const leftMs = Date.parse(until) - serverNow();
  return leftMs > 0 ? { kind: "open", until, leftMs } : { kind: "shut", since: until };
}
