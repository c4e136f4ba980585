/** Opens what WhatsApp's "Export chat" gives: a .txt, a .zip with or without media, or an unpacked folder. Pure. */
import { ArchiveError } from "./archive-error.ts";
import type { ByteSource, Bytes } from "./byte-source.ts";
import { fileNameOf, isChatFile, looksLikeChat, pickChat } from "./pick-chat.ts";
import { decoded } from "./text-pieces.ts";
import { isZip, readZipDirectory } from "./zip-directory.ts";
import { bytesOfEntry, piecesOf } from "./zip-entry.ts";

export type OpenedArchive = {
  /** What names the chat: the .txt, or the zip or folder where the .txt is only "_chat.txt". */
  fileName: string;
  /** When it was exported, where the file tells. */
  fileDate: Date | null;
  /** Bytes of the chat, for telling how far the reading is. */
  size: number;
  /** Names of the files beside the chat, as its messages name them; none of them is opened. */
  media: ReadonlySet<string>;
  /** The chat, piece by piece; each call begins anew. */
  text(): AsyncGenerator<string>;
};

type Limits = {
  /** Which of several chats, by the name in `ArchiveError.choices`. */
  chat?: string;
  /** Bytes of text; a gigabyte where nothing is said. */
  most?: number;
};

const MOST = 1024 * 1024 * 1024;

/** @throws ArchiveError */
export async function openArchive(source: ByteSource, limits: Limits = {}): Promise<OpenedArchive> {
  const head = await source.read(0, Math.min(source.size, 4096));
  if (isZip(head)) return openZip(source, limits);
  if (/\.(?:zip|jpe?g|png|mp4|pdf|docx?|opus)$/i.test(source.name) || isBinary(head))
    throw new ArchiveError("not_an_export");
  return opened(source.name, asFile(source), [], limits);
}

/** An unpacked export: every file in it, their names with the path. @throws ArchiveError */
export async function openFolder(
  name: string,
  sources: readonly ByteSource[],
  limits: Limits = {},
): Promise<OpenedArchive> {
  const [only, ...others] = sources.filter((source) => /\.zip$/i.test(source.name));
  if (only && others.length === 0 && !sources.some((source) => isChatFile(source.name)))
    return openArchive(only, limits);
  return choose(name, sources.map(asFile), limits);
}

type File = {
  name: string;
  size: number;
  modifiedAt: Date | null;
  bytes(most: number): AsyncGenerator<Bytes>;
};

async function openZip(source: ByteSource, limits: Limits): Promise<OpenedArchive> {
  const entries = await readZipDirectory(source);
  const files = entries
    .filter((entry) => !entry.name.endsWith("/"))
    .map((entry) => ({ ...entry, bytes: (most: number) => bytesOfEntry(source, entry, most) }));
  return choose(source.name, files, limits);
}

async function choose(outer: string, files: readonly File[], limits: Limits): Promise<OpenedArchive> {
  const candidates = files.filter((file) => isChatFile(file.name));
  const picked = limits.chat
    ? candidates.filter((file) => file.name === limits.chat)
    : pickChat(outer, candidates);
  const [chat, ...others] = picked.length > 1 ? await thoseThatLookLikeChats(picked) : picked;
  if (!chat) throw new ArchiveError("no_chat");
  if (others.length > 0)
    throw new ArchiveError(
      "several_chats",
      [chat, ...others].map((file) => file.name),
    );
  return opened(outer, chat, files, limits);
}

/** All of them when none does: somebody has to say. */
async function thoseThatLookLikeChats(files: readonly File[]): Promise<readonly File[]> {
  const found: File[] = [];
  for (const file of files.slice(0, 200)) {
    let head = "";
    for await (const piece of decoded(file.bytes(MOST))) {
      head += piece;
      if (head.length > 4000) break;
    }
    if (looksLikeChat(head)) found.push(file);
  }
  return found.length > 0 ? found : files;
}

async function opened(
  outer: string,
  chat: File,
  files: readonly File[],
  limits: Limits,
): Promise<OpenedArchive> {
  const most = limits.most ?? MOST;
  if (chat.size > most) throw new ArchiveError("too_large");
  // Locked or packed in an unknown way: said now, not halfway.
  for await (const _ of chat.bytes(most)) break;
  const own = fileNameOf(chat.name);
  return {
    fileName: /^_chat\.txt$/i.test(own) ? fileNameOf(outer) : own,
    fileDate: chat.modifiedAt,
    size: chat.size,
    media: new Set(files.filter((file) => file !== chat).map((file) => fileNameOf(file.name))),
    text: () => decoded(chat.bytes(most)),
  };
}

function asFile(source: ByteSource): File {
  const { name, size, modifiedAt } = source;
  return { name, size, modifiedAt, bytes: () => piecesOf(source, 0, size) };
}

/** No text has many of these; UTF-16, which does, begins with its mark. */
function isBinary(head: Bytes): boolean {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !isWide && head.includes(0);
}
