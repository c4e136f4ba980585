/** The messages of one number that are ready to leave, each let go when the pace allows it. */
import { openPaceWindow } from "./pace-window.ts";

export type Line = {
  /** Resolves when one may leave; to be called when its answer is there. */
  turn(): Promise<() => void>;
  /** Those that are ready and may not leave yet. */
  waiting(): number;
  /** Messages a second, from now on. */
  allow(perSecond: number): void;
  /** So many of another process lie in the second that ends after so long. */
  carry(count: number, forMs: number): void;
  /** How many lie in the last second. */
  inside(): number;
};

export function openLine(): Line {
  const window = openPaceWindow();
  const waiting: ((answered: () => void) => void)[] = [];
  let rate = 1;
  let timer: NodeJS.Timeout | undefined;

  function letGo(): void {
    clearTimeout(timer);
    timer = undefined;
    for (;;) {
      const now = performance.now();
      if (waiting.length === 0) return;
      const waitMs = window.waitMs(now, rate);
      if (waitMs > 0) {
        timer = setTimeout(letGo, waitMs);
        return;
      }
      const arrived = window.leave(now, rate);
      waiting.shift()?.(() => {
        arrived(performance.now());
        letGo();
      });
    }
  }

  return {
    turn: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (!timer) letGo();
      }),
    waiting: () => waiting.length,
    allow(perSecond) {
      if (perSecond === rate) return;
      rate = perSecond;
      letGo();
    },
    carry: (count, forMs) => window.carry(count, performance.now() + forMs),
    inside: () => window.inside(performance.now()),
  };
}
