/**
 * Where one shift hands over to another: hours of the week around which, day after day, those who wrote before are not
 * those who write after. Sessions of a few messages a day end long before the shift does, so it is not the ends that
 * are looked for but who is on either side; with many messages both come to the same (measures.md 8). Pure.
 */
import type { PersonIndex, Shifts, WeekSpan } from "../diagnosis.ts";
import { type OpenSlots, openSlots, SLOT_MINUTES } from "./open-slots.ts";
import type { Working } from "./sessions.ts";

/** Open slots looked at on either side: five hours, less than any shift. */
const REACH = 20;
/** Boundaries lie further apart than this. */
const APART = 10;
const FEWEST_DAYS = 3;
/** How far below chance the share of the same person on both sides must be, and how surely. */
const LIKE_CHANCE = 0.4;
const SURE = 3.2;
/** Somebody found on both sides more often than this, of what chance would give, does not change there. */
const STAYS = 0.5;
/** Someone takes part in a handing over when this share of their days is on that side. */
const TAKES_PART = 0.15;

const OVER_NIGHT = 96;
type Candidate = {
  key: number;
  /** Numbers of the slots before which it lies, one a day. */
  places: number[];
};
type Found = {
  key: number;
  ratio: number;
  sureness: number;
  ends: PersonIndex[];
  starts: PersonIndex[];
  minutes: number[];
};

export function findBoundaries(
  working: readonly Working[],
  hours: readonly WeekSpan[],
): Shifts["boundaries"] {
  if (working.length < 2) return [];
  const open = openSlots(working, hours);
  const candidates = candidatesOf(open);
  const found = candidates.map((candidate) => weigh(open, candidate)).filter((one) => one !== null);
  return apart(found)
    .flatMap(({ minutes, ends, starts }) => minutes.map((minute) => ({ minute, ends, starts })))
    .sort((one, other) => one.minute - other.minute);
}

/** Every quarter of an hour of the day, and the closing. */
function candidatesOf({ slots }: OpenSlots): Candidate[] {
  const byKey = new Map<number, number[]>();
  for (let place = 1; place < slots.length; place++) {
    const slot = slots[place];
    if (!slot) continue;
    const isOverNight = slot.closedFrom !== slot.minute && dayOf(slot.closedFrom) !== dayOf(slot.minute);
    const key = isOverNight ? OVER_NIGHT : Math.floor((slot.minute % 1440) / SLOT_MINUTES);
    const places = byKey.get(key);
    if (places) places.push(place);
    else byKey.set(key, [place]);
  }
  return [...byKey]
    .map(([key, places]) => ({ key, places }))
    .filter(({ places }) => places.length >= FEWEST_DAYS);
}
const dayOf = (minute: number): number => Math.floor(minute / 1440);

type Side = { person: PersonIndex; before: number; after: number };

function sidesAt({ before, slots }: OpenSlots, place: number): Side[] {
  const from = Math.max(0, place - REACH);
  const to = Math.min(slots.length, place + REACH);
  const sides: Side[] = [];
  for (const { person, sums } of before) {
    const middle = sums[place] ?? 0;
    const side = { person, before: middle - (sums[from] ?? 0), after: (sums[to] ?? 0) - middle };
    if (side.before + side.after > 0) sides.push(side);
  }
  return sides;
}

/** Null: no boundary there. */
function weigh(open: OpenSlots, { key, places }: Candidate): Found | null {
  const days = places.map((place) => ({ place, sides: sidesAt(open, place) }));
  const changing = whoChanges(days.map(({ sides }) => sides));
  if (changing.size < 2) return null;
  const chance = chanceOfSame(
    days.map(({ sides }) => sides),
    changing,
  );
  const byWeekday = new Map<number, { same: number; days: number; minute: number }>();
  let same = 0;
  let both = 0;
  for (const { place, sides } of days) {
    const minute = open.slots[place]?.closedFrom ?? 0;
    const weekday = dayOf(minute);
    const known = byWeekday.get(weekday) ?? { same: 0, days: 0, minute };
    byWeekday.set(weekday, known);
    const share = sameOnBothSides(sides, changing);
    if (share === null) continue;
    known.same += share;
    known.days++;
    same += share;
    both++;
  }
  if (both < FEWEST_DAYS || chance >= 1) return null;
  const ratio = same / both / chance;
  const sureness = ((chance - same / both) * Math.sqrt(both)) / Math.sqrt(chance * (1 - chance));
  if (ratio > LIKE_CHANCE || sureness < SURE) return null;
  const minutes = [...byWeekday.values()]
    .filter((day) => day.days === 0 || day.same / day.days <= 1.5 * LIKE_CHANCE * chance)
    .map(({ minute }) => minute);
  return {
    key,
    ratio,
    sureness,
    minutes,
    ...whoGoesAndComes(
      days.map(({ sides }) => sides),
      changing,
    ),
  };
}

