/** From what is known about a conversation to words for the places of a template or quick reply. Pure. */
import type { ChosenSource, FillSource, FillValues } from "../../shared/filling.ts";
import { CHOSEN_SOURCES } from "../../shared/filling.ts";
import { requestRef } from "../../shared/request.ts";
import { type TemplateDefinition, type TemplateVariable, variablesOf } from "../../shared/template.ts";
import type { FillFacts } from "./facts-store.ts";

export type Way = { locale: string; timeZone: string; me: string | null };

export function valuesOf(facts: FillFacts, way: Way): FillValues {
  const { promiseAt } = facts;
  const name = facts.contactName?.trim() ?? "";
  const [first] = name.split(/\s+/);
  const said = (options: Intl.DateTimeFormatOptions) => promiseAt && saidTime(promiseAt, way, options);
  const day: Intl.DateTimeFormatOptions = { weekday: "long", day: "numeric", month: "long" };
  const time: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
  const all: Record<FillSource, string | null | undefined> = {
    first_name: first,
    name,
    request: facts.title,
    ref: facts.requestId === null ? null : requestRef(facts.requestId),
    category: facts.category,
    place: facts.place,
    promise: said({ ...day, ...time }),
    promise_day: said(day),
    promise_time: said(time),
    us: facts.numberName,
    phone: facts.numberPhone && `+${facts.numberPhone.replace(/^\+/, "")}`,
    me: way.me,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value));
}

/** In the language of whoever reads it; a zone or language the machine does not know is no reason to fail. */
function saidTime(at: Date, { locale, timeZone }: Way, options: Intl.DateTimeFormatOptions): string {
  for (const [language, zone] of [
    [locale, timeZone],
    ["en", timeZone],
    ["en", "UTC"],
  ] as const)
    try {
      return new Intl.DateTimeFormat(language, { ...options, timeZone: zone }).format(at);
    } catch {
      // Tried with less.
    }
  return "";
}

export const localeOf = (language: string): string => language.replaceAll("_", "-");

export type Chosen = { variable: string; source: string; fixed: string | null };
export type SuggestedValue = { key: string; value: string; source: ChosenSource };

/** As it was filled the last time; else by what its name or the words before it say; else left to be typed. */
export function suggestValues(
  definition: TemplateDefinition,
  values: FillValues,
  before: readonly Chosen[],
): SuggestedValue[] {
  const chosen = new Map(before.map((each) => [each.variable, each]));
  return variablesOf(definition).map((variable) => {
    const { key } = variable;
    const last = chosen.get(key);
    const source =
      CHOSEN_SOURCES.find((each) => each === last?.source) ?? guess(variable, definition) ?? "typed";
    if (source === "typed") return { key, value: "", source };
    if (source === "fixed") return { key, value: last?.fixed ?? "", source };
    return { key, value: values[source] ?? "", source };
  });
}

/** Names people give to variables, in the languages of the screens. */
const NAMES: readonly [RegExp, FillSource][] = [
  [/^(first_?name|nombre|customer_first_name)$/, "first_name"],
  [/^(name|full_?name|customer(_name)?|client(_name)?|cliente|contact(_name)?)$/, "name"],
  [/^(request|title|subject|service|job|solicitud|asunto|servicio)$/, "request"],
  [/^(ref|reference|request_(id|number|ref)|ticket|order(_id|_number)?|referencia|folio)$/, "ref"],
  [/^(place|address|location|direccion|lugar)$/, "place"],
  [/^(date|day|visit_day|promise_day|fecha|dia)$/, "promise_day"],
  [/^(time|hour|visit_time|promise_time|hora)$/, "promise_time"],
  [/^(when|promise|appointment|cita|date_time|cuando)$/, "promise"],
  [/^(us|company|business(_name)?|empresa|negocio)$/, "us"],
  [/^(phone|our_phone|telefono)$/, "phone"],
  [/^(agent|me|staff|operator|agente)$/, "me"],
];
const GREETING =
  /(^|\s)(hello|hi|hey|dear|good (morning|afternoon|evening)|hola|estimad[oa]|querid[oa]|buen[oa]s? (d[ií]as|tardes|noches)|ol[aá]|bonjour|hallo|ciao|مرحب[اًا]*|أهل[اًا]*|السلام عليكم)[\s,،!]*$/iu;

function guess({ part, name }: TemplateVariable, { body }: TemplateDefinition): FillSource | null {
  const named = NAMES.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  if (named) return named;
  if (part !== "body") return null;
  const before = body.slice(0, Math.max(0, body.search(new RegExp(`\\{\\{\\s*${escaped(name)}\\s*\\}\\}`))));
  return GREETING.test(before) ? "first_name" : null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Devanagari}/u, "hi"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Hangul}/u, "ko"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Han}/u, "zh"],
];

/** What is known of a contact's language, likeliest first: told, or seen from their script, or the sender's own. */
export function likelyLanguages(
  facts: Pick<FillFacts, "language" | "lastWords">,
  own: string | null,
): string[] {
  const script = SCRIPTS.find(([pattern]) => pattern.test(facts.lastWords ?? ""))?.[1];
  return [facts.language, script, own].flatMap((each) => (each ? [localeOf(each)] : []));
}

/** The text for the first language that there is one for, a variant of it too; else the first. */
export function inLanguage<Text extends { language: string }>(
  texts: readonly Text[],
  wanted: readonly string[],
): Text | undefined {
  const base = (language: string) => language.split("-")[0]?.toLowerCase();
  for (const language of wanted) {
    const found =
      texts.find((text) => localeOf(text.language).toLowerCase() === language.toLowerCase()) ??
      texts.find((text) => base(localeOf(text.language)) === base(language));
    if (found) return found;
  }
  return texts[0];
}
