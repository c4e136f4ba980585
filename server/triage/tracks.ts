/** How right suggestions were lately, for those that have no odds of their own. */
import type { Db } from "../db/pool.ts";
import { countTracks } from "./outcome-store.ts";
import { NO_TRACKS, type Tracks } from "./suggest.ts";

const LAST = 200;

export async function readTracks(db: Db): Promise<Tracks> {
  const tracks = { ...NO_TRACKS };
  for (const { kind, right, of } of await countTracks(db, ["what", "title", "place"], LAST))
    if (kind === "what" || kind === "title" || kind === "place") tracks[kind] = { right, of };
  return tracks;
}
