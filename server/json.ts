/** Undefined for what is no JSON: an answer of somebody's proxy, a line that another program wrote. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
