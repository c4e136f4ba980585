/** Troubles of the database that pass by themselves: whoever waits for an answer is told so, not that Baton is broken. */
import pg from "pg";

/** Busy: another transaction was in the way, ours was undone whole. Away: nobody knows how it ended. Full: not written. */
export type Passing = "busy" | "away" | "full";

const LOCK_NOT_AVAILABLE = "55P03";
const TOO_MANY_CONNECTIONS = "53300";
const DISK_FULL = "53100";
/** What the driver says of connections has no code. */
const BROKEN =
  /^Connection terminated|^timeout exceeded when trying to connect|is not queryable$|^Query read timeout/;
const SYSCALLS = ["connect", "read", "write"];

export function passingOf(error: unknown): Passing | null {
  if (!(error instanceof Error)) return null;
  // A fatal one ends the connection: the server is stopping, starting, or lets nobody in.
  if (error instanceof pg.DatabaseError)
    return error.severity === "FATAL" ? "away" : ofCode(error.code ?? "");
  // Calls to others fail as a TypeError of fetch; a bare one of the system's is the connection's.
  if ("syscall" in error) return SYSCALLS.includes(String(error.syscall)) ? "away" : null;
  return BROKEN.test(error.message) ? "away" : null;
}

function ofCode(code: string): Passing | null {
  if (code === DISK_FULL) return "full";
  if (code === TOO_MANY_CONNECTIONS) return "away";
  if (code === LOCK_NOT_AVAILABLE) return "busy";
  switch (code.slice(0, 2)) {
    // Deadlocks and serialization failures.
    case "40":
      return "busy";
    // Broken connections, and a server that is being stopped or started.
    case "08":
    case "57":
      return "away";
    default:
      return null;
  }
}
