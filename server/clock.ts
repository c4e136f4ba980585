/** The only place that asks what time it is; SQL gets it as a parameter, and only tests jump. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: stories jump hours instead of sleeping. */
export function jumpingClock(start: Date): Clock & {
  forward(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): Date;
  set(to: Date): void;
} {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    forward({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
      return new Date(at);
    },
    set(to) {
      at = to.getTime();
    },
  };
}
