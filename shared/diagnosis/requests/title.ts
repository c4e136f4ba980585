/** A request's title from its own words. Pure. */
import { foldWord } from "../../words/words.ts";
import { COURTESIES } from "./courtesies.ts";

const LONGEST = 60;
/** Read of a message for its title; who writes more says what it is about before that. */
const READ = 400;
/** A first sentence this short says too little alone: "Sr. Pérez.", "Listen." */
const SHORT = 24;
/** So does a whole message, unless it asks or counts: "one more thing". */
const BARE = 16;
const SAYS_ENOUGH = /[\p{N}?؟]/u;
/** No greeting is longer, names and all. */
const GREETING = 60;
const EDGES = /^[\s,.;:!?؟،؛…*_~–—-]+|[\s.!,;:،؛。।…*_~]+$/gu;
const SENTENCE = /^.*?[.!?؟。।](?=\s|$)/u;
const SPACE = /\s+/gu;

/** The first of the texts that says more than a greeting, without the greeting, cut at a word's end; "" if none does. */
export function titleOf(texts: readonly string[]): string {
  let short = "";
  for (const text of texts) {
    const title = firstWords(text.slice(0, READ).replace(SPACE, " ").trim());
    if (title.length >= BARE || SAYS_ENOUGH.test(title)) return title;
    short ||= title;
  }
  return short || shorten((texts[0] ?? "").slice(0, READ).replace(SPACE, " ").trim());
}

function firstWords(text: string): string {
  const bare = text.slice(greetingEnd(text)).replace(EDGES, "");
  const sentence = SENTENCE.exec(bare)?.[0] ?? bare;
  return shorten((sentence.length < SHORT ? bare : sentence).replace(EDGES, ""));
}

/** Where the small talk it opens with ends. */
function greetingEnd(text: string): number {
  let end = 0;
  /** Of each phrase that the last words may still become, what is left of it. */
  let begun: readonly (readonly string[])[] = [[]];
  for (const { 0: word, index } of text.slice(0, GREETING).matchAll(WORD)) {
    const folded = foldWord(word);
    const onward = begun.filter(([next]) => next === folded).map(([, ...rest]) => rest);
    const anew = isComplete(begun) ? (COURTESIES.get(folded) ?? []) : [];
    begun = [...onward, ...anew];
    if (begun.length === 0) break;
    if (isComplete(begun)) end = index + word.length;
  }
  return end;
}
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

const isComplete = (begun: readonly (readonly string[])[]): boolean =>
  begun.some((rest) => rest.length === 0);

/** At a word's end where there is one; never through the middle of a letter. */
function shorten(text: string): string {
  const letters = [...text];
  if (letters.length <= LONGEST) return text;
  const part = letters.slice(0, LONGEST - 1).join("");
  const space = part.lastIndexOf(" ");
  return `${(space > LONGEST / 2 ? part.slice(0, space) : part).replace(EDGES, "")}…`;
}
