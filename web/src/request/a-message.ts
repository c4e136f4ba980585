import type { Message } from "../../../shared/api/conversations.ts";

/** A plain text of a client's, for tests. */
export const aMessage = (id: number, saidAt: string, message: Partial<Message> = {}): Message => ({
  id,
  conversationId: 1,
  kind: "text",
  side: "client",
  author: "Fatima",
  fromPhone: false,
  cameBy: "webhook",
  saidAt,
  text: "x",
  content: {},
  media: null,
  quotes: null,
  reactions: [],
  isEdited: false,
  versions: [],
  isRevoked: false,
  revokedAt: null,
  send: null,
  requestIds: [],
  unsorted: false,
  ...message,
});
