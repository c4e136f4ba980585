/** Throughput of each number and pace towards one person, counted as the platform counts them. */
export type Limits = {
  /** The code of the limit that is reached, or null and the send is counted. */
  count: (
    send: { number: string; recipient: string },
    times: { now: number; pairNow: number },
    limits: { throughput: number; pairLimit: boolean },
  ) => 130429 | 131056 | null;
};

const PAIR_PAUSE_MS = 6_000;
const PAIR_BURST = 45;
const MOST_PAIRS = 100_000;

export function createLimits(): Limits {
  const numbers = new Map<string, SlidingSecond>();
  /** In the order of their last send, so that the oldest can be let go: by then its burst is whole again. */
  const pairs = new Map<string, { left: number; at: number }>();

  return {
    count: ({ number, recipient }, { now, pairNow }, { throughput, pairLimit }) => {
      const second = numbers.get(number) ?? createSlidingSecond();
      numbers.set(number, second);
      if (throughput > 0 && second.countAt(now) >= throughput) return 130429;
      if (pairLimit) {
        const key = `${number} ${recipient}`;
        const pair = pairs.get(key) ?? { left: PAIR_BURST, at: pairNow };
        const left = Math.min(PAIR_BURST, pair.left + Math.max(0, pairNow - pair.at) / PAIR_PAUSE_MS);
        pairs.delete(key);
        pairs.set(key, { left: left < 1 ? left : left - 1, at: pairNow });
        if (pairs.size > MOST_PAIRS)
          for (const oldest of pairs.keys()) {
            pairs.delete(oldest);
            break;
          }
        if (left < 1) return 131056;
      }
      if (throughput > 0) second.add(now);
      return null;
    },
  };
}

export type SlidingSecond = {
  add: (at: number) => void;
  /** How many lie in the second that ends now. */
  countAt: (now: number) => number;
};

/** A queue with a moving head: dropping the oldest costs nothing. */
export function createSlidingSecond(): SlidingSecond {
  let times: number[] = [];
  let head = 0;
  return {
    add: (at) => {
      times.push(at);
    },
    countAt: (now) => {
      while (head < times.length && (times[head] ?? now) <= now - 1_000) head += 1;
      if (head > 4_096 && head * 2 > times.length) {
        times = times.slice(head);
        head = 0;
      }
      return times.length - head;
    },
  };
}
