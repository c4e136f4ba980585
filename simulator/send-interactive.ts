/** The bodies of interactive messages, with the platform's limits. */
import { z } from "zod";

export const Id = z.string().min(1);
export const MediaRef = z
  .object({ id: Id.optional(), link: z.url({ protocol: /^https?$/ }).optional() })
  .refine((media) => (media.id === undefined) !== (media.link === undefined), {
    message: "either id or link",
  });

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
const AskCall = z.object({
  type: z.literal("call_permission_request"),
  body: ShortBody.optional(),
  action: z.looseObject({ name: z.literal("call_permission_request") }),
});
const AskAddress = z.object({
  type: z.literal("address_message"),
  body: ShortBody,
  footer: Footer,
  action: z.object({
    name: z.literal("address_message"),
    parameters: z.looseObject({ country: z.string().length(2) }),
  }),
});
const Flow = z.object({
  type: z.literal("flow"),
  header: AnyHeader.optional(),
  body: ShortBody,
  footer: Footer,
  action: z.object({
    name: z.literal("flow"),
    parameters: z
      .looseObject({
        flow_message_version: z.string().min(1),
        flow_id: z.string().optional(),
        flow_name: z.string().optional(),
        flow_cta: z.string().min(1).max(30),
      })
      .refine(({ flow_id: id, flow_name: name }) => (id === undefined) !== (name === undefined), {
        message: "either flow_id or flow_name",
      }),
  }),
});
const Product = z.object({
  type: z.literal("product"),
  body: ShortBody.optional(),
  footer: Footer,
  action: z.object({ catalog_id: Id, product_retailer_id: Id }),
});
const ProductList = z.object({
  type: z.literal("product_list"),
  header: TextHeader,
  body: ShortBody,
  footer: Footer,
  action: z.object({
    catalog_id: Id,
    sections: z
      .array(
        z.object({
          title: z.string().max(24).optional(),
          product_items: z.array(z.object({ product_retailer_id: Id })).min(1),
        }),
      )
      .min(1)
      .max(10)
      .refine((sections) => sections.flatMap(({ product_items: items }) => items).length <= 30, {
        message: "over 30 products",
      }),
  }),
});
const Catalog = z.object({
  type: z.literal("catalog_message"),
  body: ShortBody.optional(),
  footer: Footer,
  action: z.looseObject({ name: z.literal("catalog_message") }),
});
const CardHeader = z.discriminatedUnion("type", [
  z.object({ type: z.literal("image"), image: MediaRef }),
  z.object({ type: z.literal("video"), video: MediaRef }),
]);
const CarouselCard = z.looseObject({
  card_index: z.number().int().min(0).max(9),
  header: CardHeader,
  body: z.object({ text: z.string().max(160) }).optional(),
  action: z.looseObject({
    buttons: z
      .array(z.looseObject({ quick_reply: z.object({ id: Id, title: z.string().min(1).max(20) }) }))
      .optional(),
    parameters: z.looseObject({ display_text: z.string().min(1).max(20), url: z.url() }).optional(),
  }),
});
const Carousel = z.object({
  type: z.literal("carousel"),
  body: ShortBody,
  action: z.object({ cards: z.array(CarouselCard).min(2).max(10) }),
});

export const Interactive = z.discriminatedUnion("type", [
  Buttons,
  List,
  Link,
  Flow,
  Product,
  ProductList,
  Catalog,
  Carousel,
  AskLocation,
  AskContact,
  AskCall,
  AskAddress,
]);

function isUnique(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}
