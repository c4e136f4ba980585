/** Everything that is: phones, what was said on them, media. Plain data; whoever changes it tells the bus. */
import { createHash } from "node:crypto";
import { makeUpNumber, nextFreeId } from "./addresses.ts";
import { CAST } from "./cast.ts";
import { keepWithin } from "./keep.ts";
import { timeZoneOf } from "./time-zones.ts";

export const DAY_MS = 86_400_000;

export type Phone = {
  id: string;
  name: string;
  kind: "client" | "worker";
  locale: string;
  /** Null: the person has a username and the business never sees the number. */
  waId: string | null;
  /** Another number that reaches the same person; some countries' `wa_id` differs from what is dialled. */
  dial: string | null;
  userId: string;
  username: string | null;
  /** WhatsApp's time of the last thing this person said: the window hangs on it. */
  lastSaidAt: number | null;
  /** The same for our further numbers, by id. */
  saidTo?: Record<string, number>;
  /** Came by an advertisement: an answer within 24 hours makes 72 hours free. By our number's id. */
  cameByAd?: Record<string, { at: number; freeUntil: number | null }>;
  typingUntil: number;
  /** Our number that is writing to this person. */
  typingFrom?: string;
  /** Where its own clock runs. */
  timeZone: string;
  /** Switched off or without network: nothing is delivered until it is on again. */
  isOff: boolean;
  /** Somebody holds it on the phones' page: a message is read when they open the chat, not by itself. */
  inHand: boolean;
  /** Our numbers that this person has blocked, by id. */
  blocks: string[];
};

export type NewPhone = {
  id?: string;
  name: string;
  kind: "client" | "worker";
  locale?: string;
  waId?: string;
  dial?: string;
  username?: string;
  bsuidOnly?: boolean;
  timeZone?: string;
};

type MessageType =
  | "text"
  | "image"
  | "audio"
  | "video"
  | "document"
  | "sticker"
  | "location"
  | "contacts"
  | "buttons"
  | "list"
  | "link"
  | "ask"
  | "template"
  | "button"
  | "unsupported";

type Button = {
  id: string;
  title: string;
  description: string | null;
  /** Left out: an answer that comes back to the business. */
  kind?: "reply" | "url" | "phone" | "copy";
  /** The address, number or code. */
  value?: string;
  /** The part of a list it stands in. */
  section?: string;
};
type Location = { latitude: number; longitude: number; name: string | null; address: string | null };

/** What a message shows, whoever wrote it. */
export type Content = {
  type: MessageType;
  text: string | null;
  header: string | null;
  footer: string | null;
  /** By our id, or by a link that we never follow: nothing leaves the machine. */
  media: { id: string; link: string | null; filename: string | null; voice: boolean } | null;
  location: Location | null;
  contacts: { name: string; phones: string[] }[];
  buttons: Button[];
  listLabel: string | null;
  /** What a press on its button gives the business. */
  asks: "location" | "contact" | null;
};

type SaidState = "sending" | "delivered" | "read";
export type SentState = "accepted" | "sent" | "delivered" | "read" | "played" | "failed";

type MessageBase = Content & {
  id: string;
  /** Our number that it went over, when that is not the first. */
  number?: string;
  phoneId: string | null;
  at: number;
  quoteId: string | null;
  chosen: string | null;
  reactions: { from: "phone" | "business"; emoji: string }[];
};
export type Said = MessageBase & {
  from: "phone";
  phoneId: string;
  state: SaidState;
  forwarded: "once" | "often" | null;
  editedAt: number | null;
  isRevoked: boolean;
};
export type Sent = MessageBase & {
  from: "business";
  /** As it was addressed; kept because a recipient may have no phone here. */
  to: string;
  toUserId: boolean;
  state: SentState;
  failure: { code: number; title: string } | null;
  callbackData: string | null;
  category: "service" | "utility" | "marketing" | "authentication";
  /** In a group: everybody who gets it. */
  groupId?: string;
  /** Reactions only ever get `sent`. */
  isReaction: boolean;
  /** Did not get to the phone: it is off, and will get it; or the person has blocked the number, and never will. */
  held?: "off" | "blocked";
};
export type Message = Said | Sent;

export type Media = {
  id: string;
  mime: string;
  bytes: Buffer;
  filename: string | null;
  sha256: string;
  storedAt: number;
  /** Uploads of the business live 30 days, what clients send 7. */
  from: "phone" | "business";
  /** Our number it was uploaded for, or sent to. */
  number?: string;
};

