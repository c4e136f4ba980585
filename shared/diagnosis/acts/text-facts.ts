/** What can be told of one text by its words: phrases, length, marks, language. Pure; one pass. */
import { ACTS as PHRASES } from "../../words/lexicon/acts.ts";
import { LANGUAGES } from "../../words/lexicon/languages.ts";
import { FOREIGN } from "../../words/lexicon.ts";
import type { MessageKind } from "../chat.ts";
import { MESSAGE_KINDS } from "../chat.ts";
import { AGAIN, coverOf, FACT, factOf, SMALL } from "./phrase-facts.ts";
import { type BookWord, isNext, type Start } from "./word-book.ts";

const names: string[] = [];
const named = (name: string): number => names.push(name) - 1;
const PHRASE_AT = PHRASES.map((phrase) => named(`says ${phrase}`));
const FIRST_AT = PHRASES.map((phrase) => named(`begins with ${phrase}`));
const KIND_AT = MESSAGE_KINDS.map((kind) => named(`is ${kind}`));
const LENGTH_AT = ["0", "1", "2", "3", "5", "8", "13", "25", "more"].map((size) => named(`words ${size}`));
const CONTENT_AT = ["0", "1", "2", "4", "more"].map((size) => named(`content ${size}`));
const THING = named("names a thing");
const QUESTION = named("question");
const QUESTION_AT_END = named("question at its end");
const MANY_QUESTIONS = named("several questions");
const ONLY_MARKS = named("only question marks");
const SHOUT = named("shout");
const EMOJI = named("emoji");
const ONLY_EMOJI = named("only emoji");
const FIGURE = named("figure");
const LINES = named("several lines");
const MENTION = named("mention first");
const LINK = named("link");
const SMALL_QUESTION = named("small talk and question");
const CHASE_QUESTION = named("chase and question");
const CHASE_SHORT = named("chase and nothing else");
const NEED_CONTENT = named("need and content");
const TIME_NO_QUESTION = named("time and no question");
const DONE_SHORT = named("done and little else");
/** Places of the features that a text is described with besides its words. */
export const TEXT_FEATURES: readonly string[] = names;

export type TextFacts = {
  facts: number;
  /** Places in `TEXT_FEATURES`. */
  features: number[];
  /** The language it is in: a bit each for those that explain it best, in the order of `LANGUAGES`; the bits after
   * them: `UNKNOWN_LANGUAGE`, `HARDLY_TOLD`; 0 where nothing tells. */
  languages: number;
  /** Codes of the first words that say what it is about; the longest ones tell enough. */
  content: readonly number[];
};

export const UNKNOWN_LANGUAGE = 1 << LANGUAGES.length;
/** Few of its words are in the lists of any language: another language, or names and figures. */
export const HARDLY_TOLD = UNKNOWN_LANGUAGE << 1;

const MOST = 256;
const covers = new Uint8Array(MOST);
const spoken = new Uint16Array(MOST);
const counts = new Int32Array(LANGUAGES.length);
const found: { at: number; act: number; language: number; length: number; isDoubtful: boolean }[] = [];
const done = new Uint8Array(PHRASES.length);

export function factsOf(text: string, kind: MessageKind, words: readonly BookWord[]): TextFacts {
  const length = Math.min(words.length, MOST);
  covers.fill(0, 0, length);
  spoken.fill(0, 0, length);
  counts.fill(0);
  done.fill(0);
  found.length = 0;
  let things = 0;
  for (let at = 0; at < length; at++) things += lookAt(words, at, length);
  const most = countLanguages(length);
  const features: number[] = [KIND_AT[MESSAGE_KINDS.indexOf(kind)] ?? 0];
  let facts = 0;
  for (const { at, act, language, length: covered, isDoubtful } of found) {
    if (isDoubtful && (counts[language] ?? 0) < FOREIGN * most) continue;
    const cover = coverOf[act] ?? 0;
    if (cover > 0)
      for (let step = at; step < at + covered; step++) covers[step] = (covers[step] ?? 0) | cover;
    if (at === 0 && (done[act] ?? 0) < 2) {
      features.push(FIRST_AT[act] ?? 0);
      if (done[act] === 0) features.push(PHRASE_AT[act] ?? 0);
      done[act] = 2;
    } else if (done[act] === 0) {
      features.push(PHRASE_AT[act] ?? 0);
      done[act] = 1;
    }
    facts |= factOf[act] ?? 0;
  }
  const counted = countWords(words, length);
  facts |= counted.facts;
  markFeatures(features, facts, counted, text, words);
  if (things > 0) features.push(THING);
  return {
    facts: facts | sizeFacts(counted),
    features,
    languages: languagesIn(words, length, most, counted.wordCount),
    content: contentIn(words, length),
  };
}

/** Gives how many things are named there. */
function lookAt(words: readonly BookWord[], at: number, length: number): number {
  const word = words[at];
  if (word === undefined) return 0;
  let things = 0;
  for (const start of word.alone) things += take(start, at);
  const next = at + 1 < length ? words[at + 1] : undefined;
  if (next === undefined || next.isSign) return things;
  if (word.longer !== null)
    for (const form of next.forms)
      for (const start of word.longer.get(form) ?? NONE)
        if (follows(words, at, start, 1, length)) things += take(start, at);
  for (const start of word.loose) if (follows(words, at, start, 0, length)) things += take(start, at);
  return things;
}

const NONE: readonly Start[] = [];