function whoChanges(days: readonly Side[][]): Set<PersonIndex> {
  const tally = new Map<PersonIndex, { seen: number; expected: number }>();
  for (const sides of days)
    for (const { person, before, after } of sides) {
      const known = tally.get(person) ?? { seen: 0, expected: 0 };
      tally.set(person, known);
      if (before > 0 && after > 0) known.seen++;
      known.expected += 1 - 0.5 ** (before + after - 1);
    }
  return new Set(
    [...tally].filter(([, { seen, expected }]) => seen <= STAYS * expected).map(([person]) => person),
  );
}

/** How likely two of their messages are one person's. */
function chanceOfSame(days: readonly Side[][], changing: ReadonlySet<PersonIndex>): number {
  const counts = new Map<PersonIndex, number>();
  let total = 0;
  for (const sides of days)
    for (const { person, before, after } of sides) {
      if (!changing.has(person)) continue;
      counts.set(person, (counts.get(person) ?? 0) + before + after);
      total += before + after;
    }
  let same = 0;
  for (const count of counts.values()) same += (count / total) ** 2;
  return same;
}

/** Of all pairs of a message before and one after, the share by one person; null where a side is empty. */
function sameOnBothSides(sides: readonly Side[], changing: ReadonlySet<PersonIndex>): number | null {
  let before = 0;
  let after = 0;
  let same = 0;
  for (const side of sides) {
    if (!changing.has(side.person)) continue;
    before += side.before;
    after += side.after;
    same += side.before * side.after;
  }
  return before > 0 && after > 0 ? same / (before * after) : null;
}

function whoGoesAndComes(
  days: readonly Side[][],
  changing: ReadonlySet<PersonIndex>,
): { ends: PersonIndex[]; starts: PersonIndex[] } {
  const tally = new Map<PersonIndex, { goes: number; comes: number }>();
  for (const sides of days)
    for (const { person, before, after } of sides) {
      if (!changing.has(person)) continue;
      const known = tally.get(person) ?? { goes: 0, comes: 0 };
      tally.set(person, known);
      if (before > after) known.goes++;
      else if (after > before) known.comes++;
    }
  const who = (does: (tally: { goes: number; comes: number }) => number) =>
    [...tally]
      .filter(([, known]) => does(known) >= 2 && does(known) >= TAKES_PART * (known.goes + known.comes))
      .map(([person]) => person)
      .sort((one, other) => one - other);
  return { ends: who(({ goes }) => goes), starts: who(({ comes }) => comes) };
}

/** The clearest first; of candidates that are as clear and lie together, the full hour, else the half hour. */
function apart(found: readonly Found[]): Found[] {
  const left = new Set(found);
  const kept: Found[] = [];
  while (left.size > 0) {
    const clearest = [...left].reduce((best, one) => (score(one) > score(best) ? one : best));
    const near = [...left].filter((one) => isNear(one, clearest));
    const asClear = near.filter((one) => score(one) >= score(clearest) - 0.05 * Math.abs(score(clearest)));
    kept.push(roundest(asClear, clearest));
    for (const one of near) left.delete(one);
  }
  return kept;
}

const score = ({ ratio, sureness }: Found): number => sureness * (1 - ratio);

function isNear(one: Found, other: Found): boolean {
  if (one.key === OVER_NIGHT || other.key === OVER_NIGHT) return one === other;
  const steps = Math.abs(one.key - other.key);
  return Math.min(steps, OVER_NIGHT - steps) < APART;
}

function roundest(asClear: readonly Found[], clearest: Found): Found {
  const onHour = asClear.filter(({ key }) => key === OVER_NIGHT || key % 4 === 0);
  const onHalf = asClear.filter(({ key }) => key % 2 === 0);
  const choice = onHour.length > 0 ? onHour : onHalf.length > 0 ? onHalf : [clearest];
  return choice[Math.floor(choice.length / 2)] ?? clearest;
}
