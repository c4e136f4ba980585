/** What WhatsApp would refuse about a template, said while one writes it. Pure; codes are put into words by screens. */
import { z } from "zod";
import {
  namesIn,
  TEMPLATE_CATEGORIES,
  type TemplateButton,
  TemplateDefinition,
  variablesOf,
} from "./template.ts";

export const TEMPLATE_LIMITS = {
  name: 512,
  header: 60,
  body: 1024,
  footer: 60,
  buttons: 10,
  urlButtons: 2,
  phoneButtons: 1,
  codeButtons: 1,
  buttonTitle: 25,
  url: 2000,
  phone: 20,
  code: 15,
  variableName: 60,
} as const;

export const TemplateDraft = z.object({
  name: z.string().max(TEMPLATE_LIMITS.name),
  /** As WhatsApp writes it: en, en_US, pt_BR. */
  language: z.string().max(20),
  category: z.enum(TEMPLATE_CATEGORIES),
  definition: TemplateDefinition,
});
export type TemplateDraft = z.infer<typeof TemplateDraft>;

export const TEMPLATE_PROBLEMS = [
  "missing",
  "too_long",
  "name_pattern",
  "language_pattern",
  "too_many_variables",
  "no_variables_here",
  "variable_first",
  "variable_last",
  "variables_adjacent",
  "variable_broken",
  "variable_numbers",
  "variable_names",
  "line_break",
  "blank_lines",
  "example_missing",
  "too_many_buttons",
  "too_many_urls",
  "too_many_phones",
  "too_many_codes",
  "buttons_mixed",
  "buttons_alike",
  "url_broken",
  "url_variable_not_last",
  "phone_broken",
  "not_from_here",
] as const;
export type TemplateProblemCode = (typeof TEMPLATE_PROBLEMS)[number];

/** `field`: `name`, `body`, `buttons`, `buttons.0.title`, `examples.header.1`. `limit`: of a length or a count. */
export type TemplateProblem = { field: string; code: TemplateProblemCode; limit?: number };

/** Empty: WhatsApp will take it for review. */
export function validateTemplate(draft: TemplateDraft): TemplateProblem[] {
  const { name, language, definition } = draft;
  const { header, footer, buttons } = definition;
  return [
    ...wordsWithin("name", name, TEMPLATE_LIMITS.name),
    ...when(name !== "" && !/^[a-z0-9_]+$/.test(name), "name", "name_pattern"),
    ...when(!/^[a-z]{2,3}(_[A-Z]{2,4})?$/.test(language), "language", "language_pattern"),
    ...(header?.kind === "text" ? headerProblems(header.text, definition.variables) : []),
    // A file for the review has to be handed over in WhatsApp's own manager.
    ...when(header !== undefined && header.kind !== "text", "header", "not_from_here"),
    ...bodyProblems(definition),
    ...(footer === undefined ? [] : footerProblems(footer)),
    ...buttonsProblems(buttons),
    ...buttons.flatMap(buttonProblems),
    ...when(definition.beyond.length > 0, "definition", "not_from_here"),
    ...exampleProblems(definition),
  ];
}

function when(isSo: boolean, field: string, code: TemplateProblemCode, limit?: number): TemplateProblem[] {
  return isSo ? [{ field, code, ...(limit !== undefined && { limit }) }] : [];
}

function wordsWithin(field: string, text: string, limit: number): TemplateProblem[] {
  return [
    ...when(text.trim() === "", field, "missing"),
    ...when(text.length > limit, field, "too_long", limit),
  ];
}

type VariableKind = TemplateDefinition["variables"];

function headerProblems(text: string, kind: VariableKind): TemplateProblem[] {
  return [
    ...wordsWithin("header", text, TEMPLATE_LIMITS.header),
    ...when(/[\r\n]/.test(text), "header", "line_break"),
    ...when(namesIn(text).length > 1, "header", "too_many_variables", 1),
    ...variableProblems("header", text, kind),
  ];
}

function footerProblems(text: string): TemplateProblem[] {
  return [
    ...wordsWithin("footer", text, TEMPLATE_LIMITS.footer),
    ...when(/[\r\n]/.test(text), "footer", "line_break"),
    ...when(/\{\{|\}\}/.test(text), "footer", "no_variables_here"),
  ];
}

