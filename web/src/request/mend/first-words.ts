import type { Message } from "../../../../shared/api/conversations.ts";

const LONGEST = 80;

/** A title to begin with: the first line somebody wrote, cut at a word. */
export function firstWords(messages: readonly Pick<Message, "text">[]): string {
  const line = messages.map(({ text }) => text?.trim().split("\n")[0] ?? "").find(Boolean) ?? "";
  if (line.length <= LONGEST) return line;
  const cut = line.slice(0, LONGEST);
  return cut.slice(0, cut.lastIndexOf(" ") > LONGEST / 2 ? cut.lastIndexOf(" ") : LONGEST).trimEnd();
}
