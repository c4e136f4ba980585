/** Conversations, messages, contacts, media. */
import { z } from "zod";
import { MESSAGE_KINDS, MessageContent, SEND_STATES, SIDES } from "../message.ts";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";

export const CONTACT_KINDS = ["client", "worker", "staff"] as const;

const Media = z.object({
  id: Id,
  mimeType: z.string(),
  state: z.enum(["waiting", "fetched", "failed"]),
  /** Where the bytes are served, once fetched. */
  url: z.string().nullable(),
  bytes: z.number().int().nullable(),
});

export const Message = z.object({
  id: Id,
  conversationId: Id,
  kind: z.enum(MESSAGE_KINDS),
  side: z.enum(SIDES),
  /** Who said it: contact's or staff's name. */
  author: z.string().nullable(),
  /** Typed on the business's phone (an echo), not here. */
  fromPhone: z.boolean(),
  saidAt: Instant,
  text: z.string().nullable(),
  content: MessageContent,
  media: Media.nullable(),
  quotes: z.object({ messageId: Id.nullable(), text: z.string().nullable() }).nullable(),
  reactions: z.array(z.object({ emoji: z.string(), by: z.string().nullable() })),
  isEdited: z.boolean(),
  isRevoked: z.boolean(),
  send: z
    .object({
      state: z.enum(SEND_STATES),
      at: Instant,
      /** WhatsApp's code when it failed. */
      errorCode: z.number().int().nullable(),
    })
    .nullable(),
  /** Requests this message was sorted to. */
  requestIds: z.array(Id),
  /** Still in the tray. */
  unsorted: z.boolean(),
});
export type Message = z.infer<typeof Message>;

export const Contact = z.object({
  id: Id,
  name: z.string(),
  phone: z.string().nullable(),
  username: z.string().nullable(),
  kinds: z.array(z.enum(CONTACT_KINDS)),
  since: Instant,
  openRequests: z.number().int(),
  conversationIds: z.array(Id),
});
export type Contact = z.infer<typeof Contact>;

export const conversationsApi = {
  thread: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:id/messages",
    access: "operator",
    summary: "Messages of a conversation in WhatsApp's order, newest page first",
    params: IdParams,
    query: z.object({ before: z.string().optional(), requestId: Id.optional() }),
    output: z.object({
      messages: z.array(Message),
      /** Give it back to get the page before; null at the beginning. */
      before: z.string().nullable(),
      contact: z.object({ id: Id, name: z.string(), phone: z.string().nullable() }).nullable(),
      number: z.object({ id: Id, name: z.string(), canSend: z.boolean() }),
      /** The 24 hour window: open until, or null when the contact never wrote. */
      windowUntil: Instant.nullable(),
    }),
  }),
  reply: endpoint({
    method: "POST",
    path: "/api/v1/conversations/:id/messages",
    access: "operator",
    summary: "Send a text to the contact; `key` makes a repeated call harmless",
    params: IdParams,
    body: z.object({
      text: z.string().trim().min(1).max(4096),
      quotesMessageId: Id.nullable().default(null),
      requestId: Id.nullable().default(null),
      /** Made by the caller, unique for each intended message. */
      key: z.string().min(8).max(100),
    }),
    output: Message,
  }),
  /** Names and numbers travel in the body, never in an address: those reach logs (law 11). */
  listContacts: endpoint({
    method: "POST",
    path: "/api/v1/contacts/search",
    access: "operator",
    summary: "Contacts by name, number or kind",
    body: z.object({
      q: z.string().trim().max(100).optional(),
      kind: z.enum(CONTACT_KINDS).optional(),
      after: z.string().optional(),
    }),
    output: z.object({ contacts: z.array(Contact), next: z.string().nullable() }),
  }),
  addContact: endpoint({
    method: "POST",
    path: "/api/v1/contacts",
    access: "operator",
    summary: "Write down a person not seen on WhatsApp yet, such as a worker",
    body: z.object({
      name: z.string().trim().min(1).max(120),
      phone: z.string().trim().max(30).nullable().default(null),
      kinds: z.array(z.enum(CONTACT_KINDS)).min(1),
    }),
    output: Contact,
  }),
  changeContact: endpoint({
    method: "PATCH",
    path: "/api/v1/contacts/:id",
    access: "coordinator",
    summary: "Change a contact's name or kinds",
    params: IdParams,
    body: z.object({
      name: z.string().trim().min(1).max(120).optional(),
      kinds: z.array(z.enum(CONTACT_KINDS)).min(1).optional(),
    }),
    output: Contact,
  }),
} as const;
