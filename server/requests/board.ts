/** The board: every state as a column, its figures, and its first strips. */
import type { z } from "zod";
import type { Board, BoardColumn, BoardQuery } from "../../shared/api/requests.ts";
import { isOpen, OPEN_STATES, STATES, type State } from "../../shared/request.ts";
import type { Database } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import {
  countStates,
  listNewestOver,
  listNewestOverAfter,
  listSoonest,
  listSoonestAfter,
  type Place,
  type Scope,
  type StateCount,
} from "./board-store.ts";
import { stripsByIds } from "./strips.ts";

const FIRST = 50;
/** What is over stays on the board this long. */
const OVER_MS = 7 * 24 * 3_600_000;
const OVER_STATES = ["closed", "cancelled"] as const;

type Query = z.infer<typeof BoardQuery>;

/** Three short rounds: figures, order, strips. Each reads only what is open, and the last days of what is over. */
export async function readBoard(db: Database, actor: Actor, query: Query, now: Date): Promise<Board> {
  const accountId = accountOf(actor);
  const scope = scopeOf(actor, query);
  const overSince = new Date(now.getTime() - OVER_MS);
  const [counts, soonest, over] = await Promise.all([
    countStates(db, scope, now, accountId, overSince),
    listSoonest(db, scope, OPEN_STATES, FIRST + 1),
    listNewestOver(db, scope, OVER_STATES, overSince, FIRST + 1),
  ]);
  const places = Map.groupBy([...soonest, ...over], (place) => place.state);
  const shown = STATES.flatMap((state) => (places.get(state) ?? []).slice(0, FIRST));
  const strips = Map.groupBy(
    await stripsByIds(
      db,
      shown.map((place) => place.id),
      accountId,
    ),
    (strip) => strip.state,
  );
  const open = counts.filter((count) => isOpen(count.state));
  const sum = (figure: "count" | "late" | "broken" | "inYourHands") =>
    open.reduce((total, count) => total + count[figure], 0);
  return {
    columns: STATES.map((state) => ({
      ...figuresOf(counts, state),
      strips: strips.get(state) ?? [],
      next: nextOf(places.get(state) ?? []),
    })),
    open: sum("count"),
    inYourHands: sum("inYourHands"),
    late: sum("late"),
    broken: sum("broken"),
  };
}

/** The next strips of one column. */
export async function readColumn(
  db: Database,
  actor: Actor,
  state: State,
  query: Query & { after?: string | undefined },
  now: Date,
): Promise<BoardColumn> {
  const accountId = accountOf(actor);
  const scope = scopeOf(actor, query);
  const overSince = new Date(now.getTime() - OVER_MS);
  const after = query.after === undefined ? null : placeFromText(state, query.after);
  const find = (): Promise<Place[]> => {
    if (isOpen(state))
      return after
        ? listSoonestAfter(db, scope, after, FIRST + 1)
        : listSoonest(db, scope, [state], FIRST + 1);
    return after
      ? listNewestOverAfter(db, scope, after, overSince, FIRST + 1)
      : listNewestOver(db, scope, [state], overSince, FIRST + 1);
  };
  const [counts, places] = await Promise.all([countStates(db, scope, now, accountId, overSince), find()]);
  const ids = places.slice(0, FIRST).map((place) => place.id);
  return {
    ...figuresOf(counts, state),
    strips: await stripsByIds(db, ids, accountId),
    next: nextOf(places),
  };
}

export const accountOf = (actor: Actor): number | null => (actor.kind === "account" ? actor.id : null);

/** A program holds nothing: asked for its own, it gets what account 0 holds, which is nobody's. */
function scopeOf(actor: Actor, { scope, teamId, categoryId, areaId }: Query): Scope {
  const accountId = accountOf(actor) ?? 0;
  const filed = { categoryId: categoryId ?? null, areaId: areaId ?? null };
  switch (scope) {
    case "all":
      return { kind: "all", filed };
    case "mine":
      return { kind: "mine", accountId, filed };
    case "team":
      return teamId === undefined ? { kind: "my_teams", accountId, filed } : { kind: "team", teamId, filed };
    default:
      return scope satisfies never;
  }
}

function figuresOf(counts: readonly StateCount[], state: State) {
  const found = counts.find((count) => count.state === state);
  return { state, count: found?.count ?? 0, late: found?.late ?? 0 };
}

/** Where the next page starts: after the last strip shown, when there is one more. */
function nextOf(places: readonly Place[]): string | null {
  const last = places[FIRST - 1];
  return places.length > FIRST && last ? `${last.at.getTime()}.${last.id}` : null;
}

function placeFromText(state: State, text: string): Place {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  if (!match) throw new UserError("bad_request", "This page of the column is not known. Start from its top.");
  return { state, at: new Date(Number(match[1])), id: Number(match[2]) };
}
