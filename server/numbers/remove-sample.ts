/** The sample number goes last, when nothing names it any more. */
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { deleteNumber, lockSample } from "./remove-sample-store.ts";

/** Undefined when there is none (any more). */
export const holdSampleNumber = (tx: Db) => lockSample(tx);

export async function removeSampleNumber(tx: Db, id: number): Promise<void> {
  await deleteNumber(tx, id);
  await announce(tx, ["numbers"]);
}
