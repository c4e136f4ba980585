/** Times of the day at which one shift could hand over to another, with their places among the open slots. Pure. */
import { type OpenSlots, SLOT_MINUTES } from "./open-slots.ts";

/** Of quarters of an hour from midnight; this one stands for the closing, whenever that is. */
export const OVER_NIGHT = 96;
const DAY_MINUTES = 1440;
const WEEK_MINUTES = 10_080;

export type Candidate = {
  key: number;
  /** Numbers of the slots before which it is looked for, one a day. */
  places: number[];
  /** Where it lies on those days, and in which minutes of the week. */
  home: number[];
  minutes: number[];
};
/** Every quarter of an hour of the day, and the closing: there people come early and stay on, so near it too. */
export function candidatesOf({ slots }: OpenSlots): Candidate[] {
  const byKey = new Map<number, Candidate>();
  for (let place = 1; place < slots.length; place++) {
    const slot = slots[place];
    if (!slot) continue;
    const isOverNight = slot.closedFrom !== slot.minute && dayOf(slot.closedFrom) !== dayOf(slot.minute);
    const key = isOverNight ? OVER_NIGHT : Math.floor((slot.minute % DAY_MINUTES) / SLOT_MINUTES);
    const known = byKey.get(key) ?? { key, places: [], home: [], minutes: [] };
    byKey.set(key, known);
    known.places.push(place);
    known.home.push(place);
    known.minutes.push(slot.closedFrom);
  }
  const night = byKey.get(OVER_NIGHT);
  const last = slots.at(-1);
  if (night && last) {
    // The chat's last evening too.
    night.places.push(slots.length);
    night.home.push(slots.length);
    night.minutes.push((last.minute + SLOT_MINUTES) % WEEK_MINUTES);
  }
  const nearNight = night ? NEAR_NIGHT.map((step) => moved(night, step, slots.length)) : [];
  return [...byKey.values(), ...nearNight];
}
const NEAR_NIGHT = [-4, -3, -2, -1, 1, 2, 3, 4];

const moved = (night: Candidate, step: number, most: number): Candidate => ({
  ...night,
  places: night.home.map((place) => Math.max(0, Math.min(most, place + step))),
});
const dayOf = (minute: number): number => Math.floor(minute / DAY_MINUTES);
