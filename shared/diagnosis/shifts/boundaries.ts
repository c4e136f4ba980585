/**
 * Where one shift hands over to another: hours of the week around which, day after day, those who wrote before are not
 * those who write after. Sessions of a few messages a day end long before the shift does, so it is not the ends that
 * are looked for but who is on either side; with many messages both come to the same (measures.md 8). Pure.
 */
import type { PersonIndex, Shifts, WeekSpan } from "../diagnosis.ts";
import { type Candidate, candidatesOf, OVER_NIGHT } from "./candidates.ts";
import { type OpenSlots, openSlots } from "./open-slots.ts";
import type { Working } from "./sessions.ts";

/** Open slots looked at on either side: five hours, less than any shift. */
const REACH = 20;
/** Boundaries lie further apart than this. */
const APART = 15;
const FEWEST_DAYS = 3;
/** Who writes most shows the shifts; more people only cost time. */
const MOST_PEOPLE = 30;
/** What a day can weigh, in touches on either side: more on one day prove no more. */
const MOST_A_DAY = 3;
/** How far below chance the share of the same person on both sides must be, and how surely. */
const LIKE_CHANCE = 0.5;
const SURE = 2.7;
/** Somebody on both sides more than this, of what one who stays would be, does not change there. */
const STAYS = 0.6;
/** A day of the week is one of the boundary's unless the same people are on both sides: of chance. */
const STILL = 0.7;
/** Those who change must be this part of who writes within two hours. */
const NEAR = 8;
const FAIR_PART = 0.25;
/** Of what is nearly as clear the round hour is taken, and the closing before any quarter of an hour near it. */
const NEARLY = 0.1;
/** Someone takes part in a handing over when this share of their days is on that side. */
const TAKES_PART = 0.15;

type Found = {
  key: number;
  places: readonly number[];
  /** Clear only a little before or after it. */
  isMoved: boolean;
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
  const most = working.toSorted((one, other) => other.times.length - one.times.length).slice(0, MOST_PEOPLE);
  const open = openSlots(most, hours);
  const candidates = candidatesOf(open).filter(({ places }) => places.length >= FEWEST_DAYS);
  const found = candidates.map((candidate) => weigh(open, candidate)).filter((one) => one !== null);
  return apart(found)
    .flatMap(({ minutes, ends, starts }) => minutes.map((minute) => ({ minute, ends, starts })))
    .sort((one, other) => one.minute - other.minute);
}

/** Of one person around one place: messages before and after it, within reach. */
type Side = { person: PersonIndex; before: number; after: number };
type Day = { place: number; minute: number; sides: Side[] };

function sidesAt({ before, slots }: OpenSlots, place: number, reach: number): Side[] {
  const from = Math.max(0, place - reach);
  const to = Math.min(slots.length, place + reach);
  const sides: Side[] = [];
  for (const { person, sums } of before) {
    const middle = sums[place] ?? 0;
    const side = { person, before: middle - (sums[from] ?? 0), after: (sums[to] ?? 0) - middle };
    if (side.before + side.after > 0) sides.push(side);
  }
  return sides;
}

/** Null: no boundary there. */
function weigh(open: OpenSlots, { key, places, home, minutes }: Candidate): Found | null {
  const days = places.map((place, day) => ({
    place,
    minute: minutes[day] ?? 0,
    sides: sidesAt(open, place, REACH),
  }));
  const changing = whoChanges(days);
  if (changing.size < 2 || !meetHere(open, places, changing)) return null;
  const changes = days.map((day) => ({
    ...day,
    sides: day.sides.filter(({ person }) => changing.has(person)),
  }));
  const chance = chanceOfSame(changes);
  if (chance >= 1) return null;
  // Who changes places within the week shows day by day; fixed shifts of few words show over a week.
  const daily = sameness(changes.map((day) => [day]));
  const weekly = sameness(byWeek(changes));
  const [clearest] = [daily, weekly]
    .filter(({ weight }) => weight >= FEWEST_DAYS)
    .map(({ same, weight }) => ({
      ratio: same / chance,
      sureness: ((chance - same) * Math.sqrt(weight)) / Math.sqrt(chance * (1 - chance)),
    }))
    .filter(({ ratio, sureness }) => ratio <= LIKE_CHANCE && sureness >= SURE)
    .sort((one, other) => score(other) - score(one));
  if (!clearest) return null;
  return {
    key,
    places: home,
    isMoved: places[0] !== home[0],
    ...clearest,
    minutes: minutesOf(changes, chance),
    ...whoGoesAndComes(changes),
  };
}

