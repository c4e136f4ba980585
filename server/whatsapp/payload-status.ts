/** Statuses, calls, handovers, preferences and identity links: everything in a change that is not a message. */
import type { About, PayloadEvent, Person, StatusEvent } from "./payload-events.ts";
import { type Around, standInId } from "./payload-message.ts";
import { personAmong, personFrom } from "./payload-person.ts";
import { asFields, Code, Inner, List, Time, Word } from "./payload-read.ts";

const Status = Inner({
  id: Word,
  type: Word,
  status: Word,
  timestamp: Time,
  recipient_id: Word,
  recipient_type: Word,
  recipient_user_id: Word,
  recipient_parent_user_id: Word,
  parent_recipient_user_id: Word,
  recipient_participant_id: Word,
  recipient_participant_user_id: Word,
  biz_opaque_callback_data: Word,
  errors: List,
});
const ErrorCode = Inner({ code: Code });

/** Null when it names no message: it is kept as a notice then. */
export function readStatus(value: unknown, around: Around): StatusEvent | null {
  const raw = asFields(value);
  const status = Status.parse(raw);
  if (!raw || !status.id || !status.status) return null;
  const isGroup = status.recipient_type === "group";
  const recipient = {
    phone: status.recipient_id,
    userId: status.recipient_user_id,
    parentUserId: status.recipient_parent_user_id ?? status.parent_recipient_user_id,
  };
  const codes = status.errors.map((error) => ErrorCode.parse(error).code);
  return {
    kind: "status",
    about: around.about,
    wamid: status.id,
    status: status.status.toLowerCase(),
    participant: isGroup
      ? (status.recipient_participant_user_id ?? status.recipient_participant_id ?? "")
      : "",
    at: status.timestamp ?? around.receivedAt,
    errorCode: codes.find((code) => code !== undefined) ?? null,
    pricing: raw.pricing ?? null,
    callbackData: status.biz_opaque_callback_data ?? null,
    person: isGroup ? null : personAmong(recipient, around.contacts),
    groupId: isGroup ? (status.recipient_id ?? null) : null,
  };
}

const Call = Inner({
  id: Word,
  event: Word,
  status: Word,
  type: Word,
  direction: Word,
  timestamp: Time,
  from: Word,
  from_user_id: Word,
  to: Word,
  to_user_id: Word,
  recipient_id: Word,
  recipient_user_id: Word,
});

/** One visible row for each thing that happened to a call; null when nobody is named. */
export function readCall(value: unknown, around: Around): PayloadEvent | null {
  const call = Call.parse(value);
  const what = call.event ?? call.status ?? call.type ?? "call";
  // A status of a call and a call WhatsApp says the business began are ours.
  const isOurs = call.direction ? call.direction === "BUSINESS_INITIATED" : call.event === undefined;
  const ours = isOurs
    ? { phone: call.recipient_id ?? call.to, userId: call.recipient_user_id ?? call.to_user_id }
    : { phone: call.from, userId: call.from_user_id };
  const person = personAmong(ours, around.contacts);
  if (!person) return null;
  return visible(around, {
    wamid: `${call.id ?? standInId(value)}:${what}`,
    person,
    speaker: isOurs ? "us" : "contact",
    messageKind: "call",
    saidAt: call.timestamp ?? around.receivedAt,
    type: what.toLowerCase(),
  });
}

const Handover = Inner({
  sender: Inner({ phone_number: Word, user_id: Word, wa_id: Word }),
  recipient: Inner({ phone_number_id: Word, display_phone_number: Word }),
  type: Word,
  timestamp: Time,
});

/** Meta's agent took or gave back a conversation: a line in its thread. */
export function readHandover(value: unknown, around: Omit<Around, "about">): PayloadEvent | null {
  const { sender, recipient, type, timestamp } = Handover.parse(value);
  const person = personFrom({ phone: sender.phone_number ?? sender.wa_id, userId: sender.user_id });
  if (!person || !recipient.phone_number_id) return null;
  const about: About = {
    phoneNumberId: recipient.phone_number_id,
    displayPhone: recipient.display_phone_number ?? null,
  };
  return visible(
    { ...around, about },
    {
      wamid: standInId(value),
      person,
      speaker: "system",
      messageKind: "notice",
      saidAt: timestamp ?? around.receivedAt,
      type: type ?? "handover",
    },
  );
}

function visible(
  around: Around,
  row: {
    wamid: string;
    person: Person;
    speaker: "us" | "contact" | "system";
    messageKind: "call" | "notice";
    saidAt: Date;
    type: string;
  },
): PayloadEvent {
  const { type, ...rest } = row;
  return {
    kind: "message",
    about: around.about,
    groupId: null,
    cameBy: "webhook",
    quotedWamid: null,
    text: null,
    content: { why: { type } },
    media: null,
    ...rest,
  };
}

const Preference = Inner({
  wa_id: Word,
  user_id: Word,
  parent_user_id: Word,
  category: Word,
  value: Word,
  timestamp: Time,
});

export function readPreference(value: unknown, around: Around): PayloadEvent | null {
  const said = Preference.parse(value);
  const person = personAmong(
    { phone: said.wa_id, userId: said.user_id, parentUserId: said.parent_user_id },
    around.contacts,
  );
  const isKnown = said.value === "stop" || said.value === "resume";
  if (!person || said.category !== "marketing_messages" || !isKnown) return null;
  return {
    kind: "preference",
    person,
    wantsMarketing: said.value === "resume",
    at: said.timestamp ?? around.receivedAt,
  };
}

const Ids = Inner({ previous: Word, current: Word });
const IdUpdate = Inner({ wa_id: Word, user_id: Ids, parent_user_id: Ids, timestamp: Time });

/** Documented from March to August 2026, then withdrawn: accepted, not depended on. */
export function readIdUpdate(value: unknown, around: Around): PayloadEvent | null {
  const update = IdUpdate.parse(value);
  const previous = personFrom({
    userId: update.user_id.previous,
    parentUserId: update.parent_user_id.previous,
  });
  const current = personAmong(
    {
      phone: update.wa_id,
      userId: update.user_id.current,
      parentUserId: update.parent_user_id.current,
    },
    around.contacts,
  );
  if (!previous || !current) return null;
  return { kind: "identity", previous, current, at: update.timestamp ?? around.receivedAt };
}

const StateSync = Inner({
  type: Word,
  action: Word,
  contact: Inner({ full_name: Word, first_name: Word, phone_number: Word, user_id: Word, username: Word }),
  metadata: Inner({ timestamp: Time }),
});

/** The address book of a business phone; a removal has no name to learn from. */
export function readStateSync(value: unknown, around: Around): PayloadEvent | null {
  const { type, action, contact, metadata } = StateSync.parse(value);
  if (type !== "contact" || action === "remove") return null;
  const person = personFrom({
    phone: contact.phone_number,
    userId: contact.user_id,
    name: contact.full_name ?? contact.first_name,
    username: contact.username,
  });
  return person && { kind: "person", person, at: metadata.timestamp ?? around.receivedAt };
}

export const Metadata = Inner({ phone_number_id: Word, display_phone_number: Word });
export const Entry = Inner({ id: Word, time: Time, changes: List });
