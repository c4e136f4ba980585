/** From the signs to a verdict (measures.md 11). Pure. */
import { FEWEST_TO_TELL, type Threshold } from "./thresholds.ts";

export type Level = "quiet" | "watch" | "act";

/** A share is judged by the lower end of its interval, and not at all where there are too few. */
export function levelOf({ of, low }: { of: number; low: number }, threshold: Threshold): Level {
  if (of < FEWEST_TO_TELL) return "quiet";
  if (low > threshold.act) return "act";
  return low > threshold.watch ? "watch" : "quiet";
}

/**
 * `signs`: those that take part, 1, 2 and 4. `isRising`: chases clearly run ahead of what they were. "Stay" is a finding
 * too, and needs its ground: enough requests, and a sign that could be told or few enough of them chased (`chasedHigh`, the
 * upper end of the share, under `chasedLimit`).
 */
export function verdictOf(
  signs: readonly { told: boolean; level: Level }[],
  requests: { count: number; chasedHigh: number; chasedLimit: number; isRising: boolean },
): "stay" | "watch" | "add_structure" | "not_enough" {
  const told = signs.filter((sign) => sign.told);
  const over = told.filter(({ level }) => level !== "quiet").length;
  if (over >= 2 || told.some(({ level }) => level === "act")) return "add_structure";
  if (over === 1 || requests.isRising) return "watch";
  if (requests.count < FEWEST_TO_TELL) return "not_enough";
  return told.length > 0 || requests.chasedHigh < requests.chasedLimit ? "stay" : "not_enough";
}
