/** A message cut for the ranker: like the learner's words, but digits stay and elisions part. Pure. */
import { foldWord } from "./words.ts";

export type Token = {
  /** As the person wrote it. */
  written: string;
  folded: string;
  /** A mark or an emoji. */
  isSign: boolean;
  hasDigit: boolean;
};

/** A picture of ours in brackets, words with inner apostrophes, figures with their inner marks, emojis, marks. */
const PIECE =
  /\[[^\]\n]{2,40}\]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Join_Control}]|['’ʼ](?=\p{L})|[.,:/-](?=\p{N})(?<=\p{N}.))*|\p{RI}\p{RI}|\p{Extended_Pictographic}|[?!؟¿]/gu;

/** French and its like: "l'eau" is two words. */
const ELISION = /^(?:[ldjcnstm]|qu|jusqu|lorsqu|puisqu)['’ʼ]/iu;
const LONGEST = 1200;
const SIGNS: Record<string, string> = { "؟": "?", "¿": "?" };

export function cut(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [piece] of text.slice(0, LONGEST).normalize("NFKC").matchAll(PIECE)) {
    if (piece.startsWith("[")) {
      for (const word of piece.slice(1, -1).split(/[^\p{L}\p{N}]+/u)) if (word) tokens.push(tokenOf(word));
      continue;
    }
    if (!/^[\p{L}\p{N}]/u.test(piece)) {
      tokens.push({ written: piece, folded: SIGNS[piece] ?? piece, isSign: true, hasDigit: false });
      continue;
    }
    const elided = ELISION.exec(piece)?.[0];
    if (elided && elided.length < piece.length) {
      tokens.push(tokenOf(elided.slice(0, -1)), tokenOf(piece.slice(elided.length)));
    } else tokens.push(tokenOf(piece));
  }
  return tokens;
}

function tokenOf(written: string): Token {
  const hasDigit = /\p{N}/u.test(written);
  const folded = hasDigit
    ? western(written).toLowerCase()
    : foldWord(written.replace(/(\p{L})\1{2,}/gu, "$1"));
  return { written, folded, isSign: false, hasDigit };
}

/** Arabic, Persian and Devanagari digits are the same figures. */
function western(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = [0x30, 0x660, 0x6f0, 0x966].find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
