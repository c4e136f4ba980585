/** Trying again: one, or all in portions that the server answers within a second, until none is left or one stops it. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { intakeApi } from "../../../shared/api/intake.ts";
import { call } from "../api/call.ts";
import { added, NOTHING_TRIED, type ReplayResult } from "./replay-result.ts";

export type ReplayRun = {
  /** The one that is tried; null for all of them. */
  id: number | null;
  isOver: boolean;
  isStopped: boolean;
  result: ReplayResult;
  /** What was tried and what is left. */
  total: number;
  error: unknown;
};

export type Replaying = {
  run: ReplayRun | null;
  isRunning: boolean;
  one: (id: number) => void;
  all: () => void;
  stop: () => void;
};

export function useReplay(): Replaying {
  const client = useQueryClient();
  const [run, setRun] = useState<ReplayRun | null>(null);
  const isStopped = useRef(false);

  const start = async (
    id: number | null,
    work: (show: (change: Partial<ReplayRun>) => void) => Promise<void>,
  ) => {
    isStopped.current = false;
    let now: ReplayRun = {
      id,
      isOver: false,
      isStopped: false,
      result: NOTHING_TRIED,
      total: 0,
      error: null,
    };
    const show = (change: Partial<ReplayRun>) => {
      now = { ...now, ...change };
      setRun(now);
    };
    show({});
    try {
      await work(show);
    } catch (error) {
      show({ error });
    }
    await client.invalidateQueries({ queryKey: ["intake"] });
    void client.invalidateQueries({ queryKey: ["overview"] });
    show({ isOver: true });
  };

  return {
    run,
    isRunning: run !== null && !run.isOver,
    one: (id) =>
      void start(id, async (show) => {
        const replay = await call(intakeApi.replayDead, { params: { id } });
        show({ result: added(NOTHING_TRIED, [replay]), total: 1 });
      }),
    all: () =>
      void start(null, async (show) => {
        let result = NOTHING_TRIED;
        let after: number | null = null;
        do {
          const part: { replays: Parameters<typeof added>[1]; next: number | null; left: number } =
            await call(intakeApi.replaySomeDead, { body: { after } });
          result = added(result, part.replays);
          after = part.next;
          show({ result, total: result.tried + part.left });
        } while (after !== null && !isStopped.current);
        show({ isStopped: after !== null });
      }),
    stop: () => {
      isStopped.current = true;
    },
  };
}
