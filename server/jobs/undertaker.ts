/** Decides which processes are dead: those whose count has stood still for a while of our own watching. Pure. */
import type { ProcessRow } from "./process-store.ts";

export const TICK_MS = 5_000;
/** Looks without a sign of life until a process counts as dead: 25 s, so with the tick before them under 30. */
const LOOKS = 5;

export type Finding = {
  alive: string[];
  dead: string[];
  /** Locks that belong to no living process. */
  ownerless: string[];
};

export type Undertaker = (
  rows: readonly ProcessRow[],
  lockingPools: readonly string[],
  self: string,
) => Finding;

/** Remembers what it saw from one look to the next. */
export function undertaker(): Undertaker {
  let seen = new Map<string, { beats: number; looks: number }>();
  return (rows, lockingPools, self) => {
    const next: typeof seen = new Map();
    const stillFor = (key: string, beats: number): number => {
      const before = seen.get(key);
      const looks = before && before.beats === beats ? before.looks + 1 : 0;
      next.set(key, { beats, looks });
      return looks;
    };
    const dead = rows.filter(({ id, beats }) => id !== self && stillFor(`process ${id}`, beats) >= LOOKS);
    const alive = rows.filter((row) => !dead.includes(row));
    const owned = new Set(alive.map(({ pool }) => pool));
    // A process writes its pool's name down a moment after it may have locked something.
    const ownerless = lockingPools.filter((pool) => !owned.has(pool) && stillFor(`pool ${pool}`, 0) >= LOOKS);
    seen = next;
    return {
      alive: alive.map(({ id }) => id),
      dead: dead.map(({ id }) => id),
      ownerless: [...new Set([...ownerless, ...dead.flatMap(({ pool }) => pool ?? [])])],
    };
  };
}
