/** What a command names of the trade's settings, as they stand now. Pure. */
import type { Ask, Why } from "./command.ts";

/** A category by its id: as what it counts, and whether it was put away. */
export type FiledKind = { needsWork: boolean; countsAs: number; isArchived: boolean };

export type Kinds = {
  categories: ReadonlyMap<number, FiledKind>;
  /** Only those in use, or merged into one that is. */
  areas: ReadonlyMap<number, number>;
  /** By place: where it lies. */
  places: ReadonlyMap<string, number>;
};

/**
 * Named while it was merged elsewhere, a category or area is the one it went into; put away, it is none. A request that
 * opens with a place and no area lies where the place's words say.
 */
export function settleKinds(ask: Ask, { categories, areas, places }: Kinds): { ask: Ask } | { why: Why } {
  if (ask.kind !== "open" && ask.kind !== "change") return { ask };
  const settled = { ...ask };
  if (ask.categoryId != null) {
    const countsAs = categories.get(ask.categoryId)?.countsAs;
    if (countsAs === undefined || categories.get(countsAs)?.isArchived !== false)
      return { why: "no_such_category" };
    settled.categoryId = countsAs;
  }
  if (ask.areaId != null) {
    const countsAs = areas.get(ask.areaId);
    if (countsAs === undefined) return { why: "no_such_area" };
    settled.areaId = countsAs;
  } else if (settled.kind === "open" && settled.place) settled.areaId = places.get(settled.place) ?? null;
  return { ask: settled };
}
