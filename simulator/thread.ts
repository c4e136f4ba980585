/** A phone as its owner sees it: the shapes the control API gives out. Never more than a page of its thread. */
import { BUSINESS_NAME, DISPLAY_NUMBER } from "./cast.ts";
import { EDIT_MS, REVOKE_MS } from "./say-again.ts";
import type { Sim } from "./sim.ts";
import { isWindowOpen, listThread, type Message, type Phone, windowClosesAt } from "./world.ts";

/** Beyond it a badge says no more. */
const MOST_COUNTED = 999;

export function showPhone(sim: Sim, phone: Phone): object {
  const now = sim.clock.now();
  const closesAt = windowClosesAt(phone);
  const thread = listThread(sim.world, phone.id);
  const last = thread.findLast((message) => !isHeld(message));
  return {
    id: phone.id,
    name: phone.name,
    kind: phone.kind,
    locale: phone.locale,
    timeZone: phone.timeZone ?? "UTC",
    waId: phone.waId,
    userId: phone.userId,
    username: phone.username,
    isOff: phone.isOff ?? false,
    inHand: phone.inHand ?? false,
    isBlocking: phone.blocks?.includes(sim.business.number) ?? false,
    business: { id: sim.business.number, name: BUSINESS_NAME, displayNumber: DISPLAY_NUMBER },
    window: {
      open: isWindowOpen(phone, now),
      closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
    },
    typing: phone.typingUntil > now.getTime(),
    unread: countRecent(thread, isUnread),
    held: countRecent(thread, isHeld),
    last: last ? { at: new Date(last.at).toISOString(), preview: previewOf(last), from: last.from } : null,
  };
}

/** The newest page, or the one before a message; oldest first. */
export function showThread(sim: Sim, phone: Phone, page: { limit: number; before?: string }): object {
  const thread = listThread(sim.world, phone.id);
  const end =
    page.before === undefined ? thread.length : thread.findLastIndex(({ id }) => id === page.before);
  const start = Math.max(0, end - page.limit);
  return {
    phone: showPhone(sim, phone),
    messages: thread.slice(start, Math.max(0, end)).map((message) => showMessage(sim, message)),
    hasEarlier: start > 0,
  };
}

export function showMessage(sim: Sim, message: Message): object {
  const quoted = message.quoteId === null ? undefined : sim.world.messages.get(message.quoteId);
  const isSaid = message.from === "phone";
  const isRevoked = isSaid && message.isRevoked === true;
  const shown = {
    id: message.id,
    from: message.from,
    at: new Date(message.at).toISOString(),
    type: message.type,
    state: message.state,
    isRevoked,
    isEdited: isSaid && message.editedAt != null,
    forwarded: isSaid ? (message.forwarded ?? null) : null,
    isHeld: isHeld(message),
    failure: isSaid ? null : message.failure,
    ...untilWhen(message),
  };
  if (isRevoked) return { ...shown, ...NOTHING };
  return {
    ...shown,
    text: message.text,
    header: message.header,
    footer: message.footer,
    media: showMedia(sim, message),
    location: message.location,
    contacts: message.contacts,
    buttons: message.buttons,
    listLabel: message.listLabel,
    asks: message.asks ?? null,
    chosen: message.chosen,
    quote: quoted
      ? { id: quoted.id, preview: previewOf(quoted), from: quoted.from, type: quoted.type }
      : null,
    reactions: message.reactions,
  };
}

const NOTHING = {
  text: null,
  header: null,
  footer: null,
  media: null,
  location: null,
  contacts: [],
  buttons: [],
  listLabel: null,
  asks: null,
  chosen: null,
  quote: null,
  reactions: [],
};

/** Till when the person can take it back: a page offers no more than that. */
function untilWhen(message: Message): { editableUntil: string | null; revocableUntil: string | null } {
  const isOwn = message.from === "phone" && !message.isRevoked;
  const canEdit = isOwn && message.text !== null && message.type !== "button";
  return {
    editableUntil: canEdit ? new Date(message.at + EDIT_MS).toISOString() : null,
    revocableUntil: isOwn ? new Date(message.at + REVOKE_MS).toISOString() : null,
  };
}

/** A word for what has none; a page puts its own language over `type` where it likes. */
function previewOf(message: Message): string {
  if (message.from === "phone" && message.isRevoked) return "";
  const words = message.text ?? message.location?.name ?? message.contacts[0]?.name ?? message.header;
  return words ? words.slice(0, 80) : message.type;
}

function showMedia(sim: Sim, message: Message): object | null {
  if (message.media === null) return null;
  const stored = sim.world.media.get(message.media.id);
  return {
    id: message.media.id,
    url: message.media.link ?? `/control/media/${message.media.id}`,
    mime: stored?.mime ?? "application/octet-stream",
    filename: message.media.filename,
    voice: message.media.voice,
    bytes: stored?.bytes.length ?? 0,
  };
}

/** From the newest back, and not for ever: a thread may hold a hundred thousand. */
function countRecent(thread: readonly Message[], counts: (message: Message) => boolean): number {
  let count = 0;
  for (const message of thread.slice(-MOST_COUNTED)) if (counts(message)) count += 1;
  return count;
}

const isHeld = (message: Message): boolean => message.from === "business" && message.held !== undefined;

function isUnread(message: Message): boolean {
  if (message.from !== "business" || isHeld(message)) return false;
  return message.state === "sent" || message.state === "delivered";
}
