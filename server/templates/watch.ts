/** Sees to it that every account's templates are listed: at the start, when a number joins, and every few hours. */
import { describeError } from "../describe-error.ts";
import { addJobs } from "../jobs/add.ts";
import { placeOf, syncJob, type TemplateParts } from "./sync.ts";
import { listSyncs } from "./sync-store.ts";

const LOOK_EVERY_MS = 10 * 60_000;
const SYNC_EVERY_MS = 4 * 3_600_000;

/** @param isStart then all are asked for, however fresh */
async function wakeSyncs({ system, numbers }: TemplateParts, isStart = false): Promise<void> {
  const accounts = accountsOf({ numbers });
  if (accounts.length === 0) return;
  const syncs = new Map((await listSyncs(system.db)).map((sync) => [sync.businessAccountId, sync]));
  const old = system.clock.now().getTime() - SYNC_EVERY_MS;
  const due = accounts.filter((id) => {
    const last = syncs.get(id);
    // What stood in the way may just have been mended: a new token, a simulator that has started.
    return isStart || !last || last.trouble !== null || last.begunAt.getTime() < old;
  });
  await addJobs(
    system.db,
    due.map((id) => syncJob(id)),
  );
}

/** Accounts that can be asked. */
export const accountsOf = ({ numbers }: Pick<TemplateParts, "numbers">): string[] => [
  ...new Set(
    numbers
      .all()
      .flatMap(({ businessAccountId }) =>
        businessAccountId !== null && placeOf(numbers, businessAccountId) ? [businessAccountId] : [],
      ),
  ),
];

export function watchTemplates(parts: TemplateParts): { stop(): Promise<void> } {
  const { live, log } = parts.system;
  let running = Promise.resolve();
  const look = (isStart: boolean) => {
    running = running
      .then(() => parts.numbers.refresh())
      .then(() => wakeSyncs(parts, isStart))
      .catch((error: unknown) => {
        // The database is away: the next look asks again.
        log.warn({ error: describeError(error) }, "templates could not be asked for; trying again later");
      });
  };
  look(true);
  const stopListening = live.listen((topics) => {
    if (topics.includes("numbers")) look(false);
  });
  const timer = setInterval(() => look(false), LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      stopListening();
      clearInterval(timer);
      await running;
    },
  };
}
