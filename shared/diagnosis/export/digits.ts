/** Digits of every script that a phone's clock may be set to, and the marks that stand between them unseen. Pure. */

/** The zeros: western, Arabic-Indic, Persian, N'Ko, Devanagari, Bengali and on. The nine others follow each. */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
  0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
  0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

export const PERSIAN_ZERO = 0x6f0;

/** The zero of the script that `code` is a digit of; 0 when it is no digit. */
export function zeroOf(code: number): number {
  if (code < 0x30) return 0;
  if (code < 0x3a) return 0x30;
  if (code < 0x660) return 0;
  for (const zero of ZEROS) if (code >= zero && code < zero + 10) return zero;
  return 0;
}

/** Marks of direction and a byte-order mark: they show nothing and may stand anywhere. */
export const isMark = (code: number): boolean =>
  code >= 0x61c &&
  (code === 0x61c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff);

const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SPACES = /[\s\u00a0\u202f]+/g;

/** A name or a line without marks of direction, each run of spaces of any kind one plain space. */
export const withoutMarks = (text: string): string => text.replace(MARKS, "").replace(SPACES, " ").trim();
