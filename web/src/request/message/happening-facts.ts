import type { Message } from "../../../../shared/api/conversations.ts";

const TOLD = new Set<Message["kind"]>(["notice", "system", "call", "request_welcome"]);

/** It tells of something that happened; nobody said it. */
export const isTold = ({ kind }: Pick<Message, "kind">): boolean => TOLD.has(kind);

/** A call to us that ended before anybody spoke. */
export function isMissedCall({ kind, content, side }: Pick<Message, "kind" | "content" | "side">): boolean {
  if (kind !== "call" || content.why?.type !== "terminate") return false;
  const isOurs = content.call?.isOurs ?? side === "staff";
  return !isOurs && !content.call?.seconds;
}

/** How much each word about a call tells: its end most, that it began least. */
const TELLS = ["connect", "ringing", "accepted", "rejected", "terminate"];

const tells = (message: Message): number => TELLS.indexOf(message.content.why?.type ?? "");

/** Of all that was said about one call only what tells most; a call without an id stands for itself. */
export function oneLineACall(messages: readonly Message[]): Message[] {
  const best = new Map<string, Message>();
  for (const message of messages) {
    const id = callId(message);
    const before = id === null ? undefined : best.get(id);
    if (id !== null && (!before || tells(message) > tells(before))) best.set(id, message);
  }
  return messages.filter((message) => {
    const id = callId(message);
    return id === null || best.get(id) === message;
  });
}

const callId = ({ kind, content }: Message): string | null =>
  kind === "call" ? (content.call?.id ?? null) : null;
