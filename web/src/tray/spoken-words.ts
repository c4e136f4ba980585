/** Where words that spoke for a suggestion stand in a text. Pure. */

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whole words only; the longest first, and none over another. */
export function findWords(text: string, words: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  // Lower case may be of another length (İ): then places would not fit, and exact spelling has to do.
  const lower = text.toLocaleLowerCase();
  const haystack = lower.length === text.length ? lower : text;
  const wanted = [...new Set(words.map((word) => word.trim()).filter((word) => word.length > 1))];
  for (const word of wanted.sort((a, b) => b.length - a.length)) {
    const needle = haystack === lower ? word.toLocaleLowerCase() : word;
    for (let from = haystack.indexOf(needle); from >= 0; from = haystack.indexOf(needle, from + 1)) {
      const to = from + needle.length;
      const isWhole = !LETTER.test(text[from - 1] ?? "") && !LETTER.test(text[to] ?? "");
      if (isWhole && !found.some((other) => from < other.to && other.from < to)) found.push({ from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
