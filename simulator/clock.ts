/** The simulator's only source of time. It can be jumped ahead, so that a test sees a window close without waiting. */
export type Clock = {
  now: () => Date;
  forward: (ms: number) => void;
  /** How far ahead of the machine's clock it is. */
  aheadMs: () => number;
};

export function startClock(aheadMs = 0): Clock {
  let ahead = aheadMs;
  return {
    now: () => new Date(Date.now() + ahead),
    forward: (ms) => {
      ahead += ms;
    },
    aheadMs: () => ahead,
  };
}

/** WhatsApp writes times as strings of whole seconds. */
export function toUnixSeconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}
