/** Which messages of a thread are chosen. Order is the thread's; a run goes from where it began to where one is now. */
export type Picks = {
  ids: ReadonlySet<number>;
  /** Where a run begins. */
  anchor: number | null;
};

export const NO_PICKS: Picks = { ids: new Set(), anchor: null };

export function togglePick({ ids }: Picks, id: number): Picks {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: next.size === 0 ? null : id };
}

/** Everything between the anchor and here; without an anchor, here alone. What was chosen before stays. */
export function runTo(picks: Picks, id: number, order: readonly number[]): Picks {
  const from = picks.anchor === null ? -1 : order.indexOf(picks.anchor);
  const to = order.indexOf(id);
  if (to < 0) return picks;
  if (from < 0) return { ids: new Set([...picks.ids, id]), anchor: id };
  const run = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...picks.ids, ...run]), anchor: picks.anchor };
}

/** What somebody else took elsewhere meanwhile is not chosen any more. */
export function keepOnly(picks: Picks, order: readonly number[]): Picks {
  const still = new Set(order);
  const ids = new Set([...picks.ids].filter((id) => still.has(id)));
  if (ids.size === picks.ids.size) return picks;
  return { ids, anchor: picks.anchor !== null && ids.has(picks.anchor) ? picks.anchor : null };
}
