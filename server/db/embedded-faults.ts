/** Turns what the system or PostgreSQL complains about into one line that says what to do. */
import { StartError } from "../start-error.ts";

/** What PostgreSQL says (in English, LC_ALL=C) while another one still holds the folder. */
export const isLocked = (output: string): boolean =>
  /lock file "[^"]*" (already exists|is empty)|pre-existing shared memory block|still in use/.test(output);

/** What PostgreSQL or the system says when nothing more can be written. */
export const isFull = (text: string): boolean =>
  /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/.test(text);
const isDenied = (text: string): boolean =>
  /Read-only file system|Permission denied|Operation not permitted|EROFS|EACCES|EPERM|ENOENT[^\n]*mkdir/.test(
    text,
  );

export function anotherBaton(dataFolder: string): StartError {
  return new StartError(
    `Another Baton is using ${dataFolder}. Stop it first or set BATON_DATA to another folder.`,
  );
}

/** After a crash the pid in the lock can be any program's: PostgreSQL then holds back, and so do we. */
export function staleLock(dataFolder: string, folder: string, pid: number): StartError {
  return new StartError(
    `${dataFolder} is locked by process ${pid}, which is not PostgreSQL. If no other Baton uses the folder, here or in another container, delete ${folder}/postmaster.pid and start again.`,
  );
}

/** A start error that passes by itself once somebody has made room. */
export class DiskFull extends StartError {}

export function diskFull(dataFolder: string, cause?: unknown): StartError {
  return new DiskFull(
    `The disk that holds ${dataFolder} is full. Free at least 64 MB there and start again, or set BATON_DATA to a folder on another disk.`,
    { cause },
  );
}

/** The same for a Baton that runs, which need not be started again. */
export function waitsForRoom(dataFolder: string): StartError {
  return new DiskFull(
    `The disk that holds ${dataFolder} is full, so PostgreSQL stopped and nothing is taken in. Free at least 64 MB there: Baton goes on by itself.`,
  );
}

export function foreignOwner(dataFolder: string, uid: number): StartError {
  return new StartError(
    `${dataFolder} belongs to another user (uid ${uid}). Start Baton as that user, give the folder to yours with “chown -R”, or set BATON_DATA to another folder.`,
  );
}

/** For a failed file operation on the data folder. */
export function folderFault(dataFolder: string, error: unknown): StartError {
  if (error instanceof StartError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (isFull(text)) return diskFull(dataFolder, error);
  if (/ENOTDIR|EEXIST/.test(text)) {
    return new StartError(
      `${dataFolder} is not a folder. Remove what is there or set BATON_DATA to another folder.`,
      {
        cause: error,
      },
    );
  }
  if (isDenied(text)) {
    return new StartError(
      `Baton may not write in ${dataFolder}. Make the folder writable for the user that starts Baton, or set BATON_DATA to another folder.`,
      { cause: error },
    );
  }
  return new StartError(`The data folder ${dataFolder} cannot be used: ${text}`, { cause: error });
}

/** For a PostgreSQL or initdb that ended instead of starting; `output` is what it said. */
export function processFault(dataFolder: string, program: string, output: string): StartError {
  if (isFull(output)) return diskFull(dataFolder);
  if (/GLIBC|cannot open shared object|not found/.test(output)) {
    return new StartError(
      `The PostgreSQL that comes with Baton does not run on this system (${lastLine(output)}). Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  if (isDenied(output)) {
    return new StartError(
      `PostgreSQL may not use ${dataFolder} (${lastLine(output)}). Make the folder writable, or set BATON_DATA to another folder.`,
    );
  }
  return new StartError(
    `The embedded PostgreSQL (${program}) in ${dataFolder} did not start: ${lastLine(output)}`,
  );
}

/** PostgreSQL ends with hints; the line that matters is the last FATAL or error. */
function lastLine(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? "it said nothing";
}
