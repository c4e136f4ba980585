/** Which of the text files in an export is the chat: documents that were sent may be .txt too. Pure. */

export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Leaves out what computers put beside: "__MACOSX/", "._chat.txt". */
export function isChatFile(path: string): boolean {
  return /\.txt$/i.test(path) && !path.startsWith("__MACOSX/") && !fileNameOf(path).startsWith(".");
}

/** The one that must be it, or all that may. */
export function pickChat<F extends { name: string }>(outer: string, candidates: readonly F[]): readonly F[] {
  const surely = [
    (name: string) => /^_chat\.txt$/i.test(name),
    // Android names the zip as the chat in it.
    (name: string) => bare(name) === bare(fileNameOf(outer)),
    (name: string) => /whatsapp/i.test(name),
  ];
  for (const isIt of surely) {
    const found = candidates.filter((file) => isIt(fileNameOf(file.name)));
    if (found.length > 0) return found;
  }
  return candidates;
}

/** One of its first lines begins with a date and a time, in the digits of any script. */
export function looksLikeChat(head: string): boolean {
  return head
    .split("\n")
    .slice(0, 30)
    .some((line) => HEADER.test(line.slice(0, 80)));
}

const HEADER = /^[^\p{L}\p{N}]{0,6}\p{Nd}{1,4}[^\p{L}\p{N}]{1,4}\p{Nd}{1,2}.{1,12}\p{Nd}{1,2}[:.]\p{Nd}{2}/u;

/** "WhatsApp Chat with Ana (1).zip" is the same download once more. */
function bare(name: string): string {
  return name
    .replace(/\.(?:zip|txt)$/i, "")
    .replace(/ ?\(\d+\)$/, "")
    .normalize("NFC");
}
