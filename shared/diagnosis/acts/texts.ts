/** The different texts of a chat, each read once: what it says by itself, packed. Pure. */
import type { Chat } from "../chat.ts";
import { type ActWeights, scoreText, WIDTH } from "./act-scores.ts";
import { factsOf, MOST_CONTENT } from "./text-facts.ts";
import { openBook, wordsIn } from "./word-book.ts";

export type TextStore = {
  /** Of each message, the place of its text. */
  at: Int32Array;
  facts: Int32Array;
  languages: Uint16Array;
  /** `MOST_CONTENT` for each text: codes of what it is about, 0 where there are fewer. */
  content: Int32Array;
  /** `WIDTH` for each text, in parts of `SCALE`. */
  scores: Int16Array;
};

/** Scores are kept to this part: a quarter of the memory of a plain number. */
export const SCALE = 512;
/** Longer ones hardly ever come twice. */
const LONGEST_REPEATED = 200;
const MOST_REPEATED = 500_000;

export function textsOf(chat: Chat, weights: ActWeights): TextStore {
  const at = new Int32Array(chat.messages.length);
  const numberOf = new Map<string, number>();
  const book = openBook();
  const said = new Float32Array(WIDTH);
  let room = 1024;
  let store: Columns = {
    facts: new Int32Array(room),
    languages: new Uint16Array(room),
    content: new Int32Array(room * MOST_CONTENT),
    scores: new Int16Array(room * WIDTH),
  };
  let count = 0;
  for (const { index, text, kind } of chat.messages) {
    if (kind === "system") {
      at[index] = -1;
      continue;
    }
    const key = kind === "text" ? text : `${kind}\u0000${text}`;
    const isShort = text.length <= LONGEST_REPEATED;
    const known = isShort ? numberOf.get(key) : undefined;
    if (known !== undefined) {
      at[index] = known;
      continue;
    }
    if (count === room) {
      room *= 2;
      store = grown(store, room);
    }
    const words = wordsIn(book, text);
    const { facts, features, languages, content } = factsOf(text, kind, words);
    scoreText(weights, words, features, said);
    store.facts[count] = facts;
    store.languages[count] = languages;
    store.content.set(content, count * MOST_CONTENT);
    for (let score = 0; score < WIDTH; score++)
      store.scores[count * WIDTH + score] = Math.max(-32_000, Math.min(32_000, (said[score] ?? 0) * SCALE));
    if (isShort && numberOf.size < MOST_REPEATED) numberOf.set(key, count);
    at[index] = count++;
  }
  return { at, ...store };
}

type Columns = Omit<TextStore, "at">;

function grown(store: Columns, room: number): Columns {
  const larger = {
    facts: new Int32Array(room),
    languages: new Uint16Array(room),
    content: new Int32Array(room * MOST_CONTENT),
    scores: new Int16Array(room * WIDTH),
  };
  larger.facts.set(store.facts);
  larger.languages.set(store.languages);
  larger.content.set(store.content);
  larger.scores.set(store.scores);
  return larger;
}
