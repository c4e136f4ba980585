/** Whether a failure of recording will pass by itself, and how it is told. */
import pg from "pg";

/** Connection, conflict between transactions, lack of room, being stopped, the disk: the next try may do. */
const PASSING_CLASSES = ["08", "25", "40", "53", "55", "57", "58"];
const PASSING_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EMFILE",
]);
/** What the driver says of a broken connection has no code. */
const BROKEN = /connection|timeout|pool|not queryable|terminated/i;

/** A passing trouble is tried again for ever and never makes a delivery dead. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  if (code === null) return error.constructor === Error && BROKEN.test(error.message);
  return PASSING_CODES.has(code) || (code.length === 5 && PASSING_CLASSES.includes(code.slice(0, 2)));
}

const LONGEST_REASON = 300;

/** What failed, without anything that could be words of a person or a number of theirs (law 11). */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "An unknown failure.";
  return (error instanceof pg.DatabaseError ? ofDatabase(error) : ofProgram(error)).slice(0, LONGEST_REASON);
}

/** The database's own message may quote a row; its codes and names say enough. */
function ofDatabase({ code, table, column, constraint, routine }: pg.DatabaseError): string {
  const places = { table, column, constraint, routine };
  const named = Object.entries(places).flatMap(([what, name]) => (name ? [`${what} ${name}`] : []));
  return `Database error ${code}${named.length > 0 ? `: ${named.join(", ")}` : ""}`;
}

function ofProgram(error: Error): string {
  // Its message is made of what was read.
  if (error instanceof SyntaxError) return error.name;
  const message = error.message.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, "“…”").replace(/\d{4,}/g, "#");
  return `${error.name}: ${message}`;
}
