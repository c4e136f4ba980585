/** Statuses, and what is said of people alone: identity links and the address book of a business phone. */
import type { PayloadEvent, StatusEvent } from "./payload-events.ts";
import type { Around } from "./payload-message.ts";
import { personAmong, personFrom } from "./payload-person.ts";
import { asFields, Code, cleanJson, Id, Inner, List, Time, Word } from "./payload-read.ts";

const Status = Inner({
  id: Id,
  type: Word,
  status: Id,
  timestamp: Time,
  recipient_id: Id,
  recipient_type: Word,
  recipient_user_id: Id,
  recipient_parent_user_id: Id,
  parent_recipient_user_id: Id,
  recipient_participant_id: Id,
  recipient_participant_user_id: Id,
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
    pricing: cleanJson(raw.pricing) ?? null,
    callbackData: status.biz_opaque_callback_data ?? null,
    person: isGroup ? null : personAmong(recipient, around.contacts),
    groupId: isGroup ? (status.recipient_id ?? null) : null,
  };
}

const Ids = Inner({ previous: Id, current: Id });
const IdUpdate = Inner({ wa_id: Id, user_id: Ids, parent_user_id: Ids, timestamp: Time });

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
  contact: Inner({ full_name: Word, first_name: Word, phone_number: Word, user_id: Id, username: Word }),
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

export const Metadata = Inner({ phone_number_id: Id, display_phone_number: Word });
export const Entry = Inner({ id: Id, time: Time, changes: List });
