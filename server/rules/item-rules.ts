/** Last week's messages gathered into what people sorted, or would sort, at once. Pure. */
import type { WeekMessage } from "./week-store.ts";

export type WeekItem = {
  /** Its earliest message. */
  messageId: number;
  conversationId: number;
  contactId: number | null;
  contact: { name: string | null; username: string | null; phone: string | null };
  decisionId: number | null;
  text: string;
  place: string | null;
  kinds: string[];
  firstAt: Date;
  lastAt: Date;
};

/** As the tray waits for somebody who pauses as most do. */
const QUIET_MS = 60_000;

/** By decision; what still waits by pauses. In the order of their ends, newest first. */
export function gather(messages: readonly WeekMessage[]): WeekItem[] {
  const items: WeekItem[] = [];
  const open = new Map<string, WeekItem>();
  const inOrder = [...messages].sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime() || a.id - b.id);
  for (const message of inOrder) {
    const key =
      message.decisionId === null
        ? `thread ${message.contactId ?? "group"} ${message.conversationId}`
        : `decision ${message.decisionId}`;
    const item = open.get(key);
    const isSame =
      item !== undefined &&
      (message.decisionId !== null || message.saidAt.getTime() - item.lastAt.getTime() <= QUIET_MS);
    if (isSame) add(item, message);
    else {
      const fresh = begin(message);
      items.push(fresh);
      open.set(key, fresh);
    }
  }
  return items.sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime() || b.messageId - a.messageId);
}

const begin = (message: WeekMessage): WeekItem => ({
  messageId: message.id,
  conversationId: message.conversationId,
  contactId: message.contactId,
  contact: {
    name: message.contactName,
    username: message.contactUsername,
    phone: message.contactPhone,
  },
  decisionId: message.decisionId,
  text: wordsOf(message),
  place: message.place,
  kinds: [message.kind],
  firstAt: message.saidAt,
  lastAt: message.saidAt,
});

function add(item: WeekItem, message: WeekMessage): void {
  item.text = [item.text, wordsOf(message)].filter(Boolean).join("\n");
  item.place ??= message.place;
  item.kinds.push(message.kind);
  item.lastAt = message.saidAt;
}

const wordsOf = ({ text, place }: WeekMessage): string => [text, place].filter(Boolean).join("\n");
