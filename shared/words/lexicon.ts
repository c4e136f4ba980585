/** Looks words up in the lists of all languages at once: what each does, and which thing it names. Pure. */
import { cut, type Token } from "./cut.ts";
import { ACTS, type Act } from "./lexicon/acts.ts";
import { CONCEPTS } from "./lexicon/concepts.ts";
import { LANGUAGES } from "./lexicon/languages.ts";

export type Found = {
  /** How often each act was done. */
  acts: Map<Act, number>;
  /** Which acts cover each token. */
  covers: Set<Act>[];
  /** Things named, with the token that names them. */
  concepts: Map<string, number>;
};

type Meaning = { act: Act; language: number } | { concept: string };
/** What a phrase means, and the words after its first one; a star stands for any ending. */
export type Entry = { rest: string[]; meaning: Meaning };
type Match = { at: number; length: number; act: Act; language: number; isDoubtful: boolean };

/** By the first word of the phrase; beginnings of words apart. */
const exact = new Map<string, Entry[]>();
const beginnings = new Map<string, Entry[]>();
const SHORTEST_BEGINNING = 2;
const LONGEST_BEGINNING = 14;

function learn(phrases: string, meaning: Meaning): void {
  for (const phrase of phrases.split(",")) {
    const words = phrase.trim().split(/\s+/).filter(Boolean).flatMap(foldedWords);
    const [first, ...rest] = words;
    if (!first) continue;
    const isBeginning = first.endsWith("*");
    const index = isBeginning ? beginnings : exact;
    const key = isBeginning ? first.slice(0, -1) : first;
    const known = index.get(key);
    if (known) known.push({ rest, meaning });
    else index.set(key, [{ rest, meaning }]);
  }
}

function foldedWords(word: string): string[] {
  const isBeginning = word.endsWith("*");
  const folded = cut(isBeginning ? word.slice(0, -1) : word).map((token) => token.folded);
  const last = folded.at(-1);
  if (isBeginning && last !== undefined) folded[folded.length - 1] = `${last}*`;
  return folded;
}

LANGUAGES.forEach((phrases, language) => {
  for (const act of ACTS) learn(phrases[act] ?? "", { act, language });
});
for (const [concept, phrases] of Object.entries(CONCEPTS)) learn(phrases, { concept });

const ARABIC = /^[\u0600-\u06ff]/;

/** Arabic writes "and", "the", "with", "for" in one with the word. */
export function formsOf(word: string): string[] {
  if (!ARABIC.test(word)) return [word];
  const forms = [word];
  const bare = /^[وفبكلع]?ال(.{2,})$/.exec(word)?.[1] ?? /^[وفبل](.{3,})$/.exec(word)?.[1];
  if (bare) forms.push(bare);
  const led = /^[وف](.{3,})$/.exec(word)?.[1];
  if (led && led !== bare) forms.push(led);
  return forms;
}

function matches(token: Token | undefined, word: string): boolean {
  if (!token || token.isSign) return false;
  return formsOf(token.folded).some((form) =>
    word.endsWith("*") ? form.startsWith(word.slice(0, -1)) : form === word,
  );
}

/** A word this short stands for something else in another language: "no", "la", "si". */
export const DOUBTFUL = 4;
/** A language that explains so much less of the text than the best one is not its language. */
export const FOREIGN = 0.6;

export function look(tokens: readonly Token[]): Found {
  const concepts = new Map<string, number>();
  const matched: Match[] = [];
  tokens.forEach((token, at) => {
    if (token.isSign) return;
    for (const entry of entriesAt(token)) {
      if (!entry.rest.every((word, step) => matches(tokens[at + 1 + step], word))) continue;
      const { meaning } = entry;
      if ("concept" in meaning) {
        if (!concepts.has(meaning.concept)) concepts.set(meaning.concept, at);
      } else {
        const length = 1 + entry.rest.length;
        const isDoubtful = length === 1 && token.folded.length <= DOUBTFUL;
        matched.push({ at, length, isDoubtful, ...meaning });
      }
    }
  });
  return { ...coverage(tokens.length, matched), concepts };
}

/** All phrases that begin with the word, in any language. */
export function* entriesAt(token: Pick<Token, "folded">): Generator<Entry> {
  for (const form of formsOf(token.folded)) {
    yield* exact.get(form) ?? [];
    const longest = Math.min(form.length, LONGEST_BEGINNING);
    for (let length = SHORTEST_BEGINNING; length <= longest; length++)
      yield* beginnings.get(form.slice(0, length)) ?? [];
  }
}

function coverage(tokenCount: number, matched: readonly Match[]): Pick<Found, "acts" | "covers"> {
  const acts = new Map<Act, number>();
  const covers = Array.from({ length: tokenCount }, () => new Set<Act>());
  const explained = LANGUAGES.map(() => new Set<number>());
  for (const { at, length, language } of matched)
    for (let step = 0; step < length; step++) explained[language]?.add(at + step);
  const most = Math.max(...explained.map(({ size }) => size));
  for (const { at, length, act, language, isDoubtful } of matched) {
    if (isDoubtful && (explained[language]?.size ?? 0) < FOREIGN * most) continue;
    const isNew = !covers[at]?.has(act);
    for (let step = 0; step < length; step++) covers[at + step]?.add(act);
    if (isNew) acts.set(act, (acts.get(act) ?? 0) + 1);
  }
  return { acts, covers };
}
