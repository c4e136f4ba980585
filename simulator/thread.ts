/** A phone as its owner sees it: the shapes the control API gives out. Never more than a page of its thread. */
import type { BusinessNumber } from "./accounts.ts";
import { EDIT_MS, REVOKE_MS } from "./say-again.ts";
import type { Sim } from "./sim.ts";
import { pageOf } from "./thread-page.ts";
import {
  EMPTY_CONTENT,
  isWindowOpen,
  listThread,
  type Message,
  type Phone,
  windowClosesAt,
} from "./world.ts";

/** Beyond it a badge says no more. */
const MOST_COUNTED = 999;

export function showPhone(sim: Sim, phone: Phone): object {
  const conversations = conversationsOf(sim, phone);
  const [first] = conversations;
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
    window: first?.window,
    typing: first?.typing,
    unread: first?.unread,
    last: first?.last,
    conversations,
  };
}

/** One with each of our numbers, whether something was said there or not; the first number first. */
function conversationsOf(sim: Sim, phone: Phone) {
  const first = sim.business.number;
  const now = sim.clock.now();
  /** From the newest back, and not for ever: a thread may hold a hundred thousand. */
  const recent = listThread(sim.world, phone.id).slice(-MOST_COUNTED);
  const byNumber = Map.groupBy(recent, ({ number }) => number ?? first);
  return [...sim.platform.numbers.values()].map((number) => {
    const said = byNumber.get(number.id) ?? [];
    const other = number.id === first ? undefined : number.id;
    const closesAt = windowClosesAt(phone, other);
    const last = said.findLast((message) => !isHeld(message));
    return {
      number: { id: number.id, name: number.name, displayNumber: number.display },
      isBlocking: phone.blocks?.includes(number.id) ?? false,
      window: {
        open: isWindowOpen(phone, now, other),
        closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
      },
      typing: phone.typingUntil > now.getTime() && (phone.typingFrom ?? first) === number.id,
      unread: said.filter(isUnread).length,
      held: said.filter((message) => message.from === "business" && message.held === "off").length,
      last: last ? showLast(last) : null,
    };
  });
}

function showLast(message: Message): object {
  return {
    at: new Date(message.at).toISOString(),
    preview: previewOf(message),
    from: message.from,
    type: message.type,
    isRevoked: message.from === "phone" && message.isRevoked === true,
    state: message.state,
  };
}

/** The newest page with one of our numbers, or the one before a message; oldest first. */
export function showThread(
  sim: Sim,
  phone: Phone,
  number: BusinessNumber,
  page: { limit: number; before?: string | undefined },
): object {
  const { messages, hasEarlier } = pageOf(
    listThread(sim.world, phone.id),
    (message) => (message.number ?? sim.business.number) === number.id,
    page,
  );
  return {
    phone: showPhone(sim, phone),
    messages: messages.map((message) => showMessage(sim, message)),
    hasEarlier,
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

const NOTHING = { ...EMPTY_CONTENT, chosen: null, quote: null, reactions: [] };

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

const isHeld = (message: Message): boolean => message.from === "business" && message.held !== undefined;

function isUnread(message: Message): boolean {
  if (message.from !== "business" || isHeld(message)) return false;
  return message.state === "sent" || message.state === "delivered";
}
