/**
 * What a message template is made of, the values it wants, and what comes of it when they are filled in. One shape for
 * preview, composer and sending, so that what one sees is what goes out.
 */
import { z } from "zod";
import type { MessageContent } from "./message.ts";

export const TEMPLATE_CATEGORIES = ["utility", "marketing", "authentication"] as const;
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number];

/** `unknown`: a state Meta added after this was written. `deleted`: gone at WhatsApp, kept for what was sent with it. */
export const TEMPLATE_STATES = [
  "approved",
  "pending",
  "rejected",
  "paused",
  "disabled",
  "deleted",
  "unknown",
] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

export const MEDIA_HEADERS = ["image", "video", "document"] as const;
export type MediaHeader = (typeof MEDIA_HEADERS)[number];

const Header = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.enum([...MEDIA_HEADERS, "location"]) }),
]);

const Button = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("reply"), title: z.string() }),
  /** May end in a variable. */
  z.object({ kind: z.literal("url"), title: z.string(), url: z.string() }),
  z.object({ kind: z.literal("phone"), title: z.string(), phone: z.string() }),
  /** The code is a value of its own; WhatsApp writes the label. */
  z.object({ kind: z.literal("copy_code"), title: z.string() }),
  z.object({ kind: z.literal("ask_contact"), title: z.string() }),
  /** Kept and shown, not made here: `type` is Meta's word. */
  z.object({ kind: z.literal("other"), title: z.string(), type: z.string() }),
]);
export type TemplateButton = z.infer<typeof Button>;

export const TemplateDefinition = z.object({
  /** `{{1}}`, `{{2}}` or `{{first_name}}`. */
  variables: z.enum(["positional", "named"]),
  header: Header.optional(),
  body: z.string(),
  footer: z.string().optional(),
  buttons: z.array(Button),
  /** By the key of the variable. */
  examples: z.record(z.string(), z.string()),
  /** Parts that cannot be sent from here, in Meta's words: CAROUSEL, LIMITED_TIME_OFFER, OTP. */
  beyond: z.array(z.string()),
});
export type TemplateDefinition = z.infer<typeof TemplateDefinition>;

/** A place to fill. `key` is the body's own name or number; `header.1` and `button.0` for the others. */
export type TemplateVariable = {
  key: string;
  part: "header" | "body" | "button";
  /** What stands between the braces; empty for a code to copy. */
  name: string;
  /** Of the button, counted from 0. */
  index: number | null;
  example: string | null;
};

const PLACE = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** The names between braces, in their order, each once. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(PLACE)].map(([, name = ""]) => name))];
}

/** Everything a sender must give, in reading order; a header that is a file is not among them (see `mediaHeaderOf`). */
export function variablesOf(definition: TemplateDefinition): TemplateVariable[] {
  const { header, body, buttons, examples } = definition;
  const variable = (
    part: TemplateVariable["part"],
    key: string,
    name: string,
    index: number | null,
  ): TemplateVariable => ({ key, part, name, index, example: examples[key] ?? null });
  return [
    ...(header?.kind === "text"
      ? namesIn(header.text).map((name) => variable("header", `header.${name}`, name, null))
      : []),
    ...namesIn(body).map((name) => variable("body", name, name, null)),
    ...buttons.flatMap((button, index) => {
      if (button.kind === "copy_code") return [variable("button", `button.${index}`, "", index)];
      if (button.kind !== "url") return [];
      return namesIn(button.url).map((name) => variable("button", `button.${index}`, name, index));
    }),
  ];
}

/** The kind of file that has to be given, if one has to. */
export function mediaHeaderOf({ header }: TemplateDefinition): MediaHeader | null {
  return MEDIA_HEADERS.find((kind) => kind === header?.kind) ?? null;
}

/** Parts of it are not for us to fill: it can be looked at, not sent. */
export function isBeyondUs({ header, beyond }: TemplateDefinition): boolean {
  return beyond.length > 0 || header?.kind === "location";
}

/** WhatsApp refuses line breaks, tabs and wide gaps within a value. */
function tidyValue(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}

export type FilledTemplate = {
  header?: string;
  text: string;
  footer?: string;
  buttons: NonNullable<MessageContent["buttons"]>;
  /** For the call; a header that is a file is put before them by `withHeaderMedia` once it is uploaded. */
  components: Record<string, unknown>[];
  /** Keys of variables for which nothing was given; their places stay as they are written. */
  missing: string[];
};

export function fillTemplate(
  definition: TemplateDefinition,
  given: Readonly<Record<string, string>>,
): FilledTemplate {
  const values = new Map(Object.entries(given).map(([key, value]) => [key, tidyValue(value)]));
  const fill = (text: string, keyOf: (name: string) => string): string =>
    text.replace(PLACE, (place, name: string) => values.get(keyOf(name)) || place);
  const parameter = ({ name, key }: TemplateVariable) => ({
    type: "text",
    ...(definition.variables === "named" && { parameter_name: name }),
    text: values.get(key) ?? "",
  });
  const variables = variablesOf(definition);
  const ofPart = (part: TemplateVariable["part"]) => variables.filter((variable) => variable.part === part);
  const { header, footer, body } = definition;
  const components: Record<string, unknown>[] = [];
  for (const part of ["header", "body"] as const) {
    const parameters = inOrder(ofPart(part), definition).map(parameter);
    if (parameters.length > 0) components.push({ type: part, parameters });
  }
  for (const variable of ofPart("button")) components.push(buttonComponent(definition, variable, values));
  return {
    ...(header?.kind === "text" && { header: fill(header.text, (name) => `header.${name}`) }),
    text: fill(body, (name) => name),
    ...(footer && { footer }),
    buttons: definition.buttons.map((button, index) => shownButton(button, values.get(`button.${index}`))),
    components,
    missing: variables.filter(({ key }) => !values.get(key)).map(({ key }) => key),
  };
}

/** A positional body gives its values by number, wherever in the text the numbers stand. */
function inOrder(variables: TemplateVariable[], { variables: kind }: TemplateDefinition): TemplateVariable[] {
  return kind === "named" ? variables : variables.sort((a, b) => Number(a.name) - Number(b.name));
}

function buttonComponent(
  { buttons }: TemplateDefinition,
  { index, key }: TemplateVariable,
  values: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const value = values.get(key) ?? "";
  const isCode = buttons[index ?? -1]?.kind === "copy_code";
  return {
    type: "button",
    sub_type: isCode ? "copy_code" : "url",
    index: String(index),
    parameters: [isCode ? { type: "coupon_code", coupon_code: value } : { type: "text", text: value }],
  };
}

function shownButton(
  button: TemplateButton,
  value: string | undefined,
): NonNullable<MessageContent["buttons"]>[number] {
  const { kind, title } = button;
  switch (kind) {
    case "reply":
      return { kind, title };
    case "url":
      return { kind, title, value: button.url.replace(PLACE, (place) => value || place) };
    case "phone":
      return { kind, title, value: button.phone };
    case "copy_code":
      return { kind, title, ...(value && { value }) };
    case "ask_contact":
    case "other":
      return { kind: "other", title };
    default:
      return button satisfies never;
  }
}

/** The file that stands above the words, by WhatsApp's id for what was uploaded. */
export function withHeaderMedia(
  components: readonly unknown[],
  kind: MediaHeader,
  file: { id: string; fileName?: string },
): unknown[] {
  const media = { id: file.id, ...(kind === "document" && file.fileName && { filename: file.fileName }) };
  return [{ type: "header", parameters: [{ type: kind, [kind]: media }] }, ...components];
}
