/** Which languages a chat is in, by share of its messages. Pure. */
import type { Language, Languages } from "../diagnosis.ts";
import { UNKNOWN_LANGUAGE } from "./text-facts.ts";
import type { TextStore } from "./texts.ts";

/** In the order of the phrase lists. */
const LANGUAGES: readonly Language[] = ["en", "es", "pt", "fr", "id", "ar", "hinglish", "sw", "de"];

/** Messages that fit several languages alike go to the one spoken most in the chat. */
export function sharesOf({ at, languages }: TextStore): Languages {
  const counts = new Map<number, number>();
  for (const text of at) {
    const bits = text < 0 ? 0 : (languages[text] ?? 0);
    if (bits !== 0) counts.set(bits, (counts.get(bits) ?? 0) + 1);
  }
  const sure = LANGUAGES.map((_, language) => counts.get(1 << language) ?? 0);
  const sums = LANGUAGES.map(() => 0);
  let all = 0;
  for (const [bits, count] of counts) {
    all += count;
    if (bits === UNKNOWN_LANGUAGE) continue;
    let best = -1;
    for (let language = 0; language < LANGUAGES.length; language++)
      if (bits & (1 << language) && (best < 0 || (sure[language] ?? 0) > (sure[best] ?? 0))) best = language;
    if (best >= 0) sums[best] = (sums[best] ?? 0) + count;
  }
  const shares: Languages["shares"] = {};
  if (all === 0) return { shares, unread: 0 };
  LANGUAGES.forEach((language, at) => {
    if ((sums[at] ?? 0) > 0) shares[language] = (sums[at] ?? 0) / all;
  });
  return { shares, unread: (counts.get(UNKNOWN_LANGUAGE) ?? 0) / all };
}
