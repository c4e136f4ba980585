/** What one text says, as far as the ranker cares. Pure. */
import { cut, type Token } from "./cut.ts";
import type { Act } from "./lexicon/acts.ts";
import { type Found, look } from "./lexicon.ts";

export type Said = Found & {
  tokens: Token[];
  /** Words, without marks and emojis. */
  wordCount: number;
  /** Words that say what it is about: neither small talk nor grammar. */
  content: Content[];
  /** Figures as they name something: "3b", "88213". */
  figures: Map<string, string>;
  isQuestion: boolean;
  hasEmoji: boolean;
  hasLink: boolean;
  /** The share of its words that small talk explains. */
  smallTalk: number;
};

export type Content = { word: string; written: string; grams: readonly number[] };

const SMALL_TALK: ReadonlySet<Act> = new Set<Act>([
  "thanks",
  "ok",
  "greeting",
  "farewell",
  "praise",
  "filler",
]);
/** Words that these acts cover tell what is done, not what it is about. */
const NO_CONTENT: ReadonlySet<Act> = new Set<Act>([
  ...SMALL_TALK,
  "stop",
  "yes",
  "no",
  "also",
  "chase",
  "urge",
  "time",
  "count",
  "ask",
  "asks",
]);

export function readText(text: string): Said {
  const tokens = cut(text);
  const found = look(tokens);
  const content: Content[] = [];
  const figures = new Map<string, string>();
  let wordCount = 0;
  let small = 0;
  tokens.forEach((token, at) => {
    if (token.isSign) return;
    wordCount++;
    const covers = found.covers[at] ?? new Set<Act>();
    if ([...covers].some((act) => SMALL_TALK.has(act))) small++;
    if (token.hasDigit) {
      figures.set(token.folded.replace(/[.,:/-]+/g, ""), token.written);
      return;
    }
    if (token.folded.length > 2 && ![...covers].some((act) => NO_CONTENT.has(act)))
      content.push({ word: token.folded, written: token.written, grams: gramsOf(token.folded) });
  });
  return {
    ...found,
    tokens,
    wordCount,
    content,
    figures,
    isQuestion: tokens.some(({ folded }) => folded === "?"),
    hasLink: /https?:|www\.|\b(?:t\.me|bit\.ly|wa\.me)\//i.test(text),
    hasEmoji: tokens.some(({ isSign, folded }) => isSign && folded !== "?" && folded !== "!"),
    smallTalk: wordCount === 0 ? 0 : small / wordCount,
  };
}

/** Done by words that are more than small talk: "no problem" says no "no", "pas de souci" tells of no problem. */
export const didMore = ({ covers }: Said, act: Act): boolean =>
  covers.some((acts) => acts.has(act) && ![...acts].some((other) => SMALL_TALK.has(other)));

export const did = (said: Said, act: Act): boolean => said.acts.has(act);

/** Every three letters of a word, its ends counted as letters. */
function gramsOf(word: string): number[] {
  const codes = [0, ...Array.from(word, (letter) => letter.codePointAt(0) ?? 0), 0];
  const grams: number[] = [];
  for (let at = 0; at + 2 < codes.length; at++)
    grams.push(((codes[at] ?? 0) * 1_000_003 + (codes[at + 1] ?? 0) * 1009 + (codes[at + 2] ?? 0)) | 0);
  return grams;
}

/** How alike two words are, 0 to 1, by the letters they share in a row (Dice). */
export function likeness(one: Content, other: Content): number {
  if (one.word === other.word) return 1;
  let shared = 0;
  for (const gram of one.grams) if (other.grams.includes(gram)) shared++;
  return (2 * shared) / (one.grams.length + other.grams.length);
}
