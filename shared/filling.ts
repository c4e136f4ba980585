/** Where the words come from that a template or a quick reply leaves open. */

/** In the order in which they are offered. */
export const FILL_SOURCES = [
  "first_name",
  "name",
  "request",
  "ref",
  "category",
  "place",
  "promise",
  "promise_day",
  "promise_time",
  "us",
  "phone",
  "me",
] as const;
export type FillSource = (typeof FILL_SOURCES)[number];

/** `fixed`: the same words each time. `typed`: chosen anew each time. */
export const CHOSEN_SOURCES = [...FILL_SOURCES, "fixed", "typed"] as const;
export type ChosenSource = (typeof CHOSEN_SOURCES)[number];

/** What is known in this conversation; what is not known is not in it. */
export type FillValues = Partial<Record<FillSource, string>>;

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Words between braces that are no source: a typing error, said while one writes. */
export function unknownPlaces(text: string): string[] {
  const names = [...text.matchAll(PLACE)].map(([, name = ""]) => name);
  return [...new Set(names.filter((name) => sourceOf(name) === null))];
}

/** Places without a value stay, so that nobody sends a sentence with a hole in it unseen. */
export function fillWords(text: string, values: FillValues): { text: string; missing: string[] } {
  const missing: string[] = [];
  const filled = text.replace(PLACE, (place, name: string) => {
    const source = sourceOf(name);
    const value = source === null ? undefined : values[source];
    if (value) return value;
    missing.push(name);
    return place;
  });
  return { text: filled, missing: [...new Set(missing)] };
}

function sourceOf(name: string): FillSource | null {
  const wanted = name.toLowerCase();
  return FILL_SOURCES.find((source) => source === wanted) ?? null;
}
