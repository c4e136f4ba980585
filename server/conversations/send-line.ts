/** The messages of one number that are ready to leave, each let go when the pace allows it. */
import { PROGRAMS_TURN } from "./pace-rules.ts";
import { openPaceWindow } from "./pace-window.ts";

export type Line = {
  /** Resolves when one may leave, what somebody typed first, save every fourth time; to be called when its answer is there. */
  turn(isTyped: boolean): Promise<() => void>;
  /** Those that are ready and may not leave yet. */
  waiting(): number;
  /** Those of them that somebody typed. */
  typed(): number;
  /** Messages a second, from now on. */
  allow(perSecond: number): void;
  /** So many of another process lie in the second that ends after so long. */
  carry(count: number, forMs: number): void;
  /** How many lie in the last second. */
  inside(): number;
};

export function openLine(): Line {
  const window = openPaceWindow();
  type Leave = (answered: () => void) => void;
  const typed: Leave[] = [];
  const others: Leave[] = [];
  let rate = 1;
  let left = 0;
  let timer: NodeJS.Timeout | undefined;

  function letGo(): void {
    clearTimeout(timer);
    timer = undefined;
    for (;;) {
      const now = performance.now();
      if (typed.length + others.length === 0) return;
      const waitMs = window.waitMs(now, rate);
      if (waitMs > 0) {
        timer = setTimeout(letGo, waitMs);
        return;
      }
      const arrived = window.leave(now, rate);
      left += 1;
      const first = left % PROGRAMS_TURN === 0 ? others : typed;
      const leave = first.shift() ?? typed.shift() ?? others.shift();
      leave?.(() => {
        arrived(performance.now());
        letGo();
      });
    }
  }

  return {
    turn: (isTyped) =>
      new Promise((resolve) => {
        (isTyped ? typed : others).push(resolve);
        if (!timer) letGo();
      }),
    waiting: () => typed.length + others.length,
    typed: () => typed.length,
    allow(perSecond) {
      if (perSecond === rate) return;
      rate = perSecond;
      letGo();
    },
    carry: (count, forMs) => window.carry(count, performance.now() + forMs),
    inside: () => window.inside(performance.now()),
  };
}
