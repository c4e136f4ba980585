/** Markup made so that nothing from a chat can become markup: every value is escaped unless it is markup already. */
import type { Sentence } from "./sentence.ts";

export type Html = { readonly markup: string };
type Part = Html | string | number | null | false | readonly Html[];

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Characters that a page may not hold, and loose halves of others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu;

const escaped = (text: string): string =>
  text.replace(UNWRITABLE, "").replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? "";
  parts.forEach((part, at) => {
    markup += written(part) + (strings[at + 1] ?? "");
  });
  return { markup };
}

function written(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
}

/** Names run in their own direction. */
export const sentence = (pieces: Sentence): Html => ({
  markup: pieces
    .map((piece) => (typeof piece === "string" ? escaped(piece) : `<bdi>${escaped(piece.name)}</bdi>`))
    .join(""),
});

export const name = (text: string): Html => html`<bdi>${text}</bdi>`;
