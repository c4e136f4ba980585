/** A request's title from its own words. Pure. */
import { cut } from "../../words/cut.ts";
import { look } from "../../words/lexicon.ts";

const LONGEST = 60;
/** Read of a message for its title; who writes more says what it is about before that. */
const READ = 400;
/** A first sentence this short says too little alone: "Sr. Pérez.", "Listen." */
const SHORT = 24;
/** So does a whole message, unless it asks or counts: "one more thing". */
const BARE = 16;
const SAYS_ENOUGH = /[\p{N}?؟]/u;
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

/** Where the small talk it opens with ends; a whole text of nothing else ends with its last word. */
function greetingEnd(text: string): number {
  const tokens = cut(text);
  const { covers } = look(tokens);
  let end = 0;
  for (const [place, token] of tokens.entries()) {
    const at = text.indexOf(token.written, end);
    const isSmallTalk =
      token.isSign || [...(covers[place] ?? [])].some((act) => act === "greeting" || act === "filler");
    // A figure, or a word cut otherwise than it is written: what it is about begins here.
    if (!isSmallTalk || at < 0) break;
    if (token.written === "¿" || token.written === "¡") break;
    end = at + token.written.length;
  }
  return end;
}

/** At a word's end where there is one; never through the middle of a letter. */
function shorten(text: string): string {
  const letters = [...text];
  if (letters.length <= LONGEST) return text;
  const part = letters.slice(0, LONGEST - 1).join("");
  const space = part.lastIndexOf(" ");
  return `${(space > LONGEST / 2 ? part.slice(0, space) : part).replace(EDGES, "")}…`;
}
