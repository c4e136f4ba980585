/** The door for what Meta posts: a raw body becomes a flat list of events. Tolerant of everything but a body that is no delivery. */
import { z } from "zod";
import type { About, PayloadEvent } from "./payload-events.ts";
import { readGroupChange } from "./payload-groups.ts";
import { readCall, readHandover, readPreference } from "./payload-happenings.ts";
import { type Around, readMessage } from "./payload-message.ts";
import { personFrom, readContacts } from "./payload-person.ts";
import {
  Anything,
  asFields,
  asList,
  cutDeep,
  type Fields,
  Id,
  Inner,
  mayBeDeep,
  Time,
  Word,
} from "./payload-read.ts";
import { Entry, Metadata, readIdUpdate, readStateSync, readStatus } from "./payload-status.ts";

/** The body can be no delivery of WhatsApp's. The message never quotes it (law 11). */
export class PayloadError extends Error {
  override readonly name = "PayloadError";
}

const Body = z.object({ entry: z.array(z.unknown()) });
const Change = Inner({ field: Word, value: Anything });
const Thread = Inner({
  id: Id,
  context: Inner({ wa_id: Id, user_id: Id, parent_user_id: Id, username: Word }),
});

/** @throws PayloadError for what is not JSON or holds no entries */
export function readPayload(body: Buffer, receivedAt: Date): PayloadEvent[] {
  const parsed = Body.safeParse(parseJson(body));
  if (!parsed.success) throw new PayloadError("The body holds no list of entries.");
  if (parsed.data.entry.length === 0) throw new PayloadError("The body's list of entries is empty.");
  return parsed.data.entry.flatMap((value) => {
    if (!asFields(value)) return [notice({ field: "entry", at: receivedAt, saidAt: null, body: value })];
    const entry = Entry.parse(value);
    // Other products of Meta's put something else there (`messaging`): seen, not understood (law 3).
    if (entry.changes.length === 0)
      return [
        notice({ field: "entry", at: entry.time ?? receivedAt, saidAt: entry.time ?? null, body: value }),
      ];
    return entry.changes.flatMap((change) => readChange(change, entry, receivedAt));
  });
}

/** Digits beyond 2^53 (template ids): kept as text, a number would round them (trap 15). */
const LONG_NUMBER = /[:[,]\s*-?\d{16}/;
const keepLong = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? "")
    ? context?.source
    : value;

function parseJson(body: Buffer): unknown {
  const text = body.toString("utf8");
  try {
    const parsed: unknown = JSON.parse(text);
    if (mayBeDeep(body)) cutDeep(parsed);
    return LONG_NUMBER.test(text) ? withLong(text, parsed) : parsed;
  } catch {
    throw new PayloadError("The body is not JSON.");
  }
}

/** One that is too deep to keep its long numbers is read without them. */
function withLong(text: string, parsed: unknown): unknown {
  try {
    const again: unknown = JSON.parse(text, keepLong);
    cutDeep(again);
    return again;
  } catch (error) {
    if (error instanceof RangeError) return parsed;
    throw error;
  }
}

function notice(
  what: Pick<Extract<PayloadEvent, { kind: "notice" }>, "field" | "at" | "saidAt" | "body"> & {
    about?: About | null;
    businessAccountId?: string | null;
  },
): PayloadEvent {
  return { kind: "notice", about: null, businessAccountId: null, ...what };
}

type EntryHead = { id?: string | undefined; time?: Date | undefined };

function readChange(raw: unknown, entry: EntryHead, receivedAt: Date): PayloadEvent[] {
  const { field = "unnamed", value: given } = Change.parse(raw);
  const businessAccountId = entry.id ?? null;
  const at = entry.time ?? receivedAt;
  const value = asFields(given);
  const metadata = Metadata.parse(value?.metadata);
  const about = metadata.phone_number_id
    ? { phoneNumberId: metadata.phone_number_id, displayPhone: metadata.display_phone_number ?? null }
    : null;
  const whole = () => [
    notice({ field, at, saidAt: entry.time ?? null, body: given ?? raw, about, businessAccountId }),
  ];
  if (!value) return whole();
  const contacts = readContacts(asList(value.contacts));
  if (field === "messaging_handovers") {
    const event = readHandover(value, { businessAccountId, cameBy: "webhook", contacts, receivedAt: at });
    return event ? [event] : whole();
  }
  if (!about) return whole();
  const around: Around = { about, businessAccountId, cameBy: "webhook", contacts, receivedAt: at };
  const events = readKnown(field, value, around);
  // Errors come alone or beside anything else (trap 12).
  const errors = asList(value.errors).map((error) => leftOver(error, `${field}.errors`, around));
  if (events.length + errors.length === 0) return whole();
  return [...events, ...errors, ...readBesides(field, value, around)];
}

