/** Conversations, messages, contacts, media. */
import { z } from "zod";
import { MESSAGE_KINDS, MessageContent, SEND_STATES, SIDES } from "../message.ts";
import { Outgoing } from "../outgoing.ts";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";
import { Media } from "./media.ts";

export const CONTACT_KINDS = ["client", "worker", "staff"] as const;

export const Message = z.object({
  id: Id,
  conversationId: Id,
  kind: z.enum(MESSAGE_KINDS),
  side: z.enum(SIDES),
  /** Who said it: contact's or staff's name. */
  author: z.string().nullable(),
  /** Typed on the business's phone (an echo), not here. */
  fromPhone: z.boolean(),
  /** The road it came by: live, typed on the phone, from before, beside Meta's agent, written here. */
  cameBy: z.enum(["webhook", "echo", "history", "standby", "us"]),
  saidAt: Instant,
  text: z.string().nullable(),
  content: MessageContent,
  media: Media.nullable(),
  /** `messageId` is null while what it quotes is not here (yet). */
  quotes: z
    .object({
      messageId: Id.nullable(),
      text: z.string().nullable(),
      kind: z.enum(MESSAGE_KINDS).nullable(),
      author: z.string().nullable(),
      isOurs: z.boolean(),
      isRevoked: z.boolean(),
    })
    .nullable(),
  reactions: z.array(
    z.object({
      emoji: z.string(),
      by: z.string().nullable(),
      isOurs: z.boolean(),
      /** Where one of ours stands that was written here; absent of all others. It is settled by its own `messageId`. */
      send: z
        .object({ messageId: Id, state: z.enum(SEND_STATES), errorCode: z.number().int().nullable() })
        .optional(),
    }),
  ),
  isEdited: z.boolean(),
  /** What it said before its last edit, oldest first; empty once taken back. */
  versions: z.array(z.object({ at: Instant, text: z.string().nullable() })),
  isRevoked: z.boolean(),
  revokedAt: Instant.nullable(),
  send: z
    .object({
      state: z.enum(SEND_STATES),
      at: Instant,
      /** WhatsApp's code when it failed. */
      errorCode: z.number().int().nullable(),
      /** What else WhatsApp said of it: `warning`, `deleted`, and words not known yet. */
      remarks: z.array(z.object({ status: z.string(), code: z.number().int().nullable() })),
      /** Of those in a group whom it has reached so far, how many have what. */
      group: z
        .object({
          of: z.number().int(),
          delivered: z.number().int(),
          read: z.number().int(),
          failed: z.number().int(),
        })
        .nullable(),
    })
    .nullable(),
  /** Requests this message was sorted to. */
  requestIds: z.array(Id),
  /** Still in the tray. */
  unsorted: z.boolean(),
});
export type Message = z.infer<typeof Message>;

/** Said about a message that has not arrived: it stands in the thread until that message does. */
export const Waiting = z.object({
  kind: z.enum(["reaction", "edit", "revoke"]),
  at: Instant,
  emoji: z.string().nullable(),
  /** Null when it was us. */
  by: z.string().nullable(),
  isOurs: z.boolean(),
});
export type Waiting = z.infer<typeof Waiting>;

export const Contact = z.object({
  id: Id,
  name: z.string(),
  phone: z.string().nullable(),
  username: z.string().nullable(),
  /** What they call themselves on WhatsApp, where a person here gave them another name. */
  profileName: z.string().nullable(),
  /** Further phones that are theirs too. */
  otherPhones: z.array(z.string()),
  /** Phones they have left, latest first. */
  previousPhones: z.array(z.string()),
  /** Made of several, by WhatsApp or by a person. */
  isJoined: z.boolean(),
  /** They asked WhatsApp for no more marketing messages from us. */
  refusesAdvertising: z.boolean(),
  /** On one of our numbers at least; which: GET /api/v1/contacts/:id/blocks. */
  isBlocked: z.boolean(),
  kinds: z.array(z.enum(CONTACT_KINDS)),
  since: Instant,
  openRequests: z.number().int(),
  conversationIds: z.array(Id),
});
export type Contact = z.infer<typeof Contact>;

