/** Reads an exported chat from disk, telling how far it is. */
import { ArchiveError } from "../../shared/diagnosis/archive/archive-error.ts";
import type { Chat, DateOrder } from "../../shared/diagnosis/chat.ts";
import { openExport } from "../../shared/diagnosis/export/read-export.ts";
import { StartError } from "../start-error.ts";
import { openPath } from "./open-path.ts";

type Wanted = {
  /** Which chat, where the archive holds several. */
  chat?: string | undefined;
  order?: DateOrder | undefined;
  /** Characters read and bytes to read: close enough to each other to tell how far. */
  onProgress?: (read: number, size: number) => void;
  /** Somebody to ask which of several chats is meant. */
  choose?: ((names: readonly string[]) => Promise<string>) | undefined;
};

/** @throws StartError that says what to do */
export async function readChat(path: string, wanted: Wanted): Promise<Chat> {
  const opened = await openOrSay(path, wanted);
  const reader = openExport({
    ...(wanted.order ? { order: wanted.order } : {}),
    ...(opened.fileDate ? { fileDate: opened.fileDate } : {}),
    fileName: opened.fileName,
  });
  let read = 0;
  try {
    for await (const piece of opened.text()) {
      reader.push(piece);
      read += piece.length;
      wanted.onProgress?.(read, opened.size);
    }
  } catch (error) {
    throw asStartError(error);
  }
  const chat = reader.end();
  if (chat.messages.length === 0)
    throw new StartError(
      "No WhatsApp message was found in it. In WhatsApp open the chat, choose More, Export chat, and give that file.",
    );
  return chat;
}

async function openOrSay(path: string, wanted: Wanted): ReturnType<typeof openPath> {
  try {
    return await openPath(path, wanted.chat ? { chat: wanted.chat } : {});
  } catch (error) {
    if (error instanceof ArchiveError && error.fault === "several_chats" && wanted.choose)
      return openOrSay(path, { chat: await wanted.choose(error.choices) });
    throw asStartError(error);
  }
}

function asStartError(error: unknown): unknown {
  if (error instanceof ArchiveError) {
    const choices = error.choices.map((name) => `\n  --chat ${JSON.stringify(name)}`).join("");
    return new StartError(`${error.message}${choices}`);
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT")
    return new StartError("There is no such file. Give the path of the exported .txt or .zip.");
  if (code === "EACCES" || code === "EPERM")
    return new StartError("This file may not be read. Change its rights, or copy it to your own folder.");
  return error;
}
