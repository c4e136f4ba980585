/** One message object of any field, as the event it is: a message, a reaction, an edit or a revoke, a change of identity. */
import { createHash } from "node:crypto";
import { readContent } from "./payload-content.ts";
import type { About, CameBy, PayloadEvent, Person } from "./payload-events.ts";
import { type ContactEntry, personAmong, personFrom } from "./payload-person.ts";
import { asFields, Id, Inner, phoneDigits, Time, Word } from "./payload-read.ts";

const Head = Inner({
  id: Id,
  type: Word,
  timestamp: Time,
  from: Word,
  from_user_id: Id,
  from_parent_user_id: Id,
  to: Word,
  to_user_id: Id,
  to_parent_user_id: Id,
  group_id: Id,
  context: Inner({ id: Id }),
  history_context: Inner({ status: Word }),
});
const Reaction = Inner({ message_id: Id, emoji: Word });
const Change = Inner({ original_message_id: Id });
const System = Inner({
  type: Word,
  wa_id: Id,
  user_id: Id,
  parent_user_id: Id,
  previous_user_id: Id,
  previous_parent_user_id: Id,
});

export type Around = {
  about: About;
  businessAccountId: string | null;
  cameBy: CameBy;
  contacts: readonly ContactEntry[];
  receivedAt: Date;
  /** Of a history thread: with whom it is. */
  thread?: Person | null;
  /** Sent by us, when the field alone says so. */
  isOurs?: boolean | undefined;
};

/** What stands in for an id that is missing: the same message gets the same one again. */
export const standInId = (value: unknown): string =>
  `sha256:${createHash("sha256").update(JSON.stringify(value)).digest("hex")}`;

/** Usually one event; a change of identity is two: the link, and the visible message that tells of it. */
export function readMessage(value: unknown, around: Around): PayloadEvent[] {
  const raw = asFields(value);
  if (!raw) return [asNotice(value, around)];
  const head = Head.parse(raw);
  const at = head.timestamp ?? around.receivedAt;
  const wamid = head.id ?? standInId(value);
  const isOurs = around.isOurs ?? isFromUs(head, around.about);
  const groupId = head.group_id ?? null;
  const person =
    personAmong(
      isOurs
        ? { phone: head.to, userId: head.to_user_id, parentUserId: head.to_parent_user_id }
        : { phone: head.from, userId: head.from_user_id, parentUserId: head.from_parent_user_id },
      around.contacts,
    ) ??
    around.thread ??
    null;
  const { about } = around;

  switch (head.type) {
    case "reaction": {
      const { message_id: targetWamid, emoji } = Reaction.parse(raw.reaction);
      if (!targetWamid || !(person || isOurs)) return [asNotice(value, around)];
      const by = isOurs ? null : person;
      const where = { thread: person, groupId };
      return [
        { kind: "reaction", about, wamid, targetWamid, person: by, ...where, emoji: emoji ?? null, at },
      ];
    }
    case "edit":
    case "revoke": {
      const body = asFields(raw[head.type]);
      const targetWamid = Change.parse(body).original_message_id;
      if (!targetWamid) return [asNotice(value, around)];
      const { text, content } = readContent(asFields(body?.message) ?? {});
      const said = head.type === "edit" ? { text, content } : { text: null, content: {} };
      const by = { person, isOurs, groupId };
      return [{ kind: "revision", about, revision: head.type, wamid, targetWamid, ...by, at, ...said }];
    }
    default:
  }

  const identity = head.type === "system" && !isOurs ? readChange(raw.system, person, at) : null;
  const who = identity?.current ?? person;
  // In a group neither we nor WhatsApp itself speak to anybody by name.
  if (!who && !(groupId && (isOurs || head.type === "system"))) return [asNotice(value, around)];
  const message: PayloadEvent = {
    kind: "message",
    about,
    wamid,
    person: who,
    groupId,
    speaker: head.type === "system" ? "system" : isOurs ? ourSpeaker(around.cameBy) : "contact",
    cameBy: around.cameBy,
    saidAt: at,
    quotedWamid: head.context.id ?? null,
    ...readContent(raw),
  };
  const status = isOurs ? historyStatus(head.history_context.status, message, at) : [];
  return [...(identity ? [identity] : []), message, ...status];
}

const ourSpeaker = (cameBy: CameBy) => (cameBy === "standby" ? "bot" : "us");

function isFromUs(head: { from?: string | undefined; to?: string | undefined }, about: About): boolean {
  if (head.to !== undefined) return true;
  const ours = phoneDigits(about.displayPhone ?? undefined);
  return ours !== undefined && phoneDigits(head.from) === ours;
}

/** How far one of ours got by the time the history was taken. */
const HISTORY_STATUS: ReadonlyMap<string | undefined, string> = new Map([
  ["SENT", "sent"],
  ["DELIVERED", "delivered"],
  ["READ", "read"],
  ["PLAYED", "played"],
  ["ERROR", "failed"],
]);

function historyStatus(status: string | undefined, message: PayloadEvent, at: Date): PayloadEvent[] {
  const known = HISTORY_STATUS.get(status);
  if (!known || message.kind !== "message") return [];
  const { about, wamid, person, groupId } = message;
  return [
    {
      kind: "status",
      about,
      wamid,
      status: known,
      participant: "",
      at,
      errorCode: null,
      pricing: null,
      callbackData: null,
      person,
      groupId,
    },
  ];
}

/** Previous names from `from` and `previous_*`, current ones from the system part (trap 2). */
function readChange(
  value: unknown,
  from: Person | null,
  at: Date,
): Extract<PayloadEvent, { kind: "identity" }> | null {
  const change = System.parse(value);
  if (change.type !== "user_changed_number" && change.type !== "user_changed_user_id") return null;
  const previous = personFrom({
    phone: change.wa_id ? (from?.waId ?? undefined) : undefined,
    userId: change.previous_user_id ?? (change.user_id ? undefined : (from?.bsuid ?? undefined)),
    parentUserId: change.previous_parent_user_id,
  });
  const current = personFrom({
    phone: change.wa_id ?? from?.waId ?? undefined,
    userId: change.user_id,
    parentUserId: change.parent_user_id,
    name: from?.name ?? undefined,
    username: from?.username ?? undefined,
  });
  return previous && current ? { kind: "identity", previous, current, at } : null;
}

/** Kept and shown although it belongs to no conversation (law 3). */
function asNotice(value: unknown, around: Around): PayloadEvent {
  const field = around.cameBy === "webhook" ? "messages" : around.cameBy;
  return {
    kind: "notice",
    about: around.about,
    businessAccountId: around.businessAccountId,
    field,
    at: around.receivedAt,
    saidAt: null,
    body: value,
  };
}
