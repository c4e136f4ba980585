/** In which areas places lie, by their words. */
import type { Db } from "../db/pool.ts";
import { areaForPlace } from "./rules.ts";
import { listAreaWords } from "./store.ts";

/** Those of them that lie in one. */
export async function areasFor(db: Db, places: readonly string[]): Promise<Map<string, number>> {
  if (places.length === 0) return new Map();
  const areas = await listAreaWords(db);
  return new Map(
    places.flatMap((place) => {
      const areaId = areaForPlace(areas, place);
      return areaId === null ? [] : [[place, areaId] as const];
    }),
  );
}
