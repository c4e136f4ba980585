/** A share with its 95 % interval. Pure. */

/** The normal's 97.5 % point. */
export const Z95 = 1.959963984540054;

/**
 * `part` of `of`, with the score interval of Wilson (1927), which stays within 0 and 1 and holds for small counts too.
 * Of nothing, all is possible: 0 to 1.
 */
export function wilson(
  part: number,
  of: number,
): { part: number; of: number; share: number; low: number; high: number } {
  if (of <= 0) return { part: 0, of: 0, share: 0, low: 0, high: 1 };
  const share = part / of;
  const z2 = Z95 * Z95;
  const middle = share + z2 / (2 * of);
  const reach = Z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  const scale = 1 + z2 / of;
  return {
    part,
    of,
    share,
    low: part === 0 ? 0 : Math.max(0, (middle - reach) / scale),
    high: part === of ? 1 : Math.min(1, (middle + reach) / scale),
  };
}
