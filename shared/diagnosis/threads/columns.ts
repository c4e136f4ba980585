/** Names of the features and their places in a row: a place each, or a run of places for a list of values. */

const names: string[] = [];

/** In the order in which they were asked for. */
export const FEATURES: readonly string[] = names;

export function column(name: string): number {
  return names.push(name) - 1;
}

/** The place of the first value; the others follow in the order of the list. */
export function columns(name: string, values: readonly string[]): number {
  const first = names.length;
  for (const value of values) names.push(`${name}: ${value}`);
  return first;
}
