/** How work spreads over people, and whose absence would leave it without anybody who knows. Pure. */

/** Of counts by person: sum of squared shares, its inverse, and Gini's coefficient. All even of nothing. */
export function concentration(counts: readonly number[]): {
  hhi: number;
  effectiveStaff: number;
  gini: number;
} {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return { hhi: 0, effectiveStaff: 0, gini: 0 };
  const hhi = counts.reduce((sum, count) => sum + (count / all) ** 2, 0);
  const sorted = [...counts].sort((one, other) => one - other);
  const ranked = sorted.reduce((sum, count, place) => sum + (2 * (place + 1) - sorted.length - 1) * count, 0);
  return { hhi, effectiveStaff: 1 / hhi, gini: ranked / (sorted.length * all) };
}

/** Up to so many people every set is tried; over it the one who leaves most behind goes first (Avelino 2016). */
const TRIED = 12;

/**
 * The smallest set of people whose absence leaves more than half of the things with nobody who knows them; of two as
 * small the one that leaves more. `knowers`: who knows each thing; one that nobody knows counts nowhere.
 */
export function truckFactor(knowers: Iterable<readonly number[]>): number[] {
  const groups = new Map<string, { people: number[]; things: number }>();
  let things = 0;
  for (const who of knowers) {
    if (who.length === 0) continue;
    things++;
    const people = [...new Set(who)].sort((one, other) => one - other);
    const key = people.join();
    const group = groups.get(key) ?? { people, things: 0 };
    groups.set(key, group);
    group.things++;
  }
  if (things === 0) return [];
  const people = [...new Set([...groups.values()].flatMap((group) => group.people))].sort(
    (one, other) => one - other,
  );
  const found =
    people.length <= TRIED ? smallest(people, [...groups.values()], things) : greedy(groups, things);
  return found.sort((one, other) => one - other);
}

type Group = { people: number[]; things: number };

function smallest(people: readonly number[], groups: readonly Group[], things: number): number[] {
  const masks = groups.map((group) => ({
    mask: group.people.reduce((mask, person) => mask | (1 << people.indexOf(person)), 0),
    things: group.things,
  }));
  let best: { mask: number; size: number; lost: number } | null = null;
  for (let away = 1; away < 1 << people.length; away++) {
    const size = bits(away);
    if (best && size > best.size) continue;
    let lost = 0;
    for (const group of masks) if ((group.mask & away) === group.mask) lost += group.things;
    if (lost * 2 <= things) continue;
    if (!best || size < best.size || lost > best.lost) best = { mask: away, size, lost };
  }
  return people.filter((_, place) => best && best.mask & (1 << place));
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
}

/** Whoever holds most of what still has somebody goes next, until more than half has nobody. */
function greedy(groups: ReadonlyMap<string, Group>, things: number): number[] {
  let left = [...groups.values()];
  const away: number[] = [];
  let kept = things;
  while (kept * 2 >= things && left.length > 0) {
    const held = new Map<number, number>();
    for (const { people, things } of left)
      for (const person of people) held.set(person, (held.get(person) ?? 0) + things);
    const [next] = [...held].reduce((one, other) => (other[1] > one[1] ? other : one));
    away.push(next);
    left = left
      .map(({ people, things }) => ({ people: people.filter((person) => person !== next), things }))
      .filter(({ people }) => people.length > 0);
    kept = left.reduce((sum, group) => sum + group.things, 0);
  }
  return away;
}
