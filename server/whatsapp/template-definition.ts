/** Between a template as WhatsApp spells it and ours. What is not understood is named in `beyond`, never an error. */
import { z } from "zod";
import {
  MEDIA_HEADERS,
  namesIn,
  type TemplateButton,
  type TemplateDefinition,
  variablesOf,
} from "../../shared/template.ts";

const text = z.union([z.string(), z.number()]).transform(String).catch("");
/** What in it cannot be read does not hide the rest. */
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) =>
      all.flatMap((each) => {
        const read = item.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    );
const Named = list(z.object({ param_name: text, example: text }));
const Example = z
  .object({
    header_text: list(text),
    header_text_named_params: Named,
    body_text: list(list(text)),
    body_text_named_params: Named,
  })
  .partial()
  .catch({});
const isString = (value: unknown): value is string => typeof value === "string";
const Button = z.object({
  type: text,
  text,
  url: text,
  phone_number: text,
  /** A list for an address, a word for a code. */
  example: z
    .union([z.array(z.unknown()), z.string()])
    .catch([])
    .transform((value) => (Array.isArray(value) ? value : [value]).filter(isString)),
});
const Component = z.object({
  type: text.transform((word) => word.toUpperCase()),
  format: text.transform((word) => word.toUpperCase()),
  text,
  example: Example.optional(),
  buttons: list(Button),
});
type Component = z.infer<typeof Component>;

export function definitionOf(components: unknown, parameterFormat: string | undefined): TemplateDefinition {
  const parts = list(Component).parse(components);
  const examples: Record<string, string> = {};
  const definition: TemplateDefinition = {
    variables: parameterFormat?.toLowerCase() === "named" ? "named" : "positional",
    body: "",
    buttons: [],
    examples,
    beyond: [],
  };
  for (const part of parts) readPart(part, definition);
  // Older templates were made before the format was said: names between the braces tell.
  if (parameterFormat === undefined && namesIn(definition.body).some((name) => !/^\d+$/.test(name)))
    definition.variables = "named";
  return definition;
}

function readPart(part: Component, definition: TemplateDefinition): void {
  const { examples, beyond } = definition;
  const { example = {} } = part;
  switch (part.type) {
    case "HEADER": {
      const media = [...MEDIA_HEADERS, "location" as const].find(
        (kind) => kind === part.format.toLowerCase(),
      );
      if (part.format === "TEXT" || part.format === "") {
        definition.header = { kind: "text", text: part.text };
        for (const [at, value] of (example.header_text ?? []).entries()) examples[`header.${at + 1}`] = value;
        for (const { param_name, example: value } of example.header_text_named_params ?? [])
          examples[`header.${param_name}`] = value;
      } else if (media) definition.header = { kind: media };
      else beyond.push(`HEADER ${part.format}`);
      return;
    }
    case "BODY":
      definition.body = part.text;
      for (const [at, value] of (example.body_text?.[0] ?? []).entries()) examples[String(at + 1)] = value;
      for (const { param_name, example: value } of example.body_text_named_params ?? [])
        examples[param_name] = value;
      return;
    case "FOOTER":
      definition.footer = part.text;
      return;
    case "BUTTONS":
      for (const button of part.buttons) {
        const read = readButton(button);
        const key = `button.${definition.buttons.length}`;
        definition.buttons.push(read);
        const [sample] = button.example;
        if (read.kind === "copy_code" && sample) examples[key] = sample;
        // WhatsApp gives the whole address, filled in.
        if (read.kind === "url" && sample && namesIn(read.url).length > 0)
          examples[key] = withoutStart(sample, read.url.slice(0, read.url.indexOf("{{")));
        if (read.kind === "other") beyond.push(read.type);
      }
      return;
    default:
      beyond.push(part.type || "?");
  }
}

const withoutStart = (sample: string, start: string): string =>
  sample.startsWith(start) ? sample.slice(start.length) : sample;

function readButton({ type, text: title, url, phone_number: phone }: z.infer<typeof Button>): TemplateButton {
  switch (type.toUpperCase()) {
    case "QUICK_REPLY":
      return { kind: "reply", title };
    case "URL":
      return { kind: "url", title, url };
    case "PHONE_NUMBER":
      return { kind: "phone", title, phone: phone.startsWith("+") ? phone : `+${phone}` };
    case "COPY_CODE":
      return { kind: "copy_code", title };
    case "REQUEST_CONTACT_INFO":
      return { kind: "ask_contact", title };
    default:
      return { kind: "other", title, type: type.toUpperCase() || "?" };
  }
}

/** For handing in: what `validateTemplate` let through. */
export function componentsOf(definition: TemplateDefinition): Record<string, unknown>[] {
  const { header, body, footer, buttons } = definition;
  const isNamed = definition.variables === "named";
  const variables = variablesOf(definition);
  const samples = (part: "header" | "body") => {
    const own = variables.filter((variable) => variable.part === part);
    if (own.length === 0) return {};
    if (isNamed)
      return {
        example: {
          [`${part}_text_named_params`]: own.map(({ name, example }) => ({ param_name: name, example })),
        },
      };
    const values = own.sort((a, b) => Number(a.name) - Number(b.name)).map(({ example }) => example);
    return { example: part === "header" ? { header_text: values } : { body_text: [values] } };
  };
  return [
    ...(header?.kind === "text"
      ? [{ type: "HEADER", format: "TEXT", text: header.text, ...samples("header") }]
      : []),
    { type: "BODY", text: body, ...samples("body") },
    ...(footer ? [{ type: "FOOTER", text: footer }] : []),
    ...(buttons.length > 0
      ? [
          {
            type: "BUTTONS",
            buttons: buttons.map((button, at) =>
              writtenButton(button, definition.examples[`button.${at}`] ?? ""),
            ),
          },
        ]
      : []),
  ];
}

function writtenButton(button: TemplateButton, example: string): Record<string, unknown> {
  const { title: label } = button;
  switch (button.kind) {
    case "reply":
      return { type: "QUICK_REPLY", text: label };
    case "url": {
      const at = button.url.indexOf("{{");
      return {
        type: "URL",
        text: label,
        url: button.url,
        ...(at >= 0 && { example: [button.url.slice(0, at) + example] }),
      };
    }
    case "phone":
      return { type: "PHONE_NUMBER", text: label, phone_number: button.phone.replace(/[\s().-]/g, "") };
    case "copy_code":
      return { type: "COPY_CODE", example };
    case "ask_contact":
      return { type: "REQUEST_CONTACT_INFO" };
    case "other":
      return { type: button.type, text: label };
    default:
      return button satisfies never;
  }
}
