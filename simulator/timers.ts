/** Timers that all end with the simulator, or with a reset. */
export type Timers = {
  after: (ms: number, act: () => void) => () => void;
  every: (ms: number, act: () => void) => () => void;
  clear: () => void;
};

export function createTimers(): Timers {
  const stops = new Set<() => void>();
  return {
    after: (ms, act) => {
      const timer = setTimeout(() => {
        stops.delete(stop);
        act();
      }, ms);
      const stop = () => {
        clearTimeout(timer);
        stops.delete(stop);
      };
      stops.add(stop);
      return stop;
    },
    every: (ms, act) => {
      const timer = setInterval(act, ms);
      const stop = () => {
        clearInterval(timer);
        stops.delete(stop);
      };
      stops.add(stop);
      return stop;
    },
    clear: () => {
      for (const stop of [...stops]) stop();
    },
  };
}
