/** For commands: the database by the settings, whether or not the server runs; closed at the end however it ends. */
import { systemClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import { openForCommand } from "../db/open.ts";
import type { Database } from "../db/pool.ts";

export type Workplace = { db: Database; config: Config; now: () => Date };

export async function withDatabase<T>(work: (place: Workplace) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const opened = await openForCommand(config, { onError: () => {} });
  try {
    return await work({ db: opened.db, config, now: systemClock.now });
  } finally {
    await opened.close();
  }
}
