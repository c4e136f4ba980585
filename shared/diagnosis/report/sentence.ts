/** Sentences of the report: words with places for what was found, where names and quotes stay apart from our words. */

/** A name or a quote may run in another direction than the sentence it stands in. */
export type Piece = string | { name: string };
export type Sentence = readonly Piece[];

/** One form for each way a language counts; `other` is there in all of them. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Text = string | Plural;

export type Value = string | number | Sentence | { name: string };
export type Values = Readonly<Record<string, Value>>;

const PLACE = /\{(\w+)\}/;

/**
 * Fills `{places}`; a number is written in the language's digits. Which form of a plural: the one for `count`, a whole
 * number.
 */
export function fill(
  text: Text,
  values: Values,
  { rules, number }: { rules: Intl.PluralRules; number: (value: number) => string },
): Sentence {
  const count = values.count;
  const form =
    typeof text === "string"
      ? text
      : (text[rules.select(typeof count === "number" ? count : 0)] ?? text.other);
  return joined(
    form.split(PLACE).flatMap((part, at): readonly Piece[] => {
      if (at % 2 === 0) return [part];
      const value = values[part];
      if (value === undefined) return [`{${part}}`];
      if (typeof value === "number") return [number(value)];
      if (typeof value === "string") return [value];
      return "name" in value ? [value] : value;
    }),
  );
}

/** Neighbouring words become one piece, so that equal sentences are equal values. */
function joined(pieces: readonly Piece[]): Sentence {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === "string" && typeof last === "string") all[all.length - 1] = last + piece;
    else if (piece !== "") all.push(piece);
  }
  return all;
}

/** Several things in a row, with the language's own "and". */
export function listed(parts: readonly Sentence[], list: Intl.ListFormat): Sentence {
  const between = list.formatToParts(parts.map((_, at) => String(at)));
  return joined(
    between.flatMap(({ type, value }): readonly Piece[] =>
      type === "element" ? (parts[Number(value)] ?? []) : [value],
    ),
  );
}

export const plainText = (sentence: Sentence): string =>
  sentence.map((piece) => (typeof piece === "string" ? piece : piece.name)).join("");
