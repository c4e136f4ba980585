/** The decider's heart: it looks when the tray changes, and each second for what has gone quiet. */
import { describeError } from "../describe-error.ts";
import { ALL } from "../live/listener.ts";
import type { System } from "../system.ts";
import { type CurrentModels, decideOnce } from "./decider.ts";
import { forgetSorted } from "./suggestion-store.ts";
import { wakeTraining } from "./training.ts";

const EVERY_MS = 1_000;
/** Changes within this time are one look. */
const FOLD_MS = 250;
const LONGEST_REST_MS = 2_000;
const TRAINING_EVERY_MS = 30_000;

export function startDecider(
  system: Pick<System, "db" | "clock" | "log" | "live">,
  models: CurrentModels,
  everyMs = EVERY_MS,
): { stop(): Promise<void> } {
  const { db, log, live } = system;
  let stopped = false;
  let isWanted = false;
  let folding: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let lookedAtTraining = performance.now();

  async function work(): Promise<void> {
    while (isWanted && !stopped) {
      isWanted = false;
      const began = performance.now();
      const { more } = await decideOnce(system, models);
      if (more) isWanted = true;
      // A flood must not be looked through again and again: at least half of the time belongs to others.
      if (isWanted) await rest(performance.now() - began);
    }
    if (stopped || performance.now() - lookedAtTraining < TRAINING_EVERY_MS) return;
    lookedAtTraining = performance.now();
    await forgetSorted(db);
    await wakeTraining(system);
  }

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_REST_MS, ms)));

  function wake(): void {
    isWanted = true;
    if (stopped) return;
    running ??= work()
      .catch((error: unknown) => {
        log.warn({ error: describeError(error) }, "the tray could not be looked through; trying again");
      })
      .then(() => {
        running = null;
      });
  }

  const stopListening = live.listen((topics) => {
    if (!topics.includes("tray") && !topics.includes(ALL)) return;
    folding ??= setTimeout(() => {
      folding = undefined;
      wake();
    }, FOLD_MS);
  });
  const timer = setInterval(wake, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      stopListening();
      clearTimeout(folding);
      clearInterval(timer);
      await running;
    },
  };
}
