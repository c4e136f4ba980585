/** Counts of what came in, the same from the page, the API and the command line. */
import type { Db } from "../db/pool.ts";
import { type Counts, countIntake } from "./report-store.ts";

export type IntakeCounts = Counts;

export async function intakeSummary(db: Db): Promise<IntakeCounts> {
  return countIntake(db);
}
