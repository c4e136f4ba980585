/** What was chosen or dropped, folders opened, as files with their paths. */
import type { ChosenFile } from "./talk.ts";

export const chosenFiles = (files: Iterable<File>): ChosenFile[] =>
  relevant([...files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));

/** To be called while the drop is handled: afterwards the browser forgets what was dropped. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  const found = await Promise.all(
    entries.map((entry, place) => {
      const file = files[place];
      if (entry?.isDirectory) return filesIn(entry);
      return file ? [{ file, path: file.name }] : [];
    }),
  );
  return relevant(found.flat());
}

/** Photos and voice notes beside a chat are not read; one file alone is told what is wrong with it. */
function relevant(files: ChosenFile[]): ChosenFile[] {
  const chats = files.filter(({ path }) => /\.(?:txt|zip)$/i.test(path));
  return chats.length > 0 ? chats : files.slice(0, 1);
}

async function filesIn(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: entry.fullPath.replace(/^\//, "") }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const inside: FileSystemEntry[] = [];
  // A reader gives a hundred at a time, and none when it is through.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map(filesIn))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
