/** What happens in a thread without anybody writing: calls, handovers, changes of a group, preferences. Each a visible line. */
import type { MessageContent } from "../../shared/message.ts";
import type { About, MessageEvent, PayloadEvent, Person } from "./payload-events.ts";
import { type Around, standInId } from "./payload-message.ts";
import { readProblem } from "./payload-modifiers.ts";
import { personAmong, personFrom } from "./payload-person.ts";
import { Anything, Id, Inner, Numeric, Time, Word } from "./payload-read.ts";

type Happening = Pick<MessageEvent, "wamid" | "person" | "speaker" | "messageKind" | "saidAt" | "content"> & {
  groupId?: string;
};

const visible = (about: About, happening: Happening): MessageEvent => ({
  kind: "message",
  about,
  groupId: null,
  cameBy: "webhook",
  quotedWamid: null,
  text: null,
  media: null,
  ...happening,
});

const Call = Inner({
  id: Id,
  event: Id,
  status: Id,
  type: Id,
  direction: Word,
  timestamp: Time,
  from: Word,
  from_user_id: Id,
  to: Word,
  to_user_id: Id,
  recipient_id: Id,
  recipient_user_id: Id,
  duration: Numeric,
  errors: Anything,
});

/** One visible row for each thing that happened to a call; null when nobody is named. */
export function readCall(value: unknown, around: Around): PayloadEvent | null {
  const call = Call.parse(value);
  const what = call.event ?? call.status ?? call.type ?? "call";
  // A status of a call and a call WhatsApp says the business began are ours.
  const isOurs = call.direction ? call.direction === "BUSINESS_INITIATED" : call.event === undefined;
  const other = isOurs
    ? { phone: call.recipient_id ?? call.to, userId: call.recipient_user_id ?? call.to_user_id }
    : { phone: call.from, userId: call.from_user_id };
  const person = personAmong(other, around.contacts);
  if (!person) return null;
  const problem = readProblem(call.errors);
  return visible(around.about, {
    wamid: `${call.id ?? standInId(value)}:${what}`,
    person,
    speaker: isOurs ? "us" : "contact",
    messageKind: "call",
    saidAt: call.timestamp ?? around.receivedAt,
    content: {
      call: {
        ...(call.id && { id: call.id }),
        isOurs,
        ...(call.status && { outcome: call.status.toLowerCase() }),
        ...(call.duration !== undefined && { seconds: call.duration }),
      },
      why: { type: what.toLowerCase(), ...problem },
    },
  });
}

const Handover = Inner({
  sender: Inner({ phone_number: Word, user_id: Id, wa_id: Id }),
  recipient: Inner({ phone_number_id: Id, display_phone_number: Word }),
  type: Word,
  timestamp: Time,
  control_passed: Inner({
    previous_owner_app_role: Word,
    previous_owner_role: Word,
    new_owner_role: Word,
    new_owner_app_role: Word,
    metadata: Word,
    conversation_context: Inner({ summary: Inner({ text: Word }) }),
  }),
});

/** Meta's agent took or gave back a conversation: a line in its thread. */
export function readHandover(value: unknown, around: Omit<Around, "about">): PayloadEvent | null {
  const { sender, recipient, type, timestamp, control_passed: passed } = Handover.parse(value);
  const person = personFrom({ phone: sender.phone_number ?? sender.wa_id, userId: sender.user_id });
  if (!person || !recipient.phone_number_id) return null;
  const about: About = {
    phoneNumberId: recipient.phone_number_id,
    displayPhone: recipient.display_phone_number ?? null,
  };
  const from = passed.previous_owner_role ?? passed.previous_owner_app_role;
  const to = passed.new_owner_role ?? passed.new_owner_app_role;
  const note = passed.metadata;
  const summary = passed.conversation_context.summary.text;
  return visible(about, {
    wamid: standInId(value),
    person,
    speaker: "system",
    messageKind: "notice",
    saidAt: timestamp ?? around.receivedAt,
    content: {
      handover: {
        ...(from && { from }),
        ...(to && { to }),
        ...(note && { note }),
        ...(summary && { summary }),
      },
      why: { type: type ?? "handover" },
    },
  });
}

const Preference = Inner({
  wa_id: Id,
  user_id: Id,
  parent_user_id: Id,
  category: Word,
  value: Word,
  timestamp: Time,
});

/** The choice itself, and the line in the thread that tells of it. */
export function readPreference(value: unknown, around: Around): PayloadEvent[] | null {
  const said = Preference.parse(value);
  const person = personAmong(
    { phone: said.wa_id, userId: said.user_id, parentUserId: said.parent_user_id },
    around.contacts,
  );
  const isKnown = said.value === "stop" || said.value === "resume";
  if (!person || said.category !== "marketing_messages" || !isKnown) return null;
  const at = said.timestamp ?? around.receivedAt;
  return [
    { kind: "preference", person, wantsMarketing: said.value === "resume", at },
    visible(around.about, {
      wamid: standInId(value),
      person,
      speaker: "system",
      messageKind: "notice",
      saidAt: at,
      content: { why: { type: `marketing_${said.value}` } },
    }),
  ];
}

/** A line about a group, in its thread. */
export const groupLine = (
  about: About,
  line: { groupId: string; value: unknown; person: Person | null; saidAt: Date; content: MessageContent },
): MessageEvent =>
  visible(about, {
    wamid: standInId(line.value),
    person: line.person,
    speaker: "system",
    messageKind: "notice",
    saidAt: line.saidAt,
    content: line.content,
    groupId: line.groupId,
  });
