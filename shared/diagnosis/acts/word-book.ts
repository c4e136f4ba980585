/** Every word of a chat is cut, folded and looked up once: people say few different ones. */
import { cut, type Token } from "../../words/cut.ts";
import type { Act as Phrase } from "../../words/lexicon/acts.ts";
import { ACTS as PHRASES } from "../../words/lexicon/acts.ts";
import { DOUBTFUL, entriesAt, formsOf } from "../../words/lexicon.ts";
import { isStranger } from "./other-languages.ts";

/** A phrase that begins with a word. `act` is its place in `PHRASES`, or -1 where it names a thing. */
export type Start = {
  act: number;
  language: number;
  rest: readonly { word: string; isBeginning: boolean }[];
  /** A single word so short that it stands for something else in another language. */
  isDoubtful: boolean;
};

export type BookWord = {
  folded: string;
  isSign: boolean;
  hasDigit: boolean;
  forms: readonly string[];
  /** Phrases of this word alone; longer ones by their second word; those whose second word may end in any way. */
  alone: readonly Start[];
  longer: ReadonlyMap<string, readonly Start[]> | null;
  loose: readonly Start[];
  /** Languages that nobody taught us and that use this word often. */
  isStrange: boolean;
  code: number;
  /** Of the word and of its parts of four letters, as codes. */
  codes: Int32Array;
  /** What the word and its parts add to each score; filled by the model when it first meets the word. */
  sums: Float32Array | null;
};

export type WordBook = { pieces: Map<string, readonly BookWord[]>; words: Map<string, BookWord> };

export const openBook = (): WordBook => ({ pieces: new Map(), words: new Map() });

/** A text longer than this says no more of what it does. */
const LONGEST_TEXT = 600;
const MOST_WORDS = 96;
const MOST_PIECES = 60_000;
const LONGEST_WORD = 24;
const PART = 4;
const SPACES = /\s+/;
const FIGURES = /[0-9]/;
const EACH_FIGURE = /[0-9]+/g;

/** The words of a text in order. Cheap for pieces met before; the book is emptied when it holds too many. */
export function wordsIn(book: WordBook, text: string): BookWord[] {
  const words: BookWord[] = [];
  for (const piece of (text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text).split(SPACES)) {
    if (piece === "") continue;
    // Which figures they are tells nothing of what is done.
    const alike = FIGURES.test(piece) ? piece.replace(EACH_FIGURE, "0") : piece;
    const known = book.pieces.get(alike) ?? learnPiece(book, alike);
    for (const word of known) words.push(word);
    if (words.length > MOST_WORDS) break;
  }
  return words;
}

function learnPiece(book: WordBook, piece: string): readonly BookWord[] {
  if (book.pieces.size >= MOST_PIECES) {
    book.pieces.clear();
    book.words.clear();
  }
  const words = cut(piece).map((token) => {
    const known = book.words.get(token.folded);
    if (known) return known;
    const word = bookWord(token);
    book.words.set(token.folded, word);
    return word;
  });
  book.pieces.set(piece, words);
  return words;
}

const numberOf = new Map<Phrase, number>(PHRASES.map((phrase, at) => [phrase, at]));

function bookWord({ folded, isSign, hasDigit }: Token): BookWord {
  const alone: Start[] = [];
  const loose: Start[] = [];
  const longer = new Map<string, Start[]>();
  if (!isSign)
    for (const { rest, meaning } of entriesAt({ folded })) {
      const named = "act" in meaning ? (numberOf.get(meaning.act) ?? -1) : -1;
      const start = {
        act: named,
        language: "act" in meaning ? meaning.language : -1,
        rest: rest.map((word) => ({ word: word.replace(/\*$/, ""), isBeginning: word.endsWith("*") })),
        isDoubtful: rest.length === 0 && folded.length <= DOUBTFUL,
      };
      const second = start.rest[0];
      if (second === undefined) alone.push(start);
      else if (second.isBeginning) loose.push(start);
      else {
        const among = longer.get(second.word);
        if (among) among.push(start);
        else longer.set(second.word, [start]);
      }
    }
  const said = hasDigit ? "0" : folded.slice(0, LONGEST_WORD);
  const code = codeOf(`w${said}`);
  const codes = [code];
  const whole = `^${said}$`;
  if (said.length > 2 && !isSign)
    for (let at = 0; at + PART <= whole.length; at++) codes.push(codeOf(`g${whole.slice(at, at + PART)}`));
  return {
    folded,
    isSign,
    hasDigit,
    forms: formsOf(folded),
    alone,
    longer: longer.size > 0 ? longer : null,
    loose,
    isStrange: isStranger(folded),
    code,
    codes: Int32Array.from(codes),
    sums: null,
  };
}

export const isNext = (
  word: BookWord | undefined,
  wanted: { word: string; isBeginning: boolean },
): boolean => {
  if (word === undefined || word.isSign) return false;
  for (const form of word.forms)
    if (wanted.isBeginning ? form.startsWith(wanted.word) : form === wanted.word) return true;
  return false;
};

/** FNV-1a, its high bits mixed into the low ones that choose a bucket. */
function codeOf(text: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  return code ^ (code >>> 15);
}

export const pairCode = (one: number, other: number): number => {
  const code = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
  return code ^ (code >>> 13);
};
