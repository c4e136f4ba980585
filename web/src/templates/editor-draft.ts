/** The draft of a template while somebody writes it. Pure. */
import type { Template } from "../../../shared/api/templates.ts";
import {
  namesIn,
  TEMPLATE_CATEGORIES,
  type TemplateButton,
  type TemplateCategory,
  type TemplateDefinition,
  variablesOf,
} from "../../../shared/template.ts";
import type { TemplateDraft, TemplateProblem } from "../../../shared/template-check.ts";

export const emptyDraft = (language: string): TemplateDraft => ({
  name: "",
  language,
  category: "utility",
  definition: { variables: "positional", body: "", buttons: [], examples: {}, beyond: [] },
});

export function draftOf({ name, language, category, definition }: Template): TemplateDraft {
  const known: TemplateCategory = TEMPLATE_CATEGORIES.find((each) => each === category) ?? "utility";
  return { name, language, category: known, definition };
}

/** The next place to fill, as it is written: numbers go on, names are counted. */
export function nextPlace({ variables, body }: TemplateDefinition): string {
  const names = namesIn(body);
  if (variables === "positional") {
    const used = new Set(names);
    let next = 1;
    while (used.has(String(next))) next += 1;
    return `{{${next}}}`;
  }
  let next = names.length + 1;
  while (names.includes(`value_${next}`)) next += 1;
  return `{{value_${next}}}`;
}

/** Put in at the cursor, with a space where words would touch it. */
export function insertAt(text: string, at: number, place: string): { text: string; cursor: number } {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const space = before !== "" && !/\s$/.test(before) ? " " : "";
  return { text: before + space + place + after, cursor: at + space.length + place.length };
}

const FRESH: Record<"reply" | "url" | "phone" | "copy_code", TemplateButton> = {
  reply: { kind: "reply", title: "" },
  url: { kind: "url", title: "", url: "https://" },
  phone: { kind: "phone", title: "", phone: "+" },
  copy_code: { kind: "copy_code", title: "" },
};

/** Answers stand together before the others, as WhatsApp wants it. */
export function withButton(definition: TemplateDefinition, kind: keyof typeof FRESH): TemplateDefinition {
  const fresh = { ...FRESH[kind] };
  const lastReply = definition.buttons.map((button) => button.kind).lastIndexOf("reply");
  const at = kind === "reply" ? lastReply + 1 : definition.buttons.length;
  return moveExamples({ ...definition, buttons: definition.buttons.toSpliced(at, 0, fresh) }, (old) =>
    old >= at ? old + 1 : old,
  );
}

export function withoutButton(definition: TemplateDefinition, at: number): TemplateDefinition {
  return moveExamples({ ...definition, buttons: definition.buttons.toSpliced(at, 1) }, (old) =>
    old === at ? null : old > at ? old - 1 : old,
  );
}

export function withButtonUp(definition: TemplateDefinition, at: number): TemplateDefinition {
  const moved = definition.buttons[at];
  if (!moved || at === 0) return definition;
  const buttons = definition.buttons.toSpliced(at, 1).toSpliced(at - 1, 0, moved);
  return moveExamples({ ...definition, buttons }, (old) => (old === at ? at - 1 : old === at - 1 ? at : old));
}

/** Examples of buttons are known by their place. */
function moveExamples(
  definition: TemplateDefinition,
  placeOf: (old: number) => number | null,
): TemplateDefinition {
  const examples = Object.entries(definition.examples).flatMap(([key, value]) => {
    const old = /^button\.(\d+)$/.exec(key)?.[1];
    if (old === undefined) return [[key, value] as const];
    const place = placeOf(Number(old));
    return place === null ? [] : [[`button.${place}`, value] as const];
  });
  return { ...definition, examples: Object.fromEntries(examples) };
}

/** Without what nobody needs any more: examples of variables that are gone, empty heading and small print. */
export function tidied(draft: TemplateDraft): TemplateDraft {
  const { header, footer, ...rest } = draft.definition;
  const definition: TemplateDefinition = {
    ...rest,
    ...(header && (header.kind !== "text" || header.text.trim() !== "") && { header }),
    ...(footer?.trim() && { footer }),
  };
  const keys = new Set(variablesOf(definition).map(({ key }) => key));
  const examples = Object.fromEntries(Object.entries(definition.examples).filter(([key]) => keys.has(key)));
  return { ...draft, definition: { ...definition, examples } };
}

/** While one still writes, an empty field is no fault yet. */
export const pressing = (problems: readonly TemplateProblem[], wasTried: boolean): TemplateProblem[] =>
  problems.filter(({ code }) => wasTried || (code !== "missing" && code !== "example_missing"));
