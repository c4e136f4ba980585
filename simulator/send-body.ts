/** The bodies of `POST /{number}/messages`, with the platform's limits. */
import { z } from "zod";

const Id = z.string().min(1);
const MediaRef = z
  .object({ id: Id.optional(), link: z.url({ protocol: /^https?$/ }).optional() })
  .refine((media) => (media.id === undefined) !== (media.link === undefined), {
    message: "either id or link",
  });
const Caption = z.string().max(1024).optional();

const TextHeader = z.object({ type: z.literal("text"), text: z.string().min(1).max(60) });
const AnyHeader = z.discriminatedUnion("type", [
  TextHeader,
  z.object({ type: z.literal("image"), image: MediaRef }),
  z.object({ type: z.literal("video"), video: MediaRef }),
  z.object({ type: z.literal("document"), document: MediaRef }),
]);
const Footer = z.object({ text: z.string().min(1).max(60) }).optional();
const ShortBody = z.object({ text: z.string().min(1).max(1024) });

const Reply = z.object({
  type: z.literal("reply"),
  reply: z.object({ id: z.string().min(1).max(256), title: z.string().min(1).max(20) }),
});
const Row = z.object({
  id: z.string().min(1).max(200),
  title: z.string().min(1).max(24),
  description: z.string().max(72).optional(),
});
const Section = z.object({ title: z.string().max(24).optional(), rows: z.array(Row).min(1) });

const Buttons = z.object({
  type: z.literal("button"),
  header: AnyHeader.optional(),
  body: ShortBody,
  footer: Footer,
  action: z.object({
    buttons: z
      .array(Reply)
      .min(1)
      .max(3)
      .refine((buttons) => isUnique(buttons.map(({ reply }) => reply.title)), { message: "titles repeat" })
      .refine((buttons) => isUnique(buttons.map(({ reply }) => reply.id)), { message: "ids repeat" }),
  }),
});
const List = z.object({
  type: z.literal("list"),
  header: TextHeader.optional(),
  body: z.object({ text: z.string().min(1).max(4096) }),
  footer: Footer,
  action: z.object({
    button: z.string().min(1).max(20),
    sections: z
      .array(Section)
      .min(1)
      .max(10)
      .refine((sections) => sections.flatMap(({ rows }) => rows).length <= 10, { message: "over 10 rows" })
      .refine((sections) => sections.length === 1 || sections.every(({ title }) => title), {
        message: "a title for each section",
      })
      .refine((sections) => isUnique(sections.flatMap(({ rows }) => rows.map(({ id }) => id))), {
        message: "row ids repeat",
      }),
  }),
});
const Link = z.object({
  type: z.literal("cta_url"),
  header: AnyHeader.optional(),
  body: ShortBody,
  footer: Footer,
  action: z.object({
    name: z.literal("cta_url"),
    parameters: z.object({ display_text: z.string().min(1).max(20), url: z.url() }),
  }),
});
const AskLocation = z.object({
  type: z.literal("location_request_message"),
  body: ShortBody,
  action: z.object({ name: z.literal("send_location") }),
});
const AskContact = z.object({
  type: z.literal("request_contact_info"),
  body: ShortBody,
  action: z.object({ name: z.literal("request_contact_info") }),
});

const TemplateParameter = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  payload: z.string().optional(),
});
const Template = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.object({ code: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/) }),
  components: z
    .array(
      z.looseObject({
        type: z.enum(["header", "body", "button", "footer"]),
        sub_type: z.string().optional(),
        index: z.union([z.string(), z.number()]).optional(),
        parameters: z.array(TemplateParameter).default([]),
      }),
    )
    .default([]),
});

const Card = z.object({
  name: z.object({
    formatted_name: z.string().min(1),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
  }),
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
    reaction: z.object({ message_id: Id, emoji: z.string().max(30) }),
  }),
  z.object({
    type: z.literal("interactive"),
    interactive: z.discriminatedUnion("type", [Buttons, List, Link, AskLocation, AskContact]),
  }),
  z.object({ type: z.literal("template"), template: Template }),
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
] as const satisfies readonly SendContent["type"][];

export const SendCommon = z.object({
  recipient_type: z.enum(["individual"]).optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().min(1).optional(),
  context: z.object({ message_id: Id }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
});

export const MarkRead = z.object({
  status: z.literal("read"),
  message_id: Id,
  typing_indicator: z.object({ type: z.literal("text") }).optional(),
});

function isUnique(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}
