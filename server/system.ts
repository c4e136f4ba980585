/** What every part of the server is given: nothing reaches for globals. */
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/pool.ts";
import type { Live } from "./live/changes.ts";
import type { Log } from "./log.ts";
import type { Seal } from "./numbers/seal.ts";

export type System = {
  config: Config;
  db: Database;
  clock: Clock;
  log: Log;
  /** Opens and closes secrets at rest. */
  seal: Seal;
  live: Live;
  /** The address people and Meta use. */
  publicUrl(): string;
};
