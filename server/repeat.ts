/** Work that is done again and again beside everything else. */
import { describeError } from "./describe-error.ts";
import type { Log } from "./log.ts";

/**
 * Now and each `everyMs`, never two at a time. What did not work (the database is away) is told with these words and done
 * again the next time. Stopping waits for the one under way.
 */
export function repeat(
  log: Log,
  { everyMs, failed, work }: { everyMs: number; failed: string; work: () => Promise<unknown> },
): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = running.then(work).catch((error: unknown) => {
      log.warn({ error: describeError(error) }, failed);
    });
  };
  run();
  const timer = setInterval(run, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
