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
  contacts: z
    .array(
      z.object({ name: z.string(), phones: z.array(z.string()), emails: z.array(z.string()).optional() }),
    )
    .optional(),
  /** A button, list or form answer: what was chosen, and our id for it. */
  choice: z.object({ id: z.string(), title: z.string(), description: z.string().optional() }).optional(),
  form: z.string().optional(),
  order: z.array(z.object({ product: z.string(), quantity: z.number(), price: z.string() })).optional(),
  fileName: z.string().optional(),
  isVoice: z.boolean().optional(),
  isForwarded: z.boolean().optional(),
  referral: z.object({ headline: z.string().optional(), url: z.string().optional() }).optional(),
  /** Why there is nothing better to show: Meta's type name, error code, system change. */
  why: z.object({ code: z.number().optional(), type: z.string().optional() }).optional(),
});
export type MessageContent = z.infer<typeof MessageContent>;