export type World = {
  /** Makes ids of this run unlike those of any other, or a second sample day would look like duplicates. */
  run: string;
  counter: number;
  phones: Map<string, Phone>;
  messages: Map<string, Message>;
  /** The same by phone, in the order they were said; reactions are not in it. */
  threads: Map<string, Message[]>;
  media: Map<string, Media>;
  /** Of the first number, this month: the first 1,000 are free. Further numbers count for themselves. */
  serviceDeliveries: { month: string; count: number };
  /** By our number, in the order they came: beyond `mostPerNumber` the oldest go. */
  kept: Map<string, string[]>;
  mostPerNumber: number;
  sentCount: number;
};

export function createWorld(run: string): World {
  const world: World = {
    run,
    counter: 0,
    phones: new Map(),
    messages: new Map(),
    threads: new Map(),
    media: new Map(),
    serviceDeliveries: { month: "", count: 0 },
    kept: new Map(),
    mostPerNumber: 20_000,
    sentCount: 0,
  };
  addCast(world);
  return world;
}

/** Back to the start, but for the counter: an id is never used twice. */
export function emptyWorld(world: World): void {
  world.phones.clear();
  world.messages.clear();
  world.threads.clear();
  world.media.clear();
  world.kept.clear();
  world.serviceDeliveries = { month: "", count: 0 };
  addCast(world);
}

export function addCast(world: World): void {
  for (const person of CAST) if (!world.phones.has(person.id)) addPhone(world, person);
}

export function addPhone(world: World, wanted: NewPhone): Phone {
  const id = wanted.id ?? nextFreeId(world, wanted.name);
  const number = wanted.waId ?? makeUpNumber(world);
  const phone: Phone = {
    id,
    name: wanted.name,
    kind: wanted.kind,
    locale: wanted.locale ?? "en-GB",
    waId: wanted.bsuidOnly ? null : number,
    dial: wanted.dial ?? null,
    userId: userIdOf(id, number),
    username: wanted.username ?? (wanted.bsuidOnly ? id.replaceAll("-", ".") : null),
    lastSaidAt: null,
    typingUntil: 0,
    timeZone: wanted.timeZone ?? timeZoneOf(wanted.waId ?? null, wanted.locale ?? null),
    isOff: false,
    inHand: false,
    blocks: [],
  };
  world.phones.set(id, phone);
  return phone;
}

/** Made anew with each number, as on WhatsApp. */
export function userIdOf(phoneId: string, number: string): string {
  return `US.${digitsOf(`${phoneId} ${number}`, 20)}`;
}

export function newMessageId(world: World): string {
  world.counter += 1;
  return `wamid.${Buffer.from(`SIM ${world.run} ${world.counter}`).toString("base64")}`;
}

export function storeMedia(world: World, media: Omit<Media, "id" | "sha256">): Media {
  world.counter += 1;
  const id = `4${digitsOf(world.run, 8)}${String(world.counter).padStart(6, "0")}`;
  const stored = { ...media, id, sha256: createHash("sha256").update(media.bytes).digest("base64") };
  world.media.set(id, stored);
  return stored;
}

export function addMessage(world: World, message: Message): void {
  world.messages.set(message.id, message);
  keepWithin(world, message);
  if (message.from === "business") world.sentCount += 1;
  if (message.phoneId === null || (message.from === "business" && message.isReaction)) return;
  const thread = world.threads.get(message.phoneId) ?? [];
  world.threads.set(message.phoneId, thread);
  thread.push(message);
  /** Only what was stamped earlier moves, and not far. */
  for (let place = thread.length - 1; place > 0; place -= 1) {
    const [before, after] = [thread[place - 1], thread[place]];
    if (!before || !after || before.at <= after.at) break;
    [thread[place - 1], thread[place]] = [after, before];
  }
}

export function listThread(world: World, phoneId: string): readonly Message[] {
  return world.threads.get(phoneId) ?? [];
}

export function removePhone(world: World, phoneId: string): void {
  for (const { id } of listThread(world, phoneId)) world.messages.delete(id);
  world.threads.delete(phoneId);
  world.phones.delete(phoneId);
}

/** When the business may no longer write freely; null before the person's first word. Each of our numbers has its own. */
export function windowClosesAt(phone: Phone, number?: string): number | null {
  const saidAt = number === undefined ? phone.lastSaidAt : (phone.saidTo?.[number] ?? null);
  return saidAt === null ? null : saidAt + DAY_MS;
}

export function isWindowOpen(phone: Phone, now: Date, number?: string): boolean {
  const closesAt = windowClosesAt(phone, number);
  return closesAt !== null && now.getTime() < closesAt;
}

export const EMPTY_CONTENT: Omit<Content, "type"> = {
  text: null,
  header: null,
  footer: null,
  media: null,
  location: null,
  contacts: [],
  buttons: [],
  listLabel: null,
  asks: null,
};

function digitsOf(text: string, length: number): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return BigInt(`0x${hex}`).toString().slice(0, length);
}
