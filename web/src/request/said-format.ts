/** WhatsApp's own marks in a text (*bold*, _italic_, ~struck~, ```mono```), and its links, as a tree without any markup. */

export type Said =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "struck"; parts: Said[] }
  | { kind: "mono"; text: string }
  | { kind: "link"; href: string; text: string };

const MARKS = { "*": "bold", _: "italic", "~": "struck" } as const;
type Mark = keyof typeof MARKS;

const isMark = (letter: string): letter is Mark => letter in MARKS;
const isWordPart = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
const isSpace = (letter: string | undefined): boolean => letter === undefined || /\s/u.test(letter);

/**
 * What becomes a link: an address of the web, of mail, or a full phone number. Nothing else can: what a client
 * writes never chooses another scheme.
 */
const WEB = String.raw`https?:\/\/[^\s<>"]+|www\.[^\s<>"]+\.[^\s<>"]+`;
const MAIL = String.raw`(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+`;
const PHONE = String.raw`(?:tel:)?\+\d[\d ()-]{6,18}\d`;
const LINK = new RegExp(`(?<![\\w@+])(?:${WEB}|${MAIL}|${PHONE})`, "giu");
const LINK_HERE = new RegExp(LINK.source, "iuy");
/** Closing punctuation after an address belongs to the sentence, not to the address. */
const TRAILING = /[.,;:!?)\]}'"»”’*_~]+$/u;

function splitLinks(text: string): Said[] {
  const parts: Said[] = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const shown = found[0].replace(TRAILING, "");
    if (found.index > from) parts.push({ kind: "text", text: text.slice(from, found.index) });
    parts.push({ kind: "link", href: hrefOf(shown), text: shown });
    from = found.index + shown.length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

function hrefOf(shown: string): string {
  if (/^https?:/i.test(shown)) return shown;
  if (/^www\./i.test(shown)) return `https://${shown}`;
  if (/^(tel:)?\+/i.test(shown)) return `tel:${shown.replace(/[^+\d]/g, "")}`;
  return `mailto:${shown.replace(/^mailto:/i, "")}`;
}

/** A mark opens before a letter and closes after one, within a line; anything else is an ordinary asterisk. */
function closingMark(text: string, open: number, mark: Mark): number {
  if (isWordPart(text[open - 1]) || isSpace(text[open + 1]) || text[open + 1] === mark) return -1;
  for (let at = open + 2; at < text.length && text[at] !== "\n"; at++)
    if (text[at] === mark && !isSpace(text[at - 1]) && !isWordPart(text[at + 1])) return at;
  return -1;
}

function codeEnd(text: string, at: number): { end: number; fence: number } | null {
  const fence = text.startsWith("```", at) ? 3 : 1;
  const end = text.indexOf("`".repeat(fence), at + fence);
  if (end <= at + fence) return null;
  return fence === 1 && text.slice(at, end).includes("\n") ? null : { end, fence };
}

/** Where an address runs, so that underscores within it are not taken for marks. */
function linkEnd(text: string, at: number): number {
  LINK_HERE.lastIndex = at;
  const found = LINK_HERE.exec(text);
  return found ? at + found[0].replace(TRAILING, "").length : -1;
}

/** Any letter may begin an address of mail; trying at each beginning of a word is cheap enough. */
const mayBeginLink = (letter: string): boolean => letter === "+" || /[a-z0-9]/i.test(letter);

export function parseSaid(text: string): Said[] {
  const parts: Said[] = [];
  let plainFrom = 0;
  const flush = (until: number) => {
    if (until > plainFrom) parts.push(...splitLinks(text.slice(plainFrom, until)));
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    const end = mayBeginLink(letter) && !isWordPart(text[at - 1]) ? linkEnd(text, at) : -1;
    if (end > 0) {
      at = end - 1;
    } else if (letter === "`") {
      const code = codeEnd(text, at);
      if (!code) continue;
      flush(at);
      parts.push({ kind: "mono", text: text.slice(at + code.fence, code.end) });
      at = code.end + code.fence - 1;
      plainFrom = at + 1;
    } else if (isMark(letter)) {
      const end = closingMark(text, at, letter);
      if (end < 0) continue;
      flush(at);
      parts.push({ kind: MARKS[letter], parts: parseSaid(text.slice(at + 1, end)) });
      at = end;
      plainFrom = at + 1;
    }
  }
  flush(text.length);
  return parts;
}