function whoChanges(days: readonly Day[]): Set<PersonIndex> {
  const tally = new Map<PersonIndex, { mixed: number; ifStaying: number }>();
  for (const { sides } of days)
    for (const { person, before, after } of sides) {
      const known = tally.get(person) ?? { mixed: 0, ifStaying: 0 };
      tally.set(person, known);
      const all = before + after;
      if (all < 2) continue;
      known.mixed += (before * after) / (all - 1);
      known.ifStaying += all / 4;
    }
  return new Set(
    [...tally].filter(([, { mixed, ifStaying }]) => mixed <= STAYS * ifStaying).map(([person]) => person),
  );
}

/** Whether those who change are a fair part of who writes right before and right after. */
function meetHere(open: OpenSlots, places: readonly number[], changing: ReadonlySet<PersonIndex>): boolean {
  const all = { before: 0, after: 0 };
  const theirs = { before: 0, after: 0 };
  for (const place of places)
    for (const { person, before, after } of sidesAt(open, place, NEAR)) {
      all.before += before;
      all.after += after;
      if (!changing.has(person)) continue;
      theirs.before += before;
      theirs.after += after;
    }
  return theirs.before >= FAIR_PART * all.before && theirs.after >= FAIR_PART * all.after;
}

/** How likely two of their touches are one person's. */
function chanceOfSame(days: readonly Day[]): number {
  const counts = new Map<PersonIndex, number>();
  let total = 0;
  for (const { sides } of days)
    for (const { person, before, after } of sides) {
      counts.set(person, (counts.get(person) ?? 0) + before + after);
      total += before + after;
    }
  let same = 0;
  for (const count of counts.values()) same += (count / total) ** 2;
  return same;
}

/** How often who was there before is the one who is there after, taken over days or weeks. */
function sameness(blocks: readonly (readonly Day[])[]): { same: number; weight: number } {
  let sum = 0;
  let weight = 0;
  for (const days of blocks) {
    const people = new Map<PersonIndex, { before: number; after: number }>();
    const all = { before: 0, after: 0 };
    for (const { sides } of days)
      for (const { person, before, after } of sides) {
        const known = people.get(person) ?? { before: 0, after: 0 };
        people.set(person, known);
        known.before += before;
        known.after += after;
        all.before += before;
        all.after += after;
      }
    if (all.before === 0 || all.after === 0) continue;
    let same = 0;
    for (const { before, after } of people.values()) same += before * after;
    const own = Math.min(MOST_A_DAY * days.length, all.before, all.after);
    sum += (own * same) / (all.before * all.after);
    weight += own;
  }
  return { same: weight === 0 ? 1 : sum / weight, weight };
}

function byWeek(days: readonly Day[]): Day[][] {
  const weeks: Day[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const day of days) {
    if (day.minute < last) weeks.push([]);
    weeks.at(-1)?.push(day);
    last = day.minute;
  }
  return weeks;
}

/** On which days of the week they hand over there: all of the boundary's but those where the same people stay. */
function minutesOf(days: readonly Day[], chance: number): number[] {
  const byMinute = Map.groupBy(days, ({ minute }) => minute);
  return [...byMinute]
    .filter(([, its]) => {
      const { same, weight } = sameness(its.map((day) => [day]));
      return weight === 0 ? its.some(({ sides }) => sides.length > 0) : same <= STILL * chance;
    })
    .map(([minute]) => minute);
}

function whoGoesAndComes(days: readonly Day[]): { ends: PersonIndex[]; starts: PersonIndex[] } {
  const tally = new Map<PersonIndex, { goes: number; comes: number }>();
  for (const { sides } of days)
    for (const { person, before, after } of sides) {
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
    const asClear = near.filter(
      (one) => one.key === OVER_NIGHT || score(one) >= (1 - NEARLY) * score(clearest),
    );
    kept.push(roundest(asClear, clearest));
    for (const one of near) left.delete(one);
  }
  return kept;
}

const score = ({ ratio, sureness }: Pick<Found, "ratio" | "sureness">): number => sureness * (1 - ratio);

/** By open slots, where the evening is near the next morning: on at least a third of its days. */
function isNear(one: Found, other: Found): boolean {
  let near = 0;
  let step = 0;
  for (const place of one.places) {
    while ((other.places[step] ?? Number.POSITIVE_INFINITY) <= place - APART) step++;
    if (Math.abs((other.places[step] ?? Number.POSITIVE_INFINITY) - place) < APART) near++;
  }
  return 3 * near >= one.places.length;
}

/** The night first, then the full hour, then the half. */
function roundest(asClear: readonly Found[], clearest: Found): Found {
  const [night] = asClear
    .filter(({ key }) => key === OVER_NIGHT)
    .sort((one, other) => Number(one.isMoved) - Number(other.isMoved) || score(other) - score(one));
  if (night) return night;
  const hours = asClear.filter(({ key }) => key % 4 === 0);
  const halves = asClear.filter(({ key }) => key % 2 === 0);
  const choice = [hours, halves].find(({ length }) => length > 0) ?? [clearest];
  return choice[Math.floor(choice.length / 2)] ?? clearest;
}
