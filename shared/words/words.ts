/** A message cut into words that compare well: any script, however it was typed. Pure. */

export type Word = {
  /** As it stands in the text: what a person is shown. */
  written: string;
  /** As it is compared: case, accents, vowel marks and the digits themselves gone. */
  folded: string;
  /** A mark or an emoji: a word of its own, without parts. */
  sign: boolean;
};

/**
 * Letters with their marks, digits and what stands inside words; then emojis; then the two marks that
 * tell a question and a shout. Everything else only parts words.
 */
const PIECE =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Join_Control}]|['’ʼ](?=\p{L}))*|\p{RI}\p{RI}|\p{Extended_Pictographic}|[?!؟¿]/gu;

/** Scripts that write without spaces: each letter is a word there, two make the bigram. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A letter with the marks on it. */
const LETTER = /\P{M}\p{M}*/gu;

/** A text longer than this says no more of what it is about. */
const LONGEST_TEXT = 4000;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const [piece] of text.slice(0, LONGEST_TEXT).normalize("NFKC").matchAll(PIECE)) {
    if (!/^[\p{L}\p{N}]/u.test(piece)) {
      words.push({ written: piece, folded: foldSign(piece), sign: true });
    } else if (UNSPACED.test(piece)) {
      for (const [letter] of piece.matchAll(LETTER))
        words.push({ written: letter, folded: foldWord(letter), sign: false });
    } else {
      const folded = foldWord(piece);
      if (folded) words.push({ written: piece, folded, sign: false });
    }
  }
  return words;
}

const SIGNS: Record<string, string> = { "؟": "?", "¿": "?" };
const foldSign = (sign: string): string => SIGNS[sign] ?? sign;

/** Letters that Unicode does not take apart but people write either way. */
const SAME: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  ς: "σ",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
  ٱ: "ا",
  "ँ": "ं",
};
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");

/**
 * Accents of Latin, Greek and Cyrillic; Arabic vowel marks, hamza on its seat, tatweel; the Devanagari
 * nukta; joiners. The vowel signs of Indic scripts stay: they are letters.
 */
const DROPPED =
  /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\p{Join_Control}'’ʼ]/gu;

export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  const bare = /^[a-z]+$/.test(lower)
    ? lower
    : lower
        .normalize("NFKD")
        .replace(DROPPED, "")
        .normalize("NFC")
        .replace(SAME_LETTERS, (letter) => SAME[letter] ?? letter)
        .replace(/\p{Nd}/gu, "0")
        .replace(/0{5,}/g, "00000");
  // "pleaaaase", "ayudaaaa": drawn out is the same word. Doubled letters are spelling.
  return bare.replace(/([^\d])\1{2,}/gu, "$1$1");
}
