/** What the simulator's control API gives out, parsed at the door. */
import { z } from "zod";

const STATES = ["sending", "accepted", "sent", "delivered", "read", "played", "failed"] as const;
const State = z.enum(STATES);
export type State = z.infer<typeof State>;

const Side = z.enum(["phone", "business"]);

const Conversation = z.object({
  number: z.object({ id: z.string(), name: z.string(), displayNumber: z.string() }),
  isBlocking: z.boolean(),
  window: z.object({ open: z.boolean(), closesAt: z.string().nullable() }),
  typing: z.boolean(),
  unread: z.number(),
  /** Sent while the phone was off: comes when it is on. */
  held: z.number(),
  last: z
    .object({
      at: z.string(),
      preview: z.string(),
      from: Side,
      type: z.string(),
      isRevoked: z.boolean(),
      state: State,
    })
    .nullable(),
});
export type Conversation = z.infer<typeof Conversation>;

export const Phone = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["client", "worker"]),
  locale: z.string(),
  timeZone: z.string(),
  waId: z.string().nullable(),
  userId: z.string(),
  username: z.string().nullable(),
  isOff: z.boolean(),
  conversations: z.array(Conversation),
});
export type Phone = z.infer<typeof Phone>;

const Button = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  kind: z.enum(["reply", "url", "phone", "copy"]).default("reply"),
  value: z.string().optional(),
  section: z.string().optional(),
});
export type PhoneButton = z.infer<typeof Button>;

const Media = z.object({
  id: z.string(),
  url: z.string(),
  mime: z.string(),
  filename: z.string().nullable(),
  voice: z.boolean(),
  bytes: z.number(),
});
export type PhoneMedia = z.infer<typeof Media>;

const Location = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string().nullable(),
  address: z.string().nullable(),
});

export const PhoneMessage = z.object({
  id: z.string(),
  from: Side,
  at: z.string(),
  type: z.string(),
  text: z.string().nullable(),
  header: z.string().nullable(),
  footer: z.string().nullable(),
  media: Media.nullable(),
  location: Location.nullable(),
  contacts: z.array(z.object({ name: z.string(), phones: z.array(z.string()) })),
  buttons: z.array(Button),
  listLabel: z.string().nullable(),
  asks: z.enum(["location", "contact"]).nullable(),
  chosen: z.string().nullable(),
  quote: z.object({ id: z.string(), preview: z.string(), from: Side, type: z.string() }).nullable(),
  reactions: z.array(z.object({ from: Side, emoji: z.string() })),
  state: State,
  isRevoked: z.boolean(),
  isEdited: z.boolean(),
  isHeld: z.boolean(),
  forwarded: z.enum(["once", "often"]).nullable(),
  editableUntil: z.string().nullable(),
  revocableUntil: z.string().nullable(),
  failure: z.object({ code: z.number(), title: z.string() }).nullable(),
});
export type PhoneMessage = z.infer<typeof PhoneMessage>;

export const Thread = z.object({
  phone: Phone,
  messages: z.array(PhoneMessage),
  hasEarlier: z.boolean(),
});

export const Settings = z.object({
  duplicates: z.boolean(),
  shuffle: z.boolean(),
  delayMs: z.number(),
  wrongSignature: z.boolean(),
  freeze: z.boolean(),
  statusSkips: z.boolean(),
  autoRead: z.boolean(),
  batching: z.number(),
  latencyMs: z.number(),
  errorRate: z.number(),
  errorCode: z.number(),
  errorAfter: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export const SampleDay = z.object({
  state: z.enum(["idle", "playing", "paused", "done"]),
  sent: z.number(),
  total: z.number(),
});

export const Status = z.object({
  now: z.string(),
  business: z.object({ name: z.string() }),
  settings: Settings,
  sampleDay: SampleDay,
});
export type Status = z.infer<typeof Status>;

const Delivery = z.object({
  id: z.number(),
  at: z.string(),
  kind: z.string(),
  note: z.enum(["twice", "shuffled", "wrong signature"]).nullable().catch(null),
  attempts: z.array(z.object({ answer: z.number().nullable(), ms: z.number() })),
  state: z.string(),
});
export type Delivery = z.infer<typeof Delivery>;

export const Deliveries = z.object({
  deliveries: z.array(Delivery),
  totals: z.object({ posted: z.number(), distinct: z.number(), waiting: z.number(), medianMs: z.number() }),
});

const Asset = z.object({
  name: z.string(),
  kind: z.enum(["image", "audio", "document", "video"]),
  mime: z.string(),
  label: z.string(),
  url: z.string(),
});
export type Asset = z.infer<typeof Asset>;
export const Assets = z.object({ assets: z.array(Asset) });

type Quoting = { quote?: string; forwarded?: "once" | "often" };
export type FileKind = "image" | "video" | "audio" | "document";
/** What a phone can be made to say. */
export type Said =
  | ({ type: "text"; text: string } & Quoting)
  | ({ type: FileKind; asset: string; caption?: string; filename?: string } & Quoting)
  | ({
      type: FileKind;
      mediaId: string;
      caption?: string;
      filename?: string;
      voice?: boolean;
    } & Quoting)
  | ({ type: "location"; latitude: number; longitude: number; name?: string; address?: string } & Quoting)
  | ({ type: "contact"; name: string; phone: string } & Quoting)
  | { type: "own_contact"; messageId: string }
  | { type: "reaction"; messageId: string; emoji: string }
  | { type: "button"; messageId: string; buttonId: string }
  | { type: "edit"; messageId: string; text: string }
  | { type: "revoke"; messageId: string }
  | { type: "unsupported"; of?: string };

export type NewPerson = {
  name: string;
  kind: "client" | "worker";
  waId?: string;
  username?: string;
  bsuidOnly?: boolean;
};
export type Handling = { name?: string; isOff?: boolean; inHand?: boolean; isBlocking?: boolean };
