/** What waits for a person in the tray. */
import type { MessageKind, Side } from "../../shared/message.ts";

/** Lines that tell of something rather than say something. */
const NOT_SAID: readonly MessageKind[] = ["system", "request_welcome", "media_placeholder", "call", "notice"];

/**
 * Content that a client or worker sent us just now. Placeholders of types we cannot show count: a person should
 * look. History, echoes, copies of talks with Meta's agent and our own words do not.
 */
export function needsSorting(message: {
  side: Side;
  kind: MessageKind;
  cameBy: "webhook" | "echo" | "history" | "standby" | "us";
}): boolean {
  const isTheirs = message.side === "client" || message.side === "worker";
  return isTheirs && message.cameBy === "webhook" && !NOT_SAID.includes(message.kind);
}
