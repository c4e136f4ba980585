/**
 * An error as the log may hold it. The database and JSON.parse quote values in their messages ("Key (phone)=(…)
 * already exists"), and those may be somebody's words or number (law 11): such messages stay out, the place in
 * the code and the codes stay in.
 */
import pg from "pg";

export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.match(/^\s+at .+$/gm)?.map((frame) => frame.trim()) ?? [];
  return {
    type: error.name,
    ...("code" in error && { code: error.code }),
    ...(error instanceof pg.DatabaseError
      ? { table: error.table, column: error.column, constraint: error.constraint, routine: error.routine }
      : !quotesValues(error) && { message: error.message }),
    ...("issues" in error && { issues: placesOf(error.issues) }),
    stack: frames,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Errors whose message is made of what was read. */
const quotesValues = (error: Error): boolean => error instanceof SyntaxError || "issues" in error;

/** Where a schema was not met and how, without what was there. */
function placesOf(issues: unknown): string[] {
  if (!Array.isArray(issues)) return [];
  return issues.slice(0, 5).map((issue: { path?: unknown[]; code?: unknown }) => {
    const path = (issue.path ?? []).filter((part) => /^[a-z]\w{0,30}$/i.test(String(part)));
    return `${path.join(".")}: ${String(issue.code)}`;
  });
}
