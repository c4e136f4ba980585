/** Marks the words that spoke for a suggestion where the client wrote them. */
import { type RefObject, useLayoutEffect } from "react";
import { findWords } from "./spoken-words.ts";

const NAME = "spoke";

/** By the browser's own highlights: nothing in the message becomes an element. Without them the words stand plain. */
export function useSpokenWords(place: RefObject<HTMLElement | null>, words: readonly string[]): void {
  useLayoutEffect(() => {
    if (!place.current || words.length === 0 || typeof Highlight === "undefined") return;
    const walker = document.createTreeWalker(place.current, NodeFilter.SHOW_TEXT);
    const ranges: Range[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { from, to } of findWords(node.textContent ?? "", words)) {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
    CSS.highlights.set(NAME, new Highlight(...ranges));
    return () => void CSS.highlights.delete(NAME);
  }, [place, words]);
}
