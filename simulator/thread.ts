/** A phone as its owner sees it: the shapes the control API gives out. */
import type { Sim } from "./sim.ts";
import { isWindowOpen, listThread, type Message, type Phone, windowClosesAt } from "./world.ts";

export function showPhone(sim: Sim, phone: Phone): object {
  const now = sim.clock.now();
  const closesAt = windowClosesAt(phone);
  const thread = listThread(sim.world, phone.id);
  const last = thread.at(-1);
  return {
    id: phone.id,
    name: phone.name,
    kind: phone.kind,
    locale: phone.locale,
    waId: phone.waId,
    userId: phone.userId,
    username: phone.username,
    window: {
      open: isWindowOpen(phone, now),
      closesAt: closesAt === null ? null : new Date(closesAt).toISOString(),
    },
    typing: phone.typingUntil > now.getTime(),
    unread: thread.filter(isUnread).length,
    last: last ? { at: new Date(last.at).toISOString(), preview: previewOf(last), from: last.from } : null,
  };
}

export function showThread(sim: Sim, phone: Phone): object {
  const messages = listThread(sim.world, phone.id).map((message) => showMessage(sim, message));
  return { phone: showPhone(sim, phone), messages };
}

export function showMessage(sim: Sim, message: Message): object {
  const quoted = message.quoteId === null ? undefined : sim.world.messages.get(message.quoteId);
  return {
    id: message.id,
    from: message.from,
    at: new Date(message.at).toISOString(),
    type: message.type,
    text: message.text,
    header: message.header,
    footer: message.footer,
    media: showMedia(sim, message),
    location: message.location,
    contacts: message.contacts,
    buttons: message.buttons,
    listLabel: message.listLabel,
    chosen: message.chosen,
    quote: quoted ? { id: quoted.id, preview: previewOf(quoted) } : null,
    reactions: message.reactions,
    state: message.state,
    failure: message.from === "business" ? message.failure : null,
  };
}

/** A word for what has none; a page puts its own language over `type` where it likes. */
function previewOf(message: Message): string {
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

function isUnread(message: Message): boolean {
  return message.from === "business" && (message.state === "sent" || message.state === "delivered");
}
