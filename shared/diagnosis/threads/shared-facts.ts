/** What is reckoned of a message once for all the requests it could belong to. Pure. */
import { ACTS } from "../diagnosis.ts";
import { type OpenThread, STANDS } from "./open-thread.ts";
import type { Sheet } from "./ranker.ts";
import type { Scene } from "./scene.ts";

export const SIDES = ["client", "staff", "worker"] as const;
export const GAPS = ["2 min", "10 min", "1 h", "4 h", "1 d", "3 d", "more"] as const;
const GAP_MINUTES = [2, 10, 60, 240, 1440, 4320];

/** How it stands and since when, in one: an answered question of yesterday is over, one of this minute is not. */
const SPELLS = ["1 h", "12 h", "36 h", "more"] as const;
export const STANDS_FOR: readonly string[] = STANDS.flatMap((stand) =>
  SPELLS.map((spell) => `${stand}, ${spell}`),
);
export function standFor({ stand }: OpenThread, minutes: number): number {
  const spell = minutes <= 60 ? 0 : minutes <= 720 ? 1 : minutes <= 2160 ? 2 : 3;
  return STANDS.indexOf(stand) * SPELLS.length + spell;
}

export const isOver = ({ stand }: OpenThread): boolean =>
  stand === "closed" || stand === "completed" || stand === "thanked";

export type Shared = {
  /** 0 client, 1 staff, 2 worker: who speaks. */
  side: number;
  /** Of each candidate, how many were touched later: of all, of the client's own, of those that wait for us. */
  places: Uint8Array;
  minePlaces: Uint8Array;
  awaitedPlaces: Uint8Array;
  /** How many are the client's own, of these how many are not over; how many wait for us. */
  mineCount: number;
  mineOpen: number;
  awaited: number;
  /** How many share words; the most words shared and where; how many share a figure. */
  alike: number;
  most: number;
  mostAt: number;
  figureCount: number;
  mineAlikeMost: number;
  overAlike: number;
  latestMine: OpenThread | null;
  latestAnswered: OpenThread | null;
  isClientNamed: boolean;
  namesSomebody: boolean;
};

const MOST = 256;
const order = new Int32Array(MOST);
const [places, minePlaces, awaitedPlaces] = [
  new Uint8Array(MOST),
  new Uint8Array(MOST),
  new Uint8Array(MOST),
];

/** Holds until it is asked for the next message. */
export function sharedOf({ candidates, likeness, by, isOurs, isWorker, named }: Scene): Shared {
  orderByAge(candidates);
  const shared: Shared = {
    side: isOurs ? (isWorker ? 2 : 1) : 0,
    places,
    minePlaces,
    awaitedPlaces,
    mineCount: 0,
    mineOpen: 0,
    awaited: 0,
    alike: 0,
    most: 0,
    mostAt: -1,
    figureCount: 0,
    mineAlikeMost: 0,
    overAlike: 0,
    latestMine: null,
    latestAnswered: null,
    isClientNamed: false,
    namesSomebody: named.length > 0,
  };
  for (let nth = 0; nth < candidates.length; nth++) {
    const at = order[nth] ?? 0;
    const thread = candidates[at];
    const shares = likeness[at];
    if (!thread || !shares) continue;
    places[at] = nth;
    if (!isOurs && thread.client === by) {
      minePlaces[at] = shared.mineCount++;
      shared.latestMine ??= thread;
      if (thread.isLastOurs) shared.latestAnswered ??= thread;
      if (isOver(thread)) shared.overAlike = Math.max(shared.overAlike, shares.first);
      else shared.mineOpen++;
      shared.mineAlikeMost = Math.max(shared.mineAlikeMost, shares.words);
    }
    if (thread.isAwaited) awaitedPlaces[at] = shared.awaited++;
    if (shares.words > 0.15) shared.alike++;
    if (shares.words > shared.most) {
      shared.most = shares.words;
      shared.mostAt = at;
    }
    if (shares.figures > 0.3) shared.figureCount++;
    if (shares.isClientNamed) shared.isClientNamed = true;
  }
  return shared;
}

/** The last touched one first. */
function orderByAge(candidates: readonly OpenThread[]): void {
  for (let at = 0; at < candidates.length; at++) {
    const age = candidates[at]?.lastIndex ?? 0;
    let place = at;
    while (place > 0 && (candidates[order[place - 1] ?? 0]?.lastIndex ?? 0) < age) {
      order[place] = order[place - 1] ?? 0;
      place--;
    }
    order[place] = at;
  }
}

export function gapOf(minutes: number): number {
  let at = 0;
  while (at < GAP_MINUTES.length && minutes > (GAP_MINUTES[at] ?? 0)) at++;
  return at;
}

/** A run of columns, one an act that the message does, by how sure it is: the surer the main one, the less the others. */
export function addActs(rows: Sheet, first: number, { act, also, reading }: Scene): void {
  rows.add(first + act, 0.3 + 0.7 * reading.confidence);
  for (const other of also) if (other !== act) rows.add(first + other, 0.2 + 0.5 * (1 - reading.confidence));
}

const REQUEST = ACTS.indexOf("request");
const QUESTION = ACTS.indexOf("question");

export const asksForSomething = ({ act, also }: Scene): boolean =>
  act === REQUEST || act === QUESTION || also.includes(REQUEST) || also.includes(QUESTION);

const BURST_MINUTES = 5;
export const isBurst = ({ before, by }: Scene): boolean =>
  before.by === by && before.minutes <= BURST_MINUTES;
