/** What a delivery says, as a flat list: one event for each thing that happened, whatever it was wrapped in. */
import type { MessageContent, MessageKind } from "../../shared/message.ts";

/** Names WhatsApp has for someone; all optional, at least one set. */
export type Person = {
  bsuid: string | null;
  parentBsuid: string | null;
  waId: string | null;
  name: string | null;
  username: string | null;
};

/** By which road a message came; also how far it is believed when the same one comes by two. */
export const CAME_BY = ["history", "standby", "echo", "webhook"] as const;
export type CameBy = (typeof CAME_BY)[number];

export type MessageMedia = { mediaId: string; mimeType: string; sha256: string | null };

/** Which of our numbers it is about. */
export type About = { phoneNumberId: string; displayPhone: string | null };

export type MessageEvent = {
  kind: "message";
  about: About;
  wamid: string;
  /** Who spoke, or to whom we spoke; null in a group when we spoke. */
  person: Person | null;
  groupId: string | null;
  /** `system` is WhatsApp itself speaking. */
  speaker: "contact" | "us" | "bot" | "system";
  cameBy: CameBy;
  messageKind: MessageKind;
  saidAt: Date;
  quotedWamid: string | null;
  text: string | null;
  content: MessageContent;
  media: MessageMedia | null;
};

export type StatusEvent = {
  kind: "status";
  about: About;
  wamid: string;
  status: string;
  /** Empty for the one recipient. */
  participant: string;
  at: Date;
  errorCode: number | null;
  pricing: unknown;
  callbackData: string | null;
  person: Person | null;
  groupId: string | null;
};

export type ReactionEvent = {
  kind: "reaction";
  about: About;
  wamid: string | null;
  targetWamid: string;
  /** Null when it is ours, typed on the phone. */
  person: Person | null;
  /** In whose thread, whoever of the two it was; null in a group when it is ours. */
  thread: Person | null;
  groupId: string | null;
  emoji: string | null;
  at: Date;
};

export type RevisionEvent = {
  kind: "revision";
  about: About;
  revision: "edit" | "revoke";
  wamid: string;
  targetWamid: string;
  /** Who spoke, or to whom we spoke. */
  person: Person | null;
  isOurs: boolean;
  groupId: string | null;
  at: Date;
  text: string | null;
  content: MessageContent;
};

/** One person under new names: `user_changed_number`, `user_changed_user_id`. */
export type IdentityEvent = { kind: "identity"; previous: Person; current: Person; at: Date };

/** Somebody's names from the address book of a business phone. */
export type PersonEvent = { kind: "person"; person: Person; at: Date };

export type PreferenceEvent = { kind: "preference"; person: Person; wantsMarketing: boolean; at: Date };

/** Whatever belongs to no conversation. */
export type NoticeEvent = {
  kind: "notice";
  about: About | null;
  businessAccountId: string | null;
  field: string;
  at: Date;
  /** The time WhatsApp gave it, which tells two equal ones apart; null when it gave none. */
  saidAt: Date | null;
  body: unknown;
};

export type PayloadEvent =
  | MessageEvent
  | StatusEvent
  | ReactionEvent
  | RevisionEvent
  | IdentityEvent
  | PersonEvent
  | PreferenceEvent
  | NoticeEvent;
