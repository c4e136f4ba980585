/** Which languages a chat is in, by share of its messages. Pure. */
import type { Language, Languages } from "../diagnosis.ts";
import { HARDLY_TOLD, UNKNOWN_LANGUAGE } from "./text-facts.ts";
import type { TextStore } from "./texts.ts";

/** In the order of the phrase lists. */
const LANGUAGES: readonly Language[] = ["en", "es", "pt", "fr", "id", "ar", "hinglish", "sw", "de"];

/** Every chat in a language of ours has messages full of names, figures and slang, up to this share; more of them are
 * another language. The labelled chats have 4 to 28 %, one in Moroccan Arabic has 57 %. */
const USUAL = 0.35;

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
  const hardlyTold = counts.get(HARDLY_TOLD) ?? 0;
  for (const count of counts.values()) all += count;
  const isUsual = hardlyTold <= USUAL * all;
  if (isUsual) all -= hardlyTold;
  const unread = (counts.get(UNKNOWN_LANGUAGE) ?? 0) + (isUsual ? 0 : hardlyTold);
  for (const [bits, count] of counts) {
    if (bits === UNKNOWN_LANGUAGE || bits === HARDLY_TOLD) continue;
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
  return { shares, unread: unread / all };
}
