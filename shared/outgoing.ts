/**
 * What a person can send, one shape a kind, with WhatsApp's limits: the composer checks while one types, the API when it
 * comes in. Characters are counted as WhatsApp counts them (UTF-16 units).
 */
import { z } from "zod";

export const LIMITS = {
  text: 4096,
  caption: 1024,
  body: 1024,
  listBody: 4096,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  listButton: 20,
  rows: 10,
  sectionTitle: 24,
  rowTitle: 24,
  rowDescription: 72,
} as const;

const words = (max: number) => z.string().trim().min(1).max(max);
const Header = words(LIMITS.header).optional();
const Footer = words(LIMITS.footer).optional();

/** A file that was uploaded before, by `POST /api/v1/uploads`. */
const File = { uploadId: z.int().positive() };
const Caption = z.string().trim().max(LIMITS.caption).optional();

/** What comes back when it is chosen: our id, made by whoever writes the message. */
const Choice = z.object({ id: z.string().min(1).max(200), title: words(LIMITS.buttonTitle) });

const OutgoingButtons = z.object({
  kind: z.literal("buttons"),
  header: Header,
  text: words(LIMITS.body),
  footer: Footer,
  buttons: z
    .array(Choice)
    .min(1)
    .max(LIMITS.buttons)
    .refine((all) => isUnique(all.map(({ title }) => title)) && isUnique(all.map(({ id }) => id)), {
      message: "No two buttons may say the same.",
    }),
});

const OutgoingList = z.object({
  kind: z.literal("list"),
  header: Header,
  text: words(LIMITS.listBody),
  footer: Footer,
  button: words(LIMITS.listButton),
  sections: z
    .array(
      z.object({
        title: z.string().trim().max(LIMITS.sectionTitle).optional(),
        rows: z
          .array(
            z.object({
              id: z.string().min(1).max(200),
              title: words(LIMITS.rowTitle),
              description: z.string().trim().max(LIMITS.rowDescription).optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1)
    .refine((all) => all.flatMap(({ rows }) => rows).length <= LIMITS.rows, {
      message: "A list holds ten rows in all.",
    })
    .refine((all) => all.length === 1 || all.every(({ title }) => title), {
      message: "Each section of several needs a title.",
    })
    .refine((all) => isUnique(all.flatMap(({ rows }) => rows.map(({ id }) => id))), {
      message: "No two rows may have the same id.",
    }),
});

const OutgoingTemplate = z.object({
  kind: z.literal("template"),
  templateId: z.int().positive(),
  /** By the variable's name, or its number as text; of the header, the body and the buttons (see shared/template.ts). */
  values: z.record(z.string().max(200), z.string().trim().max(LIMITS.body)),
  /** For a header that is a picture, a film or a document. */
  uploadId: z.int().positive().optional(),
});

export const Outgoing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: words(LIMITS.text), showsPreview: z.boolean().default(true) }),
  z.object({ kind: z.literal("image"), ...File, caption: Caption }),
  z.object({ kind: z.literal("video"), ...File, caption: Caption }),
  z.object({ kind: z.literal("document"), ...File, caption: Caption }),
  /** `isVoice`: recorded here, Ogg/Opus mono; shown as a voice note. */
  z.object({ kind: z.literal("audio"), ...File, isVoice: z.boolean().default(false) }),
  z.object({ kind: z.literal("sticker"), ...File }),
  z.object({
    kind: z.literal("location"),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().trim().max(1000).optional(),
    address: z.string().trim().max(1000).optional(),
  }),
  z.object({
    kind: z.literal("contacts"),
    contacts: z
      .array(z.object({ name: words(120), phones: z.array(words(30)).min(1).max(5) }))
      .min(1)
      .max(10),
  }),
  OutgoingButtons,
  OutgoingList,
  z.object({ kind: z.literal("ask_location"), text: words(LIMITS.body) }),
  z.object({ kind: z.literal("ask_contact"), text: words(LIMITS.body) }),
  OutgoingTemplate,
]);
/** As it is once parsed; `OutgoingInput` as it is asked for. */
export type Outgoing = z.infer<typeof Outgoing>;
export type OutgoingInput = z.input<typeof Outgoing>;

const isUnique = (all: readonly string[]): boolean => new Set(all).size === all.length;
