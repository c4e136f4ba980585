/** Four weeks of hours laid over each other: one week, in the reader's own time. Pure. */

const HOUR_MS = 3_600_000;

export type Heat = {
  /** Seven days from Monday, each of 24 hours: how many came in, in all. */
  days: number[][];
  most: number;
  total: number;
};

export function heatOf(traffic: readonly (readonly [hour: number, cameIn: number, wentOut: number])[]): Heat {
  const days = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  let most = 0;
  let total = 0;
  for (const [hour, cameIn] of traffic) {
    const at = new Date(hour * HOUR_MS);
    const day = days[(at.getDay() + 6) % 7];
    if (!day) continue;
    const sum = (day[at.getHours()] ?? 0) + cameIn;
    day[at.getHours()] = sum;
    most = Math.max(most, sum);
    total += cameIn;
  }
  return { days, most, total };
}

/** How dark, in steps that the eye tells apart: the root keeps quiet hours from vanishing beside one loud one. */
export function darkness(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.max(1, Math.round(Math.sqrt(count / most) * 5));
}
