/** Words with which people greet and are polite, in every language taught. Pure. */
import { LANGUAGES } from "../../words/lexicon/languages.ts";
import { foldWord } from "../../words/words.ts";

/** What greetings and small words of courtesy go on with, by their first word. */
export const COURTESIES: ReadonlyMap<string, readonly (readonly string[])[]> = (() => {
  const phrases = new Map<string, string[][]>();
  for (const { greeting = "", filler = "" } of LANGUAGES) {
    for (const phrase of `${greeting},${filler}`.split(",")) {
      const [first, ...rest] = phrase.trim().split(/\s+/).map(foldWord);
      if (first) phrases.set(first, [...(phrases.get(first) ?? []), rest]);
    }
  }
  return phrases;
})();
