/** What came back from a form of WhatsApp's: JSON of any shape, as lines a person can read. */

export type FormField = { name: string; value: string | boolean };

/** Meta's own, no answer of the client's. */
const NOT_ANSWERS = new Set(["flow_token", "saved_address_id"]);
/** Builders name a field after its place: `screen_0_Full_name_2`. */
const PLACED = /^screen_\d+_(.+)_\d+$/;
const MOST = 60;

export function formFields(json: string): FormField[] {
  return fieldsOf(parsed(json), "").slice(0, MOST);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function fieldsOf(value: unknown, name: string): FormField[] {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value === "boolean") return [{ name, value }];
  if (Array.isArray(value)) {
    const plain = value.filter((item) => typeof item !== "object");
    const rest = value.filter((item) => typeof item === "object");
    const said = plain.map((item) => readable(String(item))).join(", ");
    return [...(said ? [{ name, value: said }] : []), ...rest.flatMap((item) => fieldsOf(item, name))];
  }
  if (typeof value === "object")
    return Object.entries(value).flatMap(([key, inner]) =>
      NOT_ANSWERS.has(key) ? [] : fieldsOf(inner, nameOf(key)),
    );
  return [{ name, value: readable(String(value)) }];
}

/** A choice comes with its place before it: `0_Tomorrow_morning`. */
const readable = (value: string): string =>
  /^\d+_\S+$/.test(value) ? value.replace(/^\d+_/, "").replaceAll("_", " ") : value;

function nameOf(key: string): string {
  const words = (PLACED.exec(key)?.[1] ?? key)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}
