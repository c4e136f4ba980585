/** Phrases of up to four words found in a row of them. Pure. */

type Phrases<Value> = { values: ReadonlyMap<string, Value>; firsts: ReadonlySet<string> };

/** `firsts`: words that begin a phrase of several. */
/** From phrases whose words are parted by blanks. */
export const phrasesOf = <Value>(values: ReadonlyMap<string, Value>): Phrases<Value> => ({
  values,
  firsts: new Set(
    [...values.keys()].filter((key) => key.includes(" ")).map((key) => key.split(" ")[0] ?? ""),
  ),
});
/** The longest of the phrases that begins there: its value and how many words it has. */
export function phraseAt<Value>(
  words: readonly string[],
  at: number,
  { values, firsts }: Phrases<Value>,
): { value: Value; length: number } | null {
  const word = words[at] ?? "";
  for (let length = firsts.has(word) ? 4 : 1; length >= 1; length--) {
    if (at + length > words.length) continue;
    const value = values.get(length === 1 ? word : words.slice(at, at + length).join(" "));
    if (value !== undefined) return { value, length };
  }
  return null;
}
