/** Which words of a chat are names: of who speaks in it, of the chat itself, and of others by their capital letter. */
import { foldWord } from "../../words/words.ts";
import type { Chat } from "../chat.ts";
import type { Languages } from "../diagnosis.ts";
import { zeroOf } from "../export/digits.ts";

export type Names = {
  /** By folded word: whose mask stands for it; null where it is a name, but of nobody in particular. */
  byWord: ReadonlyMap<string, string | null>;
  /** Names of several words by their first one, each from there on, the longest first. */
  whole: ReadonlyMap<string, readonly { name: string; mask: string }[]>;
  /** Names in scripts without spaces, which stand inside what looks like one word. */
  unspaced: { pattern: RegExp; masks: ReadonlyMap<string, string> } | null;
  /** By the last digits of those who are only a number. */
  byDigits: ReadonlyMap<string, string>;
};

const WORD = /[\p{L}\p{M}\p{Join_Control}]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** As many of the last digits tell one number from another, with or without its country. */
export const TELLING_DIGITS = 8;
/** Small words inside names: to mask them would mask half of every sentence. */
const PARTICLES: ReadonlySet<string> = new Set(
  "de del la las los el da do dos das di du des le les der die das den von van zu zum und and the of for y e i o a al ul bin ben ibn bint abu um in on no my mi".split(
    " ",
  ),
);
/** Written with a capital letter and still nobody's name. */
const NO_NAMES = new Set(
  "sir madam mam maam boss bro sis mr mrs ms miss dr sr sra srta don dona ok okay hi hello hey thanks thank whatsapp google maps morning afternoon evening good dear team god allah inshallah mungu dios deus usd aed pin otp".split(
    " ",
  ),
);
/** German writes all its nouns so: there a capital says nothing. */
const MOST_GERMAN = 0.15;
const LEAST_LETTERS = 3;

export function readNames(chat: Chat, masks: readonly string[], languages: Languages): Names {
  const byWord = new Map<string, string | null>();
  const byDigits = new Map<string, string>();
  const whole = new Map<string, { name: string; mask: string }[]>();
  const inside = new Map<string, string>();
  chat.people.forEach((name, person) => {
    const mask = masks[person] ?? "";
    const digits = digitsOf(name);
    if (digits.length >= 7) byDigits.set(digits.slice(-TELLING_DIGITS), mask);
    const first = name.match(/[\p{L}\p{M}\p{Join_Control}]+/u);
    if (first?.index !== undefined && /\s/.test(name.trim())) {
      const known = whole.get(first[0]) ?? [];
      whole.set(first[0], known);
      known.push({ name: name.slice(first.index).trim(), mask });
    }
    for (const [word] of name.matchAll(WORD)) if (UNSPACED.test(word)) inside.set(word, mask);
    for (const word of new Set(wordsOf(name))) {
      const known = byWord.get(word);
      byWord.set(word, known === undefined || known === mask ? mask : null);
    }
  });
  for (const names of whole.values()) names.sort((one, other) => other.name.length - one.name.length);
  const heard = hear(chat);
  for (const word of wordsOf(chat.title ?? ""))
    if (!byWord.has(word) && !heard.lower.has(word) && word.length >= LEAST_LETTERS) byWord.set(word, null);
  if ((languages.shares.de ?? 0) < MOST_GERMAN)
    for (const word of heard.capital)
      if (!byWord.has(word) && !heard.lower.has(word) && !isKnown(word)) byWord.set(word, null);
  return { byWord, whole, unspaced: unspacedOf(inside), byDigits };
}

/** The words of a name that may give it away. */
export const wordsOf = (name: string): string[] =>
  [...name.matchAll(WORD)]
    .map(([word]) => foldWord(word))
    .filter((word) => word.length >= 2 && !PARTICLES.has(word));

function unspacedOf(masks: ReadonlyMap<string, string>): Names["unspaced"] {
  if (masks.size === 0) return null;
  // Letters and their marks alone: none of them means anything to a pattern.
  const names = [...masks.keys()].sort((one, other) => other.length - one.length);
  return { pattern: new RegExp(names.join("|"), "gu"), masks };
}

const CAPITAL = /^\p{Lu}[\p{Ll}\p{M}'’]+$/u;
const LOWER = /^[\p{Ll}\p{M}]+$/u;
const INSIDE_SENTENCE = /[\p{Ll}\p{Nd},;)] ?$/u;

type Look = "lower" | "capital" | "other";
const lookOf = (word: string): Look =>
  LOWER.test(word) ? "lower" : word.length >= LEAST_LETTERS && CAPITAL.test(word) ? "capital" : "other";

/** Words heard in small letters, and those with a capital where no sentence begins. */
function hear({ messages }: Chat): { lower: Set<string>; capital: Set<string> } {
  // A chat has far fewer words than it has messages: each is looked at once.
  const looks = new Map<string, Look>();
  const capital = new Set<string>();
  for (const { text } of messages) {
    const found: { word: string; index: number }[] = [];
    let all = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      all++;
      let look = looks.get(word);
      if (look === undefined) {
        look = lookOf(word);
        looks.set(word, look);
      }
      if (look === "capital") found.push({ word, index });
    }
    // A line in title case tells nothing.
    if (found.length * 2 > all) continue;
    for (const { word, index } of found)
      if (INSIDE_SENTENCE.test(text.slice(Math.max(0, index - 2), index))) capital.add(foldWord(word));
  }
  const lower = new Set<string>();
  for (const [word, look] of looks) if (look === "lower") lower.add(foldWord(word));
  return { lower, capital };
}

let calendarWords: ReadonlySet<string> | null = null;

/** A day, a month, a title: capital letters that name nobody. */
function isKnown(word: string): boolean {
  calendarWords ??= readCalendarWords();
  return NO_NAMES.has(word) || PARTICLES.has(word) || calendarWords.has(word);
}

function readCalendarWords(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const tag of ["en", "es", "pt", "fr", "id", "sw", "de"])
    for (const style of ["long", "short"] as const) {
      const weekday = new Intl.DateTimeFormat(tag, { weekday: style, timeZone: "UTC" });
      const month = new Intl.DateTimeFormat(tag, { month: style, timeZone: "UTC" });
      for (let at = 0; at < 12; at++) {
        words.add(foldWord(weekday.format(Date.UTC(2026, 0, 1 + at)).replace(/\P{L}/gu, "")));
        words.add(foldWord(month.format(Date.UTC(2026, at, 1)).replace(/\P{L}/gu, "")));
      }
    }
  return words;
}

/** Digits of any script as western ones. */
export function digitsOf(text: string): string {
  let digits = "";
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const zero = zeroOf(code);
    if (zero > 0) digits += String(code - zero);
  }
  return digits;
}
