/** How much of what a message is about was said before, by its writer or by anybody: a new matter has new words. Pure. */
import type { Chat } from "../chat.ts";
import { MOST_CONTENT } from "./text-facts.ts";

/** What a person, and all of them together, are remembered to have spoken of lately. */
const OWN_MEMORY = 32;
const ALL_MEMORY = 96;
const SIZES = 5;
const SHARES = 3;
/** How many different answers there are. */
export const TOLD = SIZES * SHARES * SHARES;

/** Of each message a number under `TOLD`: how many words of content, how many of them its writer said before, and how
 * many anybody did. */
export function toldBefore({ messages, people }: Chat, texts: Int32Array, content: Int32Array): Uint8Array {
  const told = new Uint8Array(messages.length);
  const own = people.map(() => ({ words: new Int32Array(OWN_MEMORY), at: 0 }));
  const all = { words: new Int32Array(ALL_MEMORY), at: 0 };
  for (const { index, by } of messages) {
    const text = texts[index] ?? -1;
    if (by === null || text < 0) continue;
    const mine = own[by];
    if (mine === undefined) continue;
    let count = 0;
    let byMe = 0;
    let byAnybody = 0;
    for (let at = text * MOST_CONTENT; at < (text + 1) * MOST_CONTENT; at++) {
      const word = content[at] ?? 0;
      if (word === 0) break;
      count++;
      if (mine.words.includes(word)) byMe++;
      if (all.words.includes(word)) byAnybody++;
    }
    told[index] = (sizeOf(count) * SHARES + shareOf(byMe, count)) * SHARES + shareOf(byAnybody, count);
    for (let at = text * MOST_CONTENT; at < text * MOST_CONTENT + count; at++) {
      remember(mine, content[at] ?? 0);
      remember(all, content[at] ?? 0);
    }
  }
  return told;
}

const sizeOf = (count: number): number => (count < 3 ? count : count < 5 ? 3 : 4);
const shareOf = (part: number, all: number): number => (part === 0 ? 0 : part < all ? 1 : 2);

function remember(memory: { words: Int32Array; at: number }, word: number): void {
  memory.words[memory.at] = word;
  memory.at = (memory.at + 1) % memory.words.length;
}
