/** What is reckoned of a message once for all the requests it could belong to. Pure. */
import { ACTS } from "../diagnosis.ts";
import type { OpenThread } from "./open-thread.ts";
import type { Rows } from "./ranker.ts";
import type { Scene } from "./scene.ts";

export const SIDES = ["client", "staff", "worker"] as const;
export const GAPS = ["2 min", "10 min", "1 h", "4 h", "1 d", "3 d", "more"] as const;
const GAP_MINUTES = [2, 10, 60, 240, 1440, 4320];

export const isOver = ({ stand }: OpenThread): boolean =>
  stand === "closed" || stand === "completed" || stand === "thanked";

export type Shared = ReturnType<typeof sharedOf>;

export function sharedOf({ candidates, likeness, by, isOurs, isWorker, named }: Scene) {
  const byAge = candidates
    .map((_, at) => at)
    .sort((one, other) => lastIndexOf(candidates, other) - lastIndexOf(candidates, one));
  const places = new Uint8Array(candidates.length);
  const minePlaces = new Uint8Array(candidates.length);
  const awaitedPlaces = new Uint8Array(candidates.length);
  let [mineCount, mineOpen, awaited, alike, mineAlikeMost, most, mostAt, figureCount, overAlike] = [
    0, 0, 0, 0, 0, 0, -1, 0, 0,
  ];
  let latestMine: OpenThread | null = null;
  let latestAnswered: OpenThread | null = null;
  let isClientNamed = false;
  byAge.forEach((at, order) => {
    const thread = candidates[at];
    const shares = likeness[at];
    if (!thread || !shares) return;
    places[at] = order;
    if (!isOurs && thread.client === by) {
      minePlaces[at] = mineCount++;
      latestMine ??= thread;
      if (thread.isLastOurs) latestAnswered ??= thread;
      if (!isOver(thread)) mineOpen++;
      else overAlike = Math.max(overAlike, shares.first);
      mineAlikeMost = Math.max(mineAlikeMost, shares.words);
    }
    if (thread.isAwaited) awaitedPlaces[at] = awaited++;
    if (shares.words > 0.15) alike++;
    if (shares.words > most) [most, mostAt] = [shares.words, at];
    if (shares.figures > 0.3) figureCount++;
    if (shares.isClientNamed) isClientNamed = true;
  });
  return {
    places,
    minePlaces,
    awaitedPlaces,
    mineCount,
    mineOpen,
    awaited,
    alike,
    mineAlikeMost,
    most,
    mostAt,
    figureCount,
    overAlike,
    latestMine: latestMine as OpenThread | null,
    latestAnswered: latestAnswered as OpenThread | null,
    isClientNamed,
    side: isOurs ? (isWorker ? 2 : 1) : 0,
    namesSomebody: named.length > 0,
  };
}

const lastIndexOf = (candidates: readonly OpenThread[], at: number): number => candidates[at]?.lastIndex ?? 0;

export function gapOf(minutes: number): number {
  let at = 0;
  while (at < GAP_MINUTES.length && minutes > (GAP_MINUTES[at] ?? 0)) at++;
  return at;
}

/** A run of columns, one an act that the message does. */
export function addActs(rows: Rows, first: number, does: Float32Array): void {
  for (let act = 0; act < does.length; act++) rows.add(first + act, does[act] ?? 0);
}

const REQUEST = ACTS.indexOf("request");
const QUESTION = ACTS.indexOf("question");

export const asksForSomething = ({ does }: Scene): boolean =>
  Math.max(does[REQUEST] ?? 0, does[QUESTION] ?? 0) >= 0.5;

const BURST_MINUTES = 5;
export const isBurst = ({ before, by }: Scene): boolean =>
  before.by === by && before.minutes <= BURST_MINUTES;
