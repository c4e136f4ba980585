/** WhatsApp's own lines: created, joined, left, number changed, encryption. Pure. */

/**
 * Whether a line without its date is WhatsApp's own rather than somebody's. Looks only at what stands before the
 * first ": ", so the answer for one would-be name never changes and may be remembered.
 */
export function isSystemText(text: string): boolean {
  const colon = text.indexOf(": ");
  if (colon === -1) return true;
  return / (?:created group|changed the subject|changed their phone number) /.test(text.slice(0, colon));
}
