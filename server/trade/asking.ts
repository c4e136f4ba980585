/** Who changes the settings of the trade, and what every change leaves behind: a line in the audit and a word to all screens. */
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import { audit } from "../people/audit.ts";

export type Asking = { by: Actor; address: string; now: Date };
export type Subject = "category" | "area" | "team";

export async function note(
  tx: Db,
  { by, address, now }: Asking,
  what: { kind: Subject; id: number; done: string; facts?: Record<string, string | number | boolean | null> },
): Promise<void> {
  const { kind, id, done, facts = {} } = what;
  await audit(tx, { at: now, by, action: `${kind}.${done}`, subject: { kind, id }, facts, address });
  // Strips show names of categories, areas and teams; the list of people shows teams.
  await announce(tx, kind === "team" ? ["trade", "board", "people"] : ["trade", "board"]);
}

const gone = (kind: Subject): UserError =>
  new UserError("not_found", `This ${kind} is not here any more. Look at the list again.`, {
    code: `${kind}_gone`,
  });

/** The one asked for, as it was seen. @throws UserError when it is gone or somebody was faster */
export function asSeen<Row extends { id: number; version: number }>(
  rows: readonly Row[],
  id: number,
  version: number,
  kind: Subject,
): Row {
  const row = rows.find((each) => each.id === id);
  if (!row) throw gone(kind);
  if (row.version !== version)
    throw new UserError("conflict", "Somebody changed this a moment ago. Look at it again, then change it.", {
      code: "trade_changed",
    });
  return row;
}

/** One that something can be put into. @throws UserError when it cannot */
export function asTarget<Row extends { id: number; isArchived: boolean }>(
  rows: readonly Row[],
  into: number,
  from: number,
  kind: Subject,
): Row {
  const row = rows.find((each) => each.id === into);
  if (!row || row.isArchived || into === from)
    throw new UserError("bad_request", `Choose another ${kind} that is in use.`, { code: "trade_into" });
  return row;
}

export const nameTaken = (kind: Subject, name: string): UserError =>
  new UserError("conflict", `There is a ${kind} with this name already. Choose another name.`, {
    code: "name_taken",
    detail: { name },
  });

export const archivedAlready = (kind: Subject): UserError =>
  new UserError("conflict", `This ${kind} was put away. Take it back into use first.`, {
    code: "trade_archived",
  });

const UNIQUE_VIOLATION = "23505";

/** Two who choose the same name at once: the second is told as if it had come later. */
export async function named<T>(kind: Subject, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)
      throw nameTaken(kind, name);
    throw error;
  }
}
