/** Stretches of a text that say one thing together. Pure. */

export type Span = { start: number; end: number };

/** All that the pattern finds; the pattern needs the flag g. */
export const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)]
    .filter(([found]) => found.length > 0)
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

/** Overlapping ones become one, and those with nothing but a joint between them. In the order of the text. */
export function joinSpans(text: string, spans: readonly Span[], joint: RegExp): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = joined.at(-1);
    if (last && (span.start <= last.end || joint.test(text.slice(last.end, span.start))))
      last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

/** Words of any script as whole words: the longest first, so that "next week" is not taken for "next". */
export function wholeWords(alternatives: readonly string[], flags = "giu"): RegExp {
  const longestFirst = [...alternatives].sort((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, flags);
}

/** The pattern in capitals and without, for where capitals count in another part of the same expression. */
export const anyCase = (pattern: string): string =>
  pattern.replace(/\\p\{[^}]*\}|\\.|\[[^\]]*\]|\p{L}/gu, (part) => {
    const [lower, upper] = [part.toLowerCase(), part.toUpperCase()];
    return part.length === 1 && lower !== upper && upper.length === 1 ? `[${lower}${upper}]` : part;
  });