const ENVELOPE = new Set(["messaging_product", "metadata", "contacts", "errors"]);
const MESSAGES = ["messages", "statuses"];
/** Which lists of a value `readKnown` reads, where that is not what the field is called. */
const LISTS_OF = new Map([
  ["calls", ["calls", "statuses"]],
  ["smb_message_echoes", ["message_echoes"]],
  ["message_echoes", ["message_echoes"]],
  ["history", ["history", "messages"]],
  ["smb_app_state_sync", ["state_sync"]],
  ["user_preferences", ["user_preferences"]],
  ["user_id_update", ["user_id_update"]],
  ["group_lifecycle_update", ["groups"]],
  ["group_participants_update", ["groups"]],
  ["group_participant_update", ["groups"]],
  ["group_settings_update", ["groups"]],
  ["group_status_update", ["groups"]],
]);

/** A list that came with Meta's next version beside those we know: each thing in it is seen (law 3). */
function readBesides(field: string, value: Fields, around: Around): PayloadEvent[] {
  const read = LISTS_OF.get(field) ?? MESSAGES;
  return Object.entries(value).flatMap(([name, list]) =>
    Array.isArray(list) && !ENVELOPE.has(name) && !read.includes(name)
      ? list.map((item) => leftOver(item, `${field}.${name}`, around))
      : [],
  );
}

/** Everything in the change that has a place of its own; what has none comes back as notices, piece by piece. */
function readKnown(field: string, value: Fields, around: Around): PayloadEvent[] {
  const each = (
    list: unknown,
    name: string,
    read: (item: unknown, around: Around) => PayloadEvent | PayloadEvent[] | null,
  ): PayloadEvent[] => asList(list).flatMap((item) => read(item, around) ?? leftOver(item, name, around));
  const messages = (list: unknown, more: Partial<Around> = {}): PayloadEvent[] =>
    asList(list).flatMap((item) => readMessage(item, { ...around, isOurs: false, ...more }));

  switch (field) {
    case "calls":
      return [...each(value.calls, field, readCall), ...each(value.statuses, field, readCall)];
    case "smb_message_echoes":
    case "message_echoes":
      return messages(value.message_echoes, { cameBy: "echo", isOurs: true });
    case "history":
      return [
        ...asList(value.history).flatMap((chunk) => readHistory(chunk, around)),
        ...messages(value.messages, { cameBy: "history", isOurs: undefined }),
      ];
    case "standby": {
      const standby = asFields(value.standby) ?? {};
      const echoes = asList(standby.message_echoes).map(unwrapEcho);
      return [
        ...messages(standby.messages, { cameBy: "standby" }),
        ...messages(echoes, { cameBy: "standby", isOurs: true }),
        ...each(standby.statuses, "standby.statuses", readStatus),
      ];
    }
    case "smb_app_state_sync":
      return each(value.state_sync, field, readStateSync);
    case "user_preferences":
      return each(value.user_preferences, field, readPreference);
    case "user_id_update":
      return each(value.user_id_update, field, readIdUpdate);
    case "group_lifecycle_update":
    case "group_participants_update":
    // So in one of Meta's own lists.
    case "group_participant_update":
    case "group_settings_update":
    case "group_status_update":
      return each(value.groups, field, readGroupChange);
    default:
      return [...messages(value.messages), ...each(value.statuses, field, readStatus)];
  }
}

/** The message of an AI agent is one level deeper than everybody else's. */
function unwrapEcho(echo: unknown): unknown {
  const outer = asFields(echo);
  const inner = asFields(outer?.message);
  return outer && inner ? { ...inner, id: outer.id, timestamp: outer.timestamp } : echo;
}

/** A chunk of the past: threads in any order, or the reason there are none. */
function readHistory(chunk: unknown, around: Around): PayloadEvent[] {
  const fields = asFields(chunk) ?? {};
  const errors = asList(fields.errors).map((error) => leftOver(error, "history.errors", around));
  const threads = asList(fields.threads).flatMap((raw) => {
    const { id, context } = Thread.parse(raw);
    const thread = personFrom({
      phone: context.wa_id ?? id,
      userId: context.user_id,
      parentUserId: context.parent_user_id,
      username: context.username,
    });
    const contacts = thread
      ? [
          {
            profile: { name: undefined, username: thread.username ?? undefined },
            wa_id: thread.waId ?? undefined,
            user_id: thread.bsuid ?? undefined,
            parent_user_id: thread.parentBsuid ?? undefined,
          },
        ]
      : [];
    return asList(asFields(raw)?.messages).flatMap((message) =>
      readMessage(message, { ...around, cameBy: "history", contacts, thread }),
    );
  });
  return [...errors, ...threads];
}

const When = Inner({ timestamp: Time });

function leftOver(item: unknown, field: string, around: Around): PayloadEvent {
  const saidAt = When.parse(item).timestamp ?? null;
  return notice({
    field,
    at: saidAt ?? around.receivedAt,
    saidAt,
    body: item,
    about: around.about,
    businessAccountId: around.businessAccountId,
  });
}