/** What a contact is made of, and can be taken apart into. */
export const ContactPart = z.object({
  id: Id,
  name: z.string(),
  phone: z.string().nullable(),
  username: z.string().nullable(),
  /** The one whose contact this is; the others were joined to it. */
  isMain: z.boolean(),
  /** By a person's word; null when WhatsApp said that they are one. */
  joined: z.object({ at: Instant, by: z.string().nullable() }).nullable(),
  lastAt: Instant.nullable(),
});
export type ContactPart = z.infer<typeof ContactPart>;

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
      /** Of this page's span of time; of a request's messages none are known. */
      waiting: z.array(Waiting),
      /** Give it back to get the page before; null at the beginning. */
      before: z.string().nullable(),
      contact: z.object({ id: Id, name: z.string(), phone: z.string().nullable() }).nullable(),
      /** All of one person with this number: WhatsApp may know them by several ids. */
      conversationIds: z.array(Id),
      /** While it is paused WhatsApp refuses it; what is written waits. */
      number: z.object({ id: Id, name: z.string(), canSend: z.boolean(), pausedAt: Instant.nullable() }),
      /** The 24 hour window: open until, or null when the contact never wrote. */
      windowUntil: Instant.nullable(),
      /** They came by an advertisement and were answered: all we send is free until then. Opens no shut window. */
      freeUntil: Instant.nullable(),
      /** They came by an advertisement: an answer before then makes all free for three days. */
      freeIfAnsweredBy: Instant.nullable(),
    }),
  }),
  reply: endpoint({
    method: "POST",
    path: "/api/v1/conversations/:id/messages",
    access: "operator",
    summary: "Send something to the contact; `key` makes a repeated call harmless",
    params: IdParams,
    body: z.object({
      message: Outgoing,
      quotesMessageId: Id.nullable().default(null),
      requestId: Id.nullable().default(null),
      /** Made by the caller, unique for each intended message. */
      key: z.string().min(8).max(100),
    }),
    output: Message,
  }),
  react: endpoint({
    method: "POST",
    path: "/api/v1/messages/:id/reaction",
    access: "operator",
    summary: "React to a message with an emoji, or take the reaction back with null",
    params: IdParams,
    body: z.object({ emoji: z.string().min(1).max(40).nullable() }),
    /** The message, with the reaction in it. */
    output: Message,
  }),
  writeFirst: endpoint({
    method: "POST",
    path: "/api/v1/contacts/:id/messages",
    access: "operator",
    summary:
      "Write to a contact from a number of ours; a template, unless they wrote within 24 hours. `key` makes a repeated call harmless",
    params: IdParams,
    body: z.object({
      numberId: Id,
      message: Outgoing,
      requestId: Id.nullable().default(null),
      key: z.string().min(8).max(100),
    }),
    output: Message,
  }),
  markRead: endpoint({
    method: "POST",
    path: "/api/v1/conversations/:id/read",
    access: "operator",
    summary: "Somebody here looks at the conversation: the contact sees that their messages were read",
    params: IdParams,
    output: Done,
  }),
  typing: endpoint({
    method: "POST",
    path: "/api/v1/conversations/:id/typing",
    access: "operator",
    summary: "Somebody here is writing; the contact sees it for up to 25 seconds, or until the message",
    params: IdParams,
    output: Done,
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
  contact: endpoint({
    method: "GET",
    path: "/api/v1/contacts/:id",
    access: "operator",
    summary: "One contact with what it is made of; of one that was merged, whom it is read at",
    params: IdParams,
    output: Contact.extend({ parts: z.array(ContactPart) }),
  }),
  mergeContact: endpoint({
    method: "POST",
    path: "/api/v1/contacts/:id/merge",
    access: "coordinator",
    summary: "Make another contact one with this; `confirmed` where both have a phone number",
    params: IdParams,
    body: z.object({ otherId: Id, confirmed: z.boolean().default(false) }),
    /** `partId`: what to take apart to undo it. */
    output: z.object({ contact: Contact, partId: Id }),
  }),
  partContact: endpoint({
    method: "POST",
    path: "/api/v1/contacts/:id/part",
    access: "coordinator",
    summary:
      "Make a part of this contact a contact of its own again; nothing joins the two any more but a person",
    params: IdParams,
    body: z.object({ partId: Id }),
    output: z.object({ contact: Contact, parted: Contact }),
  }),
} as const;
