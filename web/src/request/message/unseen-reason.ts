/** Why a message cannot be shown, and what to ask for: from Meta's codes and names, which no screen shows. */
import type { Message } from "../../../../shared/api/conversations.ts";

export type Why = "unsupported" | "device" | "group" | "file" | "unknown" | "before" | "held";
export type Remedy = "again" | "text" | "smaller" | null;
export const UNSEEN_KINDS = [
  "poll",
  "edit",
  "button",
  "list",
  "event",
  "view_once",
  "live_location",
  "group_invite",
  "template",
  "product",
] as const;
export type UnseenKind = (typeof UNSEEN_KINDS)[number];

export function unseenReason(message: Pick<Message, "kind" | "content" | "side">): {
  kind: UnseenKind | null;
  why: Why;
  remedy: Remedy;
} {
  const { code, type } = message.content.why ?? {};
  const kind = UNSEEN_KINDS.find((known) => known === type) ?? null;
  const isTheirs = message.side === "client" || message.side === "worker";
  const reason = (why: Why, remedy: Remedy) => ({ kind, why, remedy: isTheirs ? remedy : null });
  if (message.kind === "media_placeholder") return reason("before", null);
  switch (code) {
    case 131_060:
      return reason("device", "again");
    case 130_501:
      return reason("group", "text");
    case 131_052:
      return reason("file", "smaller");
    case 131_051:
      return reason("unsupported", kind === null ? "again" : "text");
    default:
      if (message.kind === "unknown" || message.kind === "interactive") return reason("unknown", "text");
      return reason(kind === null ? "held" : "unsupported", kind === null ? "again" : "text");
  }
}
