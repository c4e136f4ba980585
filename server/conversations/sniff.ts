/** What a file is by its bytes. What its sender or WhatsApp calls it decides nothing. */
import { Readable } from "node:stream";
import { fileTypeFromStream } from "file-type";
import type { MediaFiles } from "./media-files.ts";
import { UNTOLD } from "./media-rules.ts";

export async function sniff(files: MediaFiles, storedAs: string): Promise<string> {
  const bytes = files.read(storedAs);
  try {
    return (await fileTypeFromStream(Readable.toWeb(bytes)))?.mime ?? UNTOLD;
  } finally {
    bytes.destroy();
  }
}
