/**
 * The simulator's only source of time. It can be jumped ahead, and made to stand, so that a test sees a window close to the
 * second without waiting.
 */
export type Clock = {
  now: () => Date;
  forward: (ms: number) => void;
  /** Stands there until it is moved; null: it runs on from where it stood. */
  standAt: (at: Date | null) => void;
  isStanding: () => boolean;
  /** How far ahead of the machine's clock it is. */
  aheadMs: () => number;
};

export function startClock(aheadMs = 0): Clock {
  let ahead = aheadMs;
  let standing: number | null = null;
  const at = () => standing ?? Date.now() + ahead;
  return {
    now: () => new Date(at()),
    forward: (ms) => {
      if (standing === null) ahead += ms;
      else standing += ms;
    },
    standAt: (wanted) => {
      if (wanted === null) ahead = at() - Date.now();
      standing = wanted?.getTime() ?? null;
    },
    isStanding: () => standing !== null,
    aheadMs: () => at() - Date.now(),
  };
}

/** WhatsApp writes times as strings of whole seconds. */
export function toUnixSeconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}
