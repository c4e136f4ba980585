/** A template that is sent: found, allowed, and filled with the right number and kind of values. Touches nothing. */
import type { Refusal } from "./graph-error.ts";
import type { SendContent } from "./send-body.ts";
import { type Component, type Template, variablesOf } from "./template-rules.ts";

export type SentTemplate = Extract<SendContent, { type: "template" }>["template"];
type SentComponent = SentTemplate["components"][number];
type Parameter = SentComponent["parameters"][number];

type FilledButton = { id: string; title: string; kind: "reply" | "url" | "phone" | "copy"; value: string };
export type Filled = {
  header: string | null;
  headerMedia: { type: "image" | "video" | "document"; ref: { id?: string; link?: string } } | null;
  text: string;
  footer: string | null;
  buttons: FilledButton[];
};

export type Checked =
  | { kind: "fine"; template: Template; filled: Filled }
  | { kind: "refuse"; refusal: Refusal };

const MOST_BODY = 1024;

export function checkTemplate(templates: readonly Template[], sent: SentTemplate): Checked {
  const { name, language } = sent;
  const template = templates.find((known) => known.name === name && known.language === language.code);
  if (!template || template.status === "PENDING" || template.status === "REJECTED") {
    return refuse(132001, `template name (${name}) does not exist in ${language.code}`);
  }
  if (template.status === "PAUSED") return refuse(132015);
  if (template.status === "DISABLED") return refuse(132016);
  const refusal = checkComponents(template, sent.components);
  return refusal
    ? { kind: "refuse", refusal }
    : { kind: "fine", template, filled: fill(template, sent.components) };
}

function checkComponents(template: Template, sent: readonly SentComponent[]): Refusal | null {
  for (const type of ["HEADER", "BODY"] as const) {
    const component = partOf(template, type);
    const parameters = parametersOf(sent, type);
    if (!component && parameters.length === 0) continue;
    const refusal = checkPart(type, component, parameters, template.parameterFormat);
    if (refusal) return refusal;
  }
  const text = fill(template, sent).text;
  if (text.length > MOST_BODY) {
    return { code: 132005, details: `body: text is ${text.length} characters long, over ${MOST_BODY}` };
  }
  return checkButtons(partOf(template, "BUTTONS")?.buttons ?? [], sent);
}

