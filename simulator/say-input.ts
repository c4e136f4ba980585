/** What a phone can be made to say, as the control API takes it. */
import { z } from "zod";

const Common = {
  quote: z.string().min(1).optional(),
  sentAt: z.iso.datetime({ offset: true }).optional(),
  /** Passed on from another chat: once, or so often that WhatsApp marks it. */
  forwarded: z.enum(["once", "often"]).optional(),
};
const File = {
  ...Common,
  asset: z.string().min(1).optional(),
  mediaId: z.string().min(1).optional(),
  caption: z.string().max(1024).optional(),
  filename: z.string().max(240).optional(),
};

export const SayInput = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().min(1).max(65_536), ...Common }),
  z.object({ type: z.literal("image"), ...File }),
  z.object({ type: z.literal("video"), ...File }),
  z.object({ type: z.literal("document"), ...File }),
  z.object({ type: z.literal("audio"), ...File, voice: z.boolean().default(true) }),
  z.object({
    type: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().max(1000).optional(),
    address: z.string().max(1000).optional(),
    ...Common,
  }),
  z.object({ type: z.literal("contact"), name: z.string().min(1), phone: z.string().min(1), ...Common }),
  z.object({
    type: z.literal("reaction"),
    messageId: z.string().min(1),
    emoji: z.string().max(30),
    sentAt: Common.sentAt,
  }),
  z.object({
    type: z.literal("button"),
    messageId: z.string().min(1),
    buttonId: z.string().min(1),
    sentAt: Common.sentAt,
  }),
  /** Press on "share my number" under a question for it. */
  z.object({ type: z.literal("own_contact"), messageId: z.string().min(1), sentAt: Common.sentAt }),
  z.object({
    type: z.literal("edit"),
    messageId: z.string().min(1),
    text: z.string().min(1).max(65_536),
    sentAt: Common.sentAt,
  }),
  /** Deleted for everyone. */
  z.object({ type: z.literal("revoke"), messageId: z.string().min(1), sentAt: Common.sentAt }),
  z.object({ type: z.literal("unsupported"), of: z.string().default("poll"), sentAt: Common.sentAt }),
]);
export type SayInput = z.infer<typeof SayInput>;
