/** Whether a text holds words, in any script, whatever their case and accents. Pure. */

/** Accents, Arabic vowel signs and Hebrew points: written or left out as one likes. Signs that make another word of it
 * (the vowels of Indic scripts) stay. */
const LEFT_OUT =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u09bc\u0a3c\u200b-\u200f\u2060\ufeff]/gu;

/** Letters that people write for one another, and those that no decomposition takes apart. */
const SAME: Record<string, string> = {
  ...{ ى: "ي", ی: "ي", ې: "ي", ک: "ك", ة: "ه", ۀ: "ه", ہ: "ه", ھ: "ه" },
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", "’": "'" },
};
const OTHERWISE = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");
/** The ten digits of each of these begin here. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50];
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u0e59]/gu;

/** As it is compared. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(LEFT_OUT, "")
    .replace(OTHERWISE, (letter) => SAME[letter] ?? letter)
    .replace(OTHER_DIGITS, digit)
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}

function digit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? letter : String(code - zero);
}

/** Scripts that put no space between words: a whole word cannot be told from a part. */
const NO_SPACES = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const LETTER = "[\\p{L}\\p{M}\\p{N}]";
/** "and", "with" and "the" are written onto the word in Arabic: الماء and والماء are the word ماء. */
const ARABIC_BEFORE = "(?:[وف]?(?:[بك]?ال|لل)|و)?";
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Ready to be asked about folded texts. Null when no word is left to look for. */
export function wordsMatcher(words: readonly string[], match: "word" | "part"): RegExp | null {
  const parts = [...new Set(words.map(folded))].filter(Boolean).map((word) => pattern(word, match));
  return parts.length > 0 ? new RegExp(parts.join("|"), "u") : null;
}

function pattern(word: string, match: "word" | "part"): string {
  const literal = escaped(word);
  if (match === "part" || NO_SPACES.test(word)) return literal;
  const before = /^\p{sc=Arab}/u.test(word) ? ARABIC_BEFORE : "";
  // Of a word that begins or ends with a sign ("50%") that side is open.
  const start = /^[\p{L}\p{M}\p{N}]/u.test(word) ? `(?<!${LETTER})` : "";
  const end = /[\p{L}\p{M}\p{N}]$/u.test(word) ? `(?!${LETTER})` : "";
  return `${start}${before}${literal}${end}`;
}
