/** Throughput of the number and pace towards one person, counted as the platform counts them. */
export type Limits = {
  /** The code of the limit that is reached, or null and the send is counted. */
  count: (
    recipient: string,
    now: number,
    limits: { throughput: number; pairLimit: boolean },
  ) => 130429 | 131056 | null;
};

const PAIR_PAUSE_MS = 6_000;
const PAIR_BURST = 45;

export function createLimits(): Limits {
  let lastSecond: number[] = [];
  const pairs = new Map<string, { left: number; at: number }>();

  return {
    count: (recipient, now, { throughput, pairLimit }) => {
      if (throughput > 0) {
        lastSecond = lastSecond.filter((at) => now - at < 1_000);
        if (lastSecond.length >= throughput) return 130429;
      }
      if (pairLimit) {
        const pair = pairs.get(recipient) ?? { left: PAIR_BURST, at: now };
        const left = Math.min(PAIR_BURST, pair.left + (now - pair.at) / PAIR_PAUSE_MS);
        pairs.set(recipient, { left: left < 1 ? left : left - 1, at: now });
        if (left < 1) return 131056;
      }
      if (throughput > 0) lastSecond.push(now);
      return null;
    },
  };
}