function follows(
  words: readonly BookWord[],
  at: number,
  { rest }: Start,
  from: number,
  length: number,
): boolean {
  for (let step = from; step < rest.length; step++) {
    const wanted = rest[step];
    if (wanted === undefined || at + 1 + step >= length || !isNext(words[at + 1 + step], wanted))
      return false;
  }
  return true;
}

/** Notes a phrase that begins there; 1 where it names a thing. */
function take({ act, language, rest, isDoubtful }: Start, at: number): number {
  if (act < 0) return 1;
  const bit = 1 << language;
  for (let covered = at; covered <= at + rest.length; covered++)
    spoken[covered] = (spoken[covered] ?? 0) | bit;
  found.push({ at, act, language, length: 1 + rest.length, isDoubtful });
  return 0;
}

function countLanguages(length: number): number {
  for (let at = 0; at < length; at++) {
    let bits = spoken[at] ?? 0;
    for (let language = 0; bits > 0; language++, bits >>= 1)
      if (bits & 1) counts[language] = (counts[language] ?? 0) + 1;
  }
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  return most;
}

type Counted = { facts: number; wordCount: number; content: number; small: number; again: number };

function countWords(words: readonly BookWord[], length: number): Counted {
  const counted: Counted = { facts: 0, wordCount: 0, content: 0, small: 0, again: 0 };
  for (let at = 0; at < length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    if (word.isSign) {
      if (word.folded === "?") counted.facts |= FACT.question;
      else if (word.folded !== "!") counted.facts |= FACT.emoji;
      continue;
    }
    counted.wordCount++;
    if (word.hasDigit) counted.facts |= FACT.figure;
    const cover = covers[at] ?? 0;
    if (cover & SMALL) counted.small++;
    if (cover & AGAIN) counted.again++;
    if (cover === 0 && (word.folded.length > 2 || word.hasDigit)) counted.content++;
  }
  return counted;
}

function sizeFacts({ wordCount, content, small }: Counted): number {
  if (wordCount === 0) return FACT.wordless;
  return (
    (small === wordCount ? FACT.onlySmallTalk : 0) |
    (content > 4 ? FACT.saysMuch : 0) |
    (content > 1 ? FACT.saysSomething : 0)
  );
}

/** How many words of content are kept of a text. */
export const MOST_CONTENT = 6;

function contentIn(words: readonly BookWord[], length: number): number[] {
  const codes: number[] = [];
  for (let at = 0; at < length && codes.length < MOST_CONTENT; at++) {
    const word = words[at];
    if (word !== undefined && !word.isSign && covers[at] === 0 && word.folded.length > 2)
      codes.push(word.code);
  }
  return codes;
}

const LENGTHS = [0, 1, 2, 3, 5, 8, 13, 25];
const CONTENTS = [0, 1, 2, 4];
const placeAmong = (sizes: readonly number[], size: number): number => {
  const at = sizes.findIndex((largest) => size <= largest);
  return at < 0 ? sizes.length : at;
};

function markFeatures(
  features: number[],
  facts: number,
  { wordCount, content, small, again }: Counted,
  text: string,
  words: readonly BookWord[],
): void {
  features.push(LENGTH_AT[placeAmong(LENGTHS, wordCount)] ?? 0);
  features.push(CONTENT_AT[placeAmong(CONTENTS, content)] ?? 0);
  const isQuestion = (facts & FACT.question) !== 0;
  if (isQuestion) {
    features.push(QUESTION);
    if (words.at(-1)?.folded === "?") features.push(QUESTION_AT_END);
    if (wordCount === 0) features.push(ONLY_MARKS);
    if (text.includes("??")) features.push(MANY_QUESTIONS);
    if (wordCount > 0 && small === wordCount) features.push(SMALL_QUESTION);
    if (facts & FACT.chase) features.push(CHASE_QUESTION);
  } else if (facts & FACT.time) features.push(TIME_NO_QUESTION);
  if (text.includes("!")) features.push(SHOUT);
  if (facts & FACT.emoji) features.push(wordCount === 0 && !isQuestion ? ONLY_EMOJI : EMOJI);
  if (facts & FACT.figure) features.push(FIGURE);
  if (text.includes("\n")) features.push(LINES);
  if (text.startsWith("@")) features.push(MENTION);
  if (text.includes("http") || text.includes("www.")) features.push(LINK);
  if (again > 0 && content <= 1) features.push(CHASE_SHORT);
  if (facts & (FACT.need | FACT.broken) && content > 1) features.push(NEED_CONTENT);
  if (facts & FACT.done && content <= 2 && !isQuestion) features.push(DONE_SHORT);
}

/** Below this share of words explained, a longer text is in no language of ours. */
const EXPLAINED = 0.4;
const ENOUGH_WORDS = 4;

function languagesIn(words: readonly BookWord[], length: number, most: number, wordCount: number): number {
  if (wordCount === 0) return 0;
  let strange = 0;
  for (let at = 0; at < length; at++) if (words[at]?.isStrange) strange++;
  if (strange > most || (strange === most && most > 0 && strange > 1)) return UNKNOWN_LANGUAGE;
  if (most === 0 || most < EXPLAINED * wordCount) return wordCount >= ENOUGH_WORDS ? HARDLY_TOLD : 0;
  let bits = 0;
  counts.forEach((count, language) => {
    if (count === most) bits |= 1 << language;
  });
  return bits;
}
