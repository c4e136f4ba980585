/** What a message can hold, one shape a kind. The words of it live in a row that can be blanked. */
import { z } from "zod";

/** `unknown` is a type Meta added after this was written: a visible placeholder, never an error. */
export const MESSAGE_KINDS = [
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contacts",
  "interactive",
  "button",
  "template",
  "order",
  "system",
  "request_welcome",
  "unsupported",
  "media_placeholder",
  "call",
  "notice",
  "unknown",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Whose voice it is. `staff` includes echoes typed on the phone (law 10); `bot` is any machine that answers. */
export const SIDES = ["client", "worker", "staff", "bot", "system"] as const;
export type Side = (typeof SIDES)[number];

/** Where an outgoing message stands. `unknown`: the call's end was never seen; only a status or a person settles it (law 7). */
export const SEND_STATES = [
  "queued",
  "calling",
  "sent",
  "delivered",
  "read",
  "played",
  "failed",
  "unknown",
] as const;
export type SendState = (typeof SEND_STATES)[number];

/** A card from somebody's address book, or the number a client was asked for. */
const Card = z.object({
  /** Empty when the card gives none. */
  name: z.string(),
  phones: z.array(z.string()),
  emails: z.array(z.string()).optional(),
  company: z.string().optional(),
  addresses: z.array(z.string()).optional(),
  urls: z.array(z.string()).optional(),
  /** Given in answer to our question for a number. */
  isAnswer: z.boolean().optional(),
});

const OrderLine = z.object({
  product: z.string(),
  quantity: z.number(),
  /** As it was written, "12.5 USD". */
  price: z.string(),
  amount: z.number().optional(),
  currency: z.string().optional(),
});

/** The advertisement or post by which somebody came. */
const Referral = z.object({
  headline: z.string().optional(),
  url: z.string().optional(),
  body: z.string().optional(),
  /** Meta's words: `ad`, `post`. */
  source: z.string().optional(),
  sourceId: z.string().optional(),
  media: z.string().optional(),
  clickId: z.string().optional(),
  welcome: z.string().optional(),
});

/** One thing that happened to a call; all of one call share its id. */
const CallFacts = z.object({
  id: z.string().optional(),
  isOurs: z.boolean(),
  /** How it ended or stands, in Meta's words made lower case: `completed`, `failed`, `rejected`, `ringing`. */
  outcome: z.string().optional(),
  seconds: z.number().optional(),
});

/** Who had the conversation, who has it now, and what was said about it. */
const Handover = z.object({
  from: z.string().optional(),
  to: z.string().optional(),
  note: z.string().optional(),
  summary: z.string().optional(),
});

const GroupChange = z.object({
  subject: z.string().optional(),
  description: z.string().optional(),
  people: z.array(z.string()).optional(),
  reason: z.string().optional(),
  /** What WhatsApp would not change. */
  refused: z.array(z.string()).optional(),
});

/** A button under a message of ours: an answer to choose (`id` comes back), an address, a number, a code. */
const OutButton = z.object({
  kind: z.enum(["reply", "url", "phone", "copy_code", "other"]),
  title: z.string(),
  id: z.string().optional(),
  value: z.string().optional(),
});

/** Enough to send it again and to say what it was, should the template itself be gone. */
const SentTemplate = z.object({
  name: z.string(),
  language: z.string(),
  category: z.string(),
  /** The kind of file that stands above the words. */
  header: z.enum(["image", "video", "document"]).optional(),
  /** As WhatsApp wants them in the call, without that file. */
  components: z.array(z.unknown()),
});

/** The parts of a message beside its body text; all optional, by kind. */
export const MessageContent = z.object({
  /** Set for location messages. */
  location: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.string().optional(),
      address: z.string().optional(),
      url: z.string().optional(),
    })
    .optional(),
  contacts: z.array(Card).optional(),
  /** A button or list answer: what was chosen, and our id for it. */
  choice: z.object({ id: z.string(), title: z.string(), description: z.string().optional() }).optional(),
  /** What was filled in, as JSON; may be anything. */
  form: z.string().optional(),
  formName: z.string().optional(),
  /** Whether we may call: Meta's word for the answer, and until when. */
  callPermission: z
    .object({ answer: z.string(), until: z.string().optional(), source: z.string().optional() })
    .optional(),
  /** Ours: an address in the words is not shown as a card. */
  hidesPreview: z.boolean().optional(),
  /** Ours: what stands above and below the words, and what they can be answered with. */
  header: z.string().optional(),
  footer: z.string().optional(),
  buttons: z.array(OutButton).optional(),
  list: z
    .object({
      button: z.string(),
      sections: z.array(
        z.object({
          title: z.string().optional(),
          rows: z.array(z.object({ id: z.string(), title: z.string(), description: z.string().optional() })),
        }),
      ),
    })
    .optional(),
  /** Ours: what the contact is asked to send. */
  asks: z.enum(["location", "contact"]).optional(),
  /** Ours: the template that was sent, filled in; its words are the message's own. */
  template: SentTemplate.optional(),
  order: z.array(OrderLine).optional(),
  /** The product of our catalogue it asks about. */
  product: z.string().optional(),
  catalog: z.string().optional(),
  fileName: z.string().optional(),
  isVoice: z.boolean().optional(),
  isAnimated: z.boolean().optional(),
  isForwarded: z.boolean().optional(),
  /** More than five times. */
  isForwardedOften: z.boolean().optional(),
  referral: Referral.optional(),
  call: CallFacts.optional(),
  handover: Handover.optional(),
  group: GroupChange.optional(),
  /** Why there is nothing better to show, or what a line tells of: Meta's type name, error code and own words. */
  why: z
    .object({ code: z.number().optional(), type: z.string().optional(), detail: z.string().optional() })
    .optional(),
});
export type MessageContent = z.infer<typeof MessageContent>;

/** What we keep of a reaction of ours until it is sent: to which message, by the provider's id. */
export const OurReaction = z.object({
  reaction: z.object({ emoji: z.string().nullable(), wamid: z.string().min(1) }),
});
export type OurReaction = z.infer<typeof OurReaction>;
