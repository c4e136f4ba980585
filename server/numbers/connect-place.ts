/** A number on its way: read with what is needed to ask the Graph, changed under a lock, shown. */
import type { Connection } from "../../shared/api/connecting.ts";
import type { CheckName, CheckResult, ConnectStep } from "../../shared/connecting.ts";
import { checkOf, STEP_CHECKS } from "../../shared/connecting.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { System } from "../system.ts";
import type { GraphPlace } from "../whatsapp/graph.ts";
import { findConnection, lockConnection, type StoredConnection, writeConnection } from "./connect-store.ts";
import { viewOf } from "./connect-view.ts";
import type { Numbers } from "./directory.ts";
import { findStored, type StoredNumber } from "./store.ts";

export type ConnectParts = { system: System; numbers: Numbers };
export type Place = { row: StoredConnection; number: StoredNumber | null; graph: GraphPlace };

export async function find({ system }: ConnectParts, id: number): Promise<StoredConnection> {
  const row = await findConnection(system.db, id);
  if (!row) throw gone();
  return row;
}

export async function placeOf(parts: ConnectParts, id: number): Promise<Place> {
  const { system } = parts;
  const row = await find(parts, id);
  const number = row.numberId === null ? null : await findStored(system.db, row.numberId);
  const accessToken = open(system, row.accessTokenSealed) ?? open(system, number?.accessTokenSealed ?? null);
  if (!accessToken) throw tokenFirst();
  return { row, number, graph: { graphUrl: row.graphUrl, graphVersion: row.graphVersion, accessToken } };
}

export async function withNumber(parts: ConnectParts, id: number): Promise<Place & { number: StoredNumber }> {
  const { number, ...place } = await placeOf(parts, id);
  if (!number) throw new UserError("conflict", "Choose the number first.", { code: "number_first" });
  return { ...place, number };
}

export async function keep(
  { system }: ConnectParts,
  id: number,
  change: (row: StoredConnection, tx: Db) => Promise<void>,
): Promise<Connection> {
  const row = await system.db.transaction(async (tx) => {
    const locked = await lockConnection(tx, id);
    if (!locked) throw gone();
    await change(locked, tx);
    await writeConnection(tx, locked);
    return locked;
  });
  return viewOf(system, row);
}

/** What was found replaces all that was known of a step, but for what is to stay. */
export function note(
  row: StoredConnection,
  step: ConnectStep,
  checks: readonly CheckResult[],
  stays: readonly CheckName[] = [],
): void {
  for (const name of STEP_CHECKS[step]) if (!stays.includes(name)) delete row.checks[name];
  for (const check of checks) row.checks[checkOf(check.code)] = check;
}

/** The token was refused a moment ago and works now. */
export function clearRefusal(row: StoredConnection): void {
  const { token } = row.checks;
  if (token && ["graph_unreachable", "graph_busy", "graph_not_there"].includes(token.code))
    delete row.checks.token;
}

export const open = ({ seal }: System, sealed: Buffer | null): string | null => sealed && seal.open(sealed);
export const tokenFirst = (): UserError =>
  new UserError("conflict", "Enter the access token first.", { code: "token_first" });
export const tokenAgain = (): UserError =>
  new UserError("conflict", "Enter the access token again: the one that is kept goes to no other address.", {
    code: "token_again",
  });
export const gone = (): UserError =>
  new UserError(
    "not_found",
    "This was finished or given up elsewhere. Begin again, or look at the numbers.",
    {
      code: "connection_gone",
    },
  );
