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

type Meaning = { act: Act } | { concept: string };
type Entry = { rest: string[]; meaning: Meaning };

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

for (const language of LANGUAGES)
  for (const act of ACTS) {
    const phrases = language[act];
    if (phrases) learn(phrases, { act });
  }
for (const [concept, phrases] of Object.entries(CONCEPTS)) learn(phrases, { concept });

const ARABIC = /^[\u0600-\u06ff]/;

/** Arabic writes "and", "the", "with", "for" in one with the word. */
function formsOf(word: string): string[] {
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

export function look(tokens: readonly Token[]): Found {
  const acts = new Map<Act, number>();
  const covers = tokens.map(() => new Set<Act>());
  const concepts = new Map<string, number>();
  const take = (entry: Entry, at: number): void => {
    for (let step = 0; step < entry.rest.length; step++)
      if (!matches(tokens[at + 1 + step], entry.rest[step] ?? "")) return;
    const { meaning } = entry;
    if ("concept" in meaning) {
      if (!concepts.has(meaning.concept)) concepts.set(meaning.concept, at);
      return;
    }
    acts.set(meaning.act, (acts.get(meaning.act) ?? 0) + 1);
    for (let step = 0; step <= entry.rest.length; step++) covers[at + step]?.add(meaning.act);
  };
  tokens.forEach((token, at) => {
    if (token.isSign) return;
    for (const form of formsOf(token.folded)) {
      for (const entry of exact.get(form) ?? []) take(entry, at);
      const longest = Math.min(form.length, LONGEST_BEGINNING);
      for (let length = SHORTEST_BEGINNING; length <= longest; length++)
        for (const entry of beginnings.get(form.slice(0, length)) ?? []) take(entry, at);
    }
  });
  return { acts, covers, concepts };
}