function bodyProblems({ body, variables }: TemplateDefinition): TemplateProblem[] {
  const text = body.trim();
  return [
    ...wordsWithin("body", body, TEMPLATE_LIMITS.body),
    ...when(/^\{\{[^{}]*\}\}/.test(text), "body", "variable_first"),
    // WhatsApp looks past a last full stop.
    ...when(/\{\{[^{}]*\}\}[\p{P}\s]*$/u.test(text), "body", "variable_last"),
    ...when(/\}\}\s*\{\{/.test(text), "body", "variables_adjacent"),
    ...when(/\n\s*\n\s*\n/.test(body), "body", "blank_lines"),
    ...variableProblems("body", body, variables),
  ];
}

/** Braces that are no variable, numbers with a gap, names WhatsApp does not take. */
function variableProblems(field: string, text: string, kind: VariableKind): TemplateProblem[] {
  const names = namesIn(text);
  const isBroken = /\{\{|\}\}/.test(text.replace(/\{\{[^{}\s]+\}\}/g, ""));
  if (isBroken) return [{ field, code: "variable_broken" }];
  if (kind === "named")
    return when(
      names.some((name) => !/^[a-z][a-z0-9_]*$/.test(name) || name.length > TEMPLATE_LIMITS.variableName),
      field,
      "variable_names",
    );
  const numbers = names.map(Number).sort((a, b) => a - b);
  return when(
    numbers.some((number, at) => number !== at + 1),
    field,
    "variable_numbers",
  );
}

function buttonsProblems(buttons: readonly TemplateButton[]): TemplateProblem[] {
  const count = (kind: TemplateButton["kind"]) => buttons.filter((button) => button.kind === kind).length;
  const titles = buttons.map(({ title }) => title.trim().toLowerCase()).filter((title) => title !== "");
  // Replies and the others stand each in one block: never one among the other.
  const changes = buttons.filter(
    ({ kind }, at) => at > 0 && (kind === "reply") !== (buttons[at - 1]?.kind === "reply"),
  ).length;
  const { buttons: most, urlButtons, phoneButtons, codeButtons } = TEMPLATE_LIMITS;
  return [
    ...when(buttons.length > most, "buttons", "too_many_buttons", most),
    ...when(count("url") > urlButtons, "buttons", "too_many_urls", urlButtons),
    ...when(count("phone") > phoneButtons, "buttons", "too_many_phones", phoneButtons),
    ...when(count("copy_code") > codeButtons, "buttons", "too_many_codes", codeButtons),
    ...when(changes > 1, "buttons", "buttons_mixed"),
    ...when(new Set(titles).size < titles.length, "buttons", "buttons_alike"),
  ];
}

function buttonProblems(button: TemplateButton, index: number): TemplateProblem[] {
  const at = (field: string) => `buttons.${index}.${field}`;
  const title = [
    ...wordsWithin(at("title"), button.title, TEMPLATE_LIMITS.buttonTitle),
    ...when(/\{\{|\}\}/.test(button.title), at("title"), "no_variables_here"),
  ];
  switch (button.kind) {
    case "url":
      return [...title, ...urlProblems(at("url"), button.url)];
    case "phone":
      return [
        ...title,
        ...when(!/^\+\d{5,19}$/.test(button.phone.replace(/[\s().-]/g, "")), at("phone"), "phone_broken"),
      ];
    case "other":
      return when(true, at("title"), "not_from_here");
    // WhatsApp writes these two labels itself.
    case "copy_code":
    case "ask_contact":
      return [];
    case "reply":
      return title;
    default:
      return button satisfies never;
  }
}

function urlProblems(field: string, url: string): TemplateProblem[] {
  if (url.trim() === "") return [{ field, code: "missing" }];
  const fixed = url.replace(/\{\{[^{}]*\}\}/g, "");
  const places = url.match(/\{\{[^{}]*\}\}/g)?.length ?? 0;
  return [
    ...when(url.length > TEMPLATE_LIMITS.url, field, "too_long", TEMPLATE_LIMITS.url),
    ...when(!/^https?:\/\/[^\s/{}]+\.[^\s{}]+$/i.test(fixed), field, "url_broken"),
    ...when(places > 1 || (places === 1 && !/\{\{[^{}]*\}\}$/.test(url)), field, "url_variable_not_last"),
  ];
}

/** Whoever reviews it looks at it filled in: each variable needs one. */
function exampleProblems(definition: TemplateDefinition): TemplateProblem[] {
  return variablesOf(definition).flatMap(({ key, name }) => {
    const example = (definition.examples[key] ?? "").trim();
    const field = `examples.${key}`;
    const limit = name === "" ? TEMPLATE_LIMITS.code : TEMPLATE_LIMITS.body;
    return [
      ...when(example === "", field, "example_missing"),
      ...when(example.length > limit, field, "too_long", limit),
    ];
  });
}
