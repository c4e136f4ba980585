/** What a template is, and what the platform says of a new one. Touches nothing. */
import { z } from "zod";
import type { Refusal } from "./graph-error.ts";

export const TEMPLATE_STATUSES = ["APPROVED", "PENDING", "REJECTED", "PAUSED", "DISABLED"] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

const Button = z
  .looseObject({
    type: z.string().transform((type) => type.toUpperCase()),
    text: z.string().min(1).max(25).optional(),
    url: z.string().max(2000).optional(),
    phone_number: z.string().max(20).optional(),
  })
  .refine(({ type, text }) => text !== undefined || !NEEDS_TEXT.has(type), { message: "a text is required" })
  .refine(({ type, url }) => type !== "URL" || url !== undefined, { message: "a url is required" })
  .refine(({ type, phone_number: phone }) => type !== "PHONE_NUMBER" || phone !== undefined, {
    message: "a phone_number is required",
  });
const NEEDS_TEXT = new Set(["QUICK_REPLY", "URL", "PHONE_NUMBER"]);

const upper = (text: unknown) => (typeof text === "string" ? text.toUpperCase() : text);
const Component = z.looseObject({
  type: z.preprocess(
    upper,
    z.enum(["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"]),
  ),
  format: z.preprocess(upper, z.enum(["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"])).optional(),
  text: z.string().optional(),
  example: z.unknown().optional(),
  buttons: z.array(Button).min(1).max(10).optional(),
});
export type Component = z.infer<typeof Component>;

export const Definition = z.looseObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, "lowercase letters, digits and underscores"),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  category: z.preprocess(upper, z.enum(["AUTHENTICATION", "MARKETING", "UTILITY"])),
  parameter_format: z.preprocess(upper, z.enum(["NAMED", "POSITIONAL"])).default("POSITIONAL"),
  components: z.array(Component).min(1),
});
export type Definition = z.infer<typeof Definition>;

export type Template = {
  /** Fifteen digits: a JSON number would still hold it, and that is how webhooks send it. */
  id: string;
  name: string;
  language: string;
  category: Definition["category"];
  parameterFormat: "NAMED" | "POSITIONAL";
  components: Component[];
  status: TemplateStatus;
  /** Why it was rejected, in the platform's word. */
  reason: string | null;
  quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  editedAt: number[];
  updatedAt: number;
};

export type ReadDefinition = { kind: "fine"; definition: Definition } | { kind: "refuse"; refusal: Refusal };

export function readDefinition(body: unknown): ReadDefinition {
  const parsed = Definition.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(`Param ${issue?.path.join(".") || "body"} is not valid: ${issue?.message ?? "not valid"}`);
  }
  const problem = problemOf(parsed.data);
  return problem === null
    ? { kind: "fine", definition: parsed.data }
    : refuse(problem.details, problem.subcode);
}

type Problem = { details: string; subcode?: number };

function problemOf({ components, category, parameter_format: format }: Definition): Problem | null {
  const of = (type: Component["type"]) => components.filter((component) => component.type === type);
  if (new Set(components.map(({ type }) => type)).size !== components.length) {
    return { details: "A component occurs twice" };
  }
  const [body] = of("BODY");
  const [header] = of("HEADER");
  const [footer] = of("FOOTER");
  const [buttons] = of("BUTTONS");
  if (!body) return { details: "The BODY component is missing" };
  /** The platform writes the words of authentication templates itself. */
  if (category === "AUTHENTICATION") return null;
  if (!body.text) return { details: "The BODY component needs a text" };
  if (body.text.length > 1024) return { details: "The text of BODY is over 1024 characters" };
  if ((header?.text?.length ?? 0) > 60) return { details: "The text of HEADER is over 60 characters" };
  if ((footer?.text?.length ?? 0) > 60) return { details: "The text of FOOTER is over 60 characters" };
  if (variablesOf(footer?.text).length > 0) return { details: "FOOTER takes no variables" };
  if (variablesOf(header?.text).length > 1) return { details: "HEADER takes one variable" };
  return (
    variableProblem(body, format) ??
    (header?.format === "TEXT" ? variableProblem(header, format) : headerProblem(header)) ??
    buttonsProblem(buttons)
  );
}

function variableProblem(component: Component, format: "NAMED" | "POSITIONAL"): Problem | null {
  const text = component.text ?? "";
  const variables = variablesOf(text);
  if (variables.length === 0) return null;
  if (component.example === undefined) {
    return { details: `${component.type} has variables and no example`, subcode: 2388043 };
  }
  if (format === "POSITIONAL" && variables.some((name, place) => name !== String(place + 1))) {
    return { details: `The variables of ${component.type} must be {{1}}, {{2}} and so on`, subcode: 2388072 };
  }
  if (format === "NAMED" && variables.some((name) => !/^[a-z][a-z0-9_]*$/.test(name))) {
    return { details: `The variables of ${component.type} must be lowercase names`, subcode: 2388073 };
  }
  if (component.type !== "BODY") return null;
  if (/^\s*\{\{[^}]*\}\}|\{\{[^}]*\}\}\s*$/.test(text)) {
    return { details: "Variables can't be at the start or end of the template.", subcode: 2388299 };
  }
  return /\}\}\s*\{\{/.test(text) ? { details: "Two variables stand next to each other" } : null;
}

function headerProblem(header: Component | undefined): Problem | null {
  if (!header) return null;
  if (header.format === undefined) return { details: "HEADER needs a format" };
  if (header.format === "LOCATION") return null;
  const example = z
    .looseObject({ header_handle: z.array(z.string().min(1)).min(1) })
    .safeParse(header.example);
  return example.success
    ? null
    : { details: `HEADER of format ${header.format} needs example.header_handle`, subcode: 2388273 };
}

const MOST_OF: Readonly<Record<string, number>> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, QUICK_REPLY: 10 };

function buttonsProblem(component: Component | undefined): Problem | null {
  const buttons = component?.buttons ?? [];
  if (component && buttons.length === 0) return { details: "BUTTONS has no buttons" };
  for (const [type, most] of Object.entries(MOST_OF)) {
    if (buttons.filter((button) => button.type === type).length > most) {
      return { details: `At most ${most} buttons of type ${type}` };
    }
  }
  /** Quick replies stand together, at one end. */
  const isQuick = buttons.map(({ type }) => type === "QUICK_REPLY");
  const changes = isQuick.filter((quick, place) => place > 0 && quick !== isQuick[place - 1]).length;
  if (changes > 1) return { details: "Quick replies have to stand together", subcode: 2388060 };
  const bad = buttons.find(({ url }) => url !== undefined && !/^[^{]*(\{\{1\}\})?$/.test(url));
  return bad ? { details: "A URL takes one variable, at its end" } : null;
}

/** The names in the order they stand; one that repeats counts once. */
export function variablesOf(text: string | undefined): string[] {
  const names = [...(text ?? "").matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)].map((match) => match[1] ?? "");
  return [...new Set(names)];
}

function refuse(details: string, subcode?: number): ReadDefinition {
  return { kind: "refuse", refusal: { code: 100, details, ...(subcode === undefined ? {} : { subcode }) } };
}
