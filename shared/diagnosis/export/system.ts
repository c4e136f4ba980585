/** WhatsApp's own lines: created, joined, left, number changed, encryption. Pure. */
import { SYSTEM_PHRASES } from "./system-words.ts";

/** Scripts that write without spaces, and Korean, whose endings cling to names. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const CLOSED_BY: Record<string, string> = {
  ...{
    '"': '"',
    "“": "”“",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "”": "”",
    "‘": "’",
    "‚": "‘",
  },
};

/** By their longest word: a line is looked through by its words, not by the list. */
const SPACED = new Map<string, string[]>();
const TIGHT: string[] = [];
for (const row of Object.values(SYSTEM_PHRASES)) {
  for (const phrase of row.split("|")) {
    if (UNSPACED.test(phrase)) TIGHT.push(phrase);
    else {
      const longest = phrase.split(" ").reduce((a, b) => (b.length > a.length ? b : a));
      const known = SPACED.get(longest);
      if (known) known.push(phrase);
      else SPACED.set(longest, [phrase]);
    }
  }
}

/** Longer is nobody's name. */
const LONGEST_NAME = 300;

/**
 * Whether a line without its date is WhatsApp's own rather than somebody's: it names nobody, or what stands before its
 * first ": " is no name ('Ana changed the subject from "a: b" to "c"'). For a line that names somebody the answer hangs
 * on those words alone, save for a quotation left open in them, and may be remembered for the name.
 */
export function isSystemText(text: string): boolean {
  const colon = text.indexOf(": ");
  if (colon === -1) return !(text.length > 1 && text.endsWith(":")) || saysSystem(text);
  if (colon === 0) return false;
  if (colon > LONGEST_NAME) return true;
  const head = text.slice(0, colon);
  return saysSystem(head) || opensQuotation(head, text);
}

/** Whether one of the phrases of WhatsApp's own lines stands in it. */
export function saysSystem(head: string): boolean {
  if (head.includes(" ")) {
    for (const word of head.split(" ")) {
      for (const phrase of SPACED.get(word) ?? []) if (head.includes(phrase)) return true;
    }
  }
  return UNSPACED.test(head) && TIGHT.some((phrase) => head.includes(phrase));
}

/** In any language: a quotation opened before the colon and closed after it holds a subject, not a message. */
function opensQuotation(head: string, text: string): boolean {
  for (let place = head.length - 1; place > 1; place -= 1) {
    const closing = CLOSED_BY[head.charAt(place)];
    if (!closing) continue;
    // Only behind a space or where words are not parted, and nothing closes it within the name.
    const isOpening = head.charAt(place - 1) === " " || UNSPACED.test(head.charAt(place - 1));
    if (!isOpening || [...closing].some((mark) => head.indexOf(mark, place + 1) !== -1)) return false;
    const line = text.indexOf("\n");
    const end = line === -1 ? text.length : line;
    return [...closing].some((mark) => {
      const found = text.indexOf(mark, head.length);
      return found !== -1 && found < end;
    });
  }
  return false;
}