function checkPart(
  type: "HEADER" | "BODY",
  component: Component | undefined,
  parameters: readonly Parameter[],
  format: Template["parameterFormat"],
): Refusal | null {
  const where = type.toLowerCase();
  const wantsMedia = component?.format !== undefined && component.format !== "TEXT";
  if (wantsMedia) {
    const wanted = component.format ?? "";
    const [first] = parameters;
    if (parameters.length !== 1) return countRefusal(where, parameters.length, 1);
    return first?.type.toUpperCase() === wanted
      ? null
      : {
          code: 132012,
          details: `${where}: Format mismatch, expected ${wanted}, received ${first?.type.toUpperCase() ?? "UNKNOWN"}`,
        };
  }
  const variables = variablesOf(component?.text);
  /** The platform writes the words of authentication templates, with the code as their one variable. */
  const expected = component && component.text === undefined ? 1 : variables.length;
  if (parameters.length !== expected) return countRefusal(where, parameters.length, expected);
  for (const parameter of parameters) {
    if (!["text", "currency", "date_time"].includes(parameter.type)) {
      const received = parameter.type.toUpperCase();
      return { code: 132012, details: `${where}: Format mismatch, expected TEXT, received ${received}` };
    }
    if (parameter.type === "text" && !parameter.text) {
      return { code: 131008, details: "Parameter of type text is missing text value" };
    }
    if (/[\n\t]| {5,}/.test(parameter.text ?? "")) {
      return {
        code: 132012,
        details: `${where}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
      };
    }
  }
  const names = new Set(parameters.map(({ parameter_name: name }) => name));
  const missing = format === "NAMED" ? variables.find((name) => !names.has(name)) : undefined;
  return missing === undefined
    ? null
    : { code: 132012, details: `${where}: Parameter name is missing or unknown, expected ${missing}` };
}

function checkButtons(
  buttons: NonNullable<Component["buttons"]>,
  sent: readonly SentComponent[],
): Refusal | null {
  const given = sent.filter(({ type }) => type.toLowerCase() === "button");
  for (const { index, sub_type: kind } of given) {
    const button = buttons[Number(index)];
    if (!button) return { code: 132012, details: `button: there is no button at index ${index ?? "?"}` };
    if (kind !== undefined && !isSameKind(kind, button.type)) {
      return {
        code: 132012,
        details: `buttons: Button at index ${index} is of type ${button.type}, received ${kind.toUpperCase()}`,
      };
    }
  }
  for (const [place, button] of buttons.entries()) {
    const needs = (button.type === "URL" && button.url?.includes("{{")) || button.type === "COPY_CODE";
    const has = given.some(({ index, parameters }) => Number(index) === place && parameters.length > 0);
    if (needs && !has) {
      return {
        code: 131008,
        details: `Button at index ${place} of type ${button.type} requires a parameter`,
      };
    }
  }
  return null;
}

/** A one-time password is copied by a button that is sent as a url. */
function isSameKind(sent: string, made: string): boolean {
  return sent.toUpperCase() === made || (made === "OTP" && sent.toUpperCase() === "URL");
}

function fill(template: Template, sent: readonly SentComponent[]): Filled {
  const header = partOf(template, "HEADER");
  const [headerParameter] = parametersOf(sent, "HEADER");
  const body = partOf(template, "BODY");
  const bodyText = body?.text ?? "{{1}} is your verification code.";
  return {
    header: header?.text === undefined ? null : fillText(header.text, parametersOf(sent, "HEADER")),
    headerMedia: mediaOf(headerParameter),
    text: fillText(bodyText, parametersOf(sent, "BODY")),
    footer: partOf(template, "FOOTER")?.text ?? null,
    buttons: (partOf(template, "BUTTONS")?.buttons ?? []).flatMap((button, place) => {
      const parameters = sent
        .filter(({ type, index }) => type.toLowerCase() === "button" && Number(index) === place)
        .flatMap((component) => component.parameters);
      return showButton(button, parameters[0]);
    }),
  };
}

function showButton(
  button: NonNullable<Component["buttons"]>[number],
  parameter: Parameter | undefined,
): FilledButton[] {
  const title = button.text ?? button.type;
  switch (button.type) {
    case "QUICK_REPLY":
      return [{ id: parameter?.payload ?? title, title, kind: "reply", value: "" }];
    case "URL": {
      const value = (button.url ?? "").replace(/\{\{1\}\}$/, parameter?.text ?? "");
      return [{ id: value, title, kind: "url", value }];
    }
    case "PHONE_NUMBER": {
      const value = button.phone_number ?? "";
      return [{ id: value, title, kind: "phone", value }];
    }
    case "COPY_CODE":
    case "OTP": {
      const value = parameter?.coupon_code ?? parameter?.text ?? "";
      return [{ id: value, title: button.text ?? "Copy code", kind: "copy", value }];
    }
    default:
      return [];
  }
}

function fillText(text: string, parameters: readonly Parameter[]): string {
  const names = variablesOf(text);
  return text.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (whole, name: string) => {
    const named = parameters.find(({ parameter_name: given }) => given === name);
    const parameter = named ?? parameters[names.indexOf(name)];
    return parameter === undefined ? whole : wordsOf(parameter);
  });
}

function wordsOf(parameter: Parameter): string {
  return parameter.text ?? parameter.currency?.fallback_value ?? parameter.date_time?.fallback_value ?? "";
}

function mediaOf(parameter: Parameter | undefined): Filled["headerMedia"] {
  for (const type of ["image", "video", "document"] as const) {
    const ref = parameter?.type === type ? parameter[type] : undefined;
    if (ref)
      return { type, ref: { ...(ref.id ? { id: ref.id } : {}), ...(ref.link ? { link: ref.link } : {}) } };
  }
  return null;
}

function partOf(template: Template, type: Component["type"]): Component | undefined {
  return template.components.find((component) => component.type === type);
}

function parametersOf(sent: readonly SentComponent[], type: "HEADER" | "BODY"): Parameter[] {
  return sent
    .filter((component) => component.type.toUpperCase() === type)
    .flatMap(({ parameters }) => parameters);
}

function countRefusal(where: string, given: number, expected: number): Refusal {
  return {
    code: 132000,
    details: `${where}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
  };
}

function refuse(code: number, details?: string): Checked {
  return { kind: "refuse", refusal: { code, ...(details === undefined ? {} : { details }) } };
}
