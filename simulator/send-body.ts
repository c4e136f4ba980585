/** The bodies of `POST /{number}/messages`, with the platform's limits. */
import { z } from "zod";
import { Id, Interactive, MediaRef } from "./send-interactive.ts";

const Caption = z.string().max(1024).optional();

const Fallback = z.looseObject({ fallback_value: z.string() });
const FileRef = z.looseObject({ id: z.string().optional(), link: z.string().optional() });
const TemplateParameter = z.looseObject({
  type: z.string().transform((type) => type.toLowerCase()),
  parameter_name: z.string().optional(),
  text: z.string().optional(),
  payload: z.string().optional(),
  coupon_code: z.string().optional(),
  currency: Fallback.optional(),
  date_time: Fallback.optional(),
  image: FileRef.optional(),
  video: FileRef.optional(),
  document: FileRef.optional(),
});
const Template = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.object({ code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/), policy: z.string().optional() }),
  components: z
    .array(
      z.looseObject({
        type: z.string().regex(/^(header|body|button|footer|carousel|limited_time_offer)$/i),
        sub_type: z.string().optional(),
        index: z.union([z.string(), z.number()]).optional(),
        parameters: z.array(TemplateParameter).default([]),
      }),
    )
    .default([]),
});

const Name = z
  .looseObject({
    formatted_name: z.string().min(1),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    middle_name: z.string().optional(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  })
  .refine(({ formatted_name: _shown, ...parts }) => Object.values(parts).some(Boolean), {
    message: "name needs one more part than formatted_name",
  });
const Card = z.object({
  name: Name,
  phones: z.array(z.looseObject({ phone: z.string().optional() })).default([]),
});

/** One of these beside the common part, chosen by `type`. */
export const SendContent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("text"),
    text: z.object({ body: z.string().min(1).max(4096), preview_url: z.boolean().optional() }),
  }),
  z.object({ type: z.literal("image"), image: MediaRef.and(z.object({ caption: Caption })) }),
  z.object({ type: z.literal("video"), video: MediaRef.and(z.object({ caption: Caption })) }),
  z.object({ type: z.literal("audio"), audio: MediaRef.and(z.object({ voice: z.boolean().optional() })) }),
  z.object({
    type: z.literal("document"),
    document: MediaRef.and(z.object({ caption: Caption, filename: z.string().max(240).optional() })),
  }),
  z.object({ type: z.literal("sticker"), sticker: MediaRef }),
  z.object({
    type: z.literal("location"),
    location: z.object({
      latitude: z.coerce.number<number>().min(-90).max(90),
      longitude: z.coerce.number<number>().min(-180).max(180),
      name: z.string().optional(),
      address: z.string().optional(),
    }),
  }),
  z.object({ type: z.literal("contacts"), contacts: z.array(Card).min(1) }),
  z.object({
    type: z.literal("reaction"),
    reaction: z.object({ message_id: Id, emoji: z.string().max(30).default("") }),
  }),
  z.object({
    type: z.literal("interactive"),
    interactive: Interactive,
  }),
  z.object({ type: z.literal("template"), template: Template }),
  z.object({
    type: z.literal("pin"),
    pin: z.object({
      type: z.enum(["pin", "unpin"]),
      message_id: Id,
      expiration_days: z.number().int().min(1).max(30).optional(),
    }),
  }),
]);
export type SendContent = z.infer<typeof SendContent>;

export const SEND_TYPES = [
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contacts",
  "reaction",
  "interactive",
  "template",
  "pin",
] as const satisfies readonly SendContent["type"][];

export const SendCommon = z.object({
  recipient_type: z.enum(["individual", "group"]).optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  context: z.object({ message_id: Id }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
  recipient_identity_key_hash: z.string().optional(),
});

export const MarkRead = z.object({
  status: z.literal("read"),
  message_id: Id,
  typing_indicator: z.object({ type: z.literal("text") }).optional(),
});
