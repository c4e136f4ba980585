/** What trying again came to, added up as the answers come. */
import type { Replay, Why } from "../../../shared/api/intake.ts";

export type ReplayResult = {
  recorded: number;
  /** Somebody else was there before. */
  before: number;
  still: Partial<Record<Why["code"], number>>;
  tried: number;
};

export const NOTHING_TRIED: ReplayResult = { recorded: 0, before: 0, still: {}, tried: 0 };

export function added(result: ReplayResult, replays: readonly Replay[]): ReplayResult {
  const next = { ...result, still: { ...result.still }, tried: result.tried + replays.length };
  for (const { outcome, wasRecorded, why } of replays) {
    if (wasRecorded) next.before += 1;
    else if (outcome === "recorded") next.recorded += 1;
    else {
      const code = why?.code ?? "program";
      next.still[code] = (next.still[code] ?? 0) + 1;
    }
  }
  return next;
}
