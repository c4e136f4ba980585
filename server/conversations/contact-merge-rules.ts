/** Whether a person may make two contacts one, or take one apart. Pure. */

export type Side = { rootId: number; hasPhone: boolean; rowIds: readonly number[]; kinds: readonly string[] };

export type MergeAnswer =
  | { kind: "merge"; kinds: string[] }
  | { kind: "refused"; why: "same_contact" | "both_have_phones" };

/** Two phones are mostly two people, so it is asked again; the person knows better. */
export function mayMerge(into: Side, other: Side, isConfirmed: boolean): MergeAnswer {
  if (into.rootId === other.rootId) return { kind: "refused", why: "same_contact" };
  if (into.hasPhone && other.hasPhone && !isConfirmed) return { kind: "refused", why: "both_have_phones" };
  return { kind: "merge", kinds: [...new Set([...into.kinds, ...other.kinds])] };
}

export type Join = {
  id: number;
  contactId: number;
  intoId: number;
  sideIds: readonly number[];
  intoIds: readonly number[];
  kindsBefore: readonly string[];
};

export type Parting =
  /** A person's join, taken back. */
  | { kind: "take_back"; join: Join; apart: [number, number][] }
  /** What WhatsApp put together. */
  | { kind: "take_out"; apart: [number, number][] }
  | { kind: "refused"; why: "not_joined" };

const across = (some: readonly number[], others: readonly number[]): [number, number][] =>
  some.flatMap((a) => others.map((b): [number, number] => (a < b ? [a, b] : [b, a])));

/** Every row of one side from every row of the other, so that no roundabout claim joins them again. */
export function partingOf(partId: number, rowIds: readonly number[], joins: readonly Join[]): Parting {
  if (!rowIds.includes(partId) || rowIds.length < 2) return { kind: "refused", why: "not_joined" };
  const join = joins.findLast(({ sideIds }) => sideIds.includes(partId));
  if (join) return { kind: "take_back", join, apart: across(join.sideIds, join.intoIds) };
  return {
    kind: "take_out",
    apart: across(
      [partId],
      rowIds.filter((id) => id !== partId),
    ),
  };
}

/** Of a contact that was a set of kinds before somebody was merged into it; what was changed since then stays. */
export function kindsAfterParting(now: readonly string[], join: Join, other: readonly string[]): string[] {
  const merged = new Set([...join.kindsBefore, ...other]);
  const isAsMerged = now.length === merged.size && now.every((kind) => merged.has(kind));
  return isAsMerged ? [...join.kindsBefore] : [...now];
}
