/** Open quarters of an hour, one after the other without the nights: evening and next morning lie side by side. Pure. */
import { DAY, MINUTE, minuteOfWeek } from "../../measures/business-time.ts";
import type { PersonIndex, WeekSpan } from "../diagnosis.ts";
import type { Working } from "./sessions.ts";

export const SLOT_MINUTES = 15;
const SLOTS_A_DAY = 96;
const BURST = 20 * MINUTE;

export type OpenSlot = {
  /** Of the week, where the slot begins. */
  minute: number;
  /** The one before it ended here: `minute` itself, or the closing before. */
  closedFrom: number;
};

export type OpenSlots = {
  slots: OpenSlot[];
  /** Of each person, touches before the slot with that number, a burst of messages being one: one longer than `slots`. */
  before: { person: PersonIndex; sums: Int32Array }[];
};

/**
 * Days on which no staff wrote are left out. What was written while closed goes to the slot it is nearest to: a late
 * word to the evening, an early one to the morning.
 */
export function openSlots(working: readonly Working[], hours: readonly WeekSpan[]): OpenSlots {
  const days = daysOf(working);
  const slots: OpenSlot[] = [];
  const starts: number[] = [];
  for (const day of days) {
    for (let slot = 0; slot < SLOTS_A_DAY; slot++) {
      const at = day * DAY + slot * SLOT_MINUTES * MINUTE;
      const minute = minuteOfWeek(at);
      if (!isOpen(hours, minute)) continue;
      const last = slots.at(-1);
      const lastEnd = starts.length === 0 ? at : (starts.at(-1) ?? 0) + SLOT_MINUTES * MINUTE;
      slots.push({ minute, closedFrom: last && lastEnd !== at ? minuteOfWeek(lastEnd) : minute });
      starts.push(at);
    }
  }
  return {
    slots,
    before: working.map(({ person, times }) => ({ person, sums: sumsOf(times, starts) })),
  };
}

function daysOf(working: readonly Working[]): number[] {
  const days = new Set<number>();
  for (const { times } of working) for (const at of times) days.add(Math.floor(at / DAY));
  return [...days].sort((one, other) => one - other);
}

const isOpen = (hours: readonly WeekSpan[], minute: number): boolean =>
  hours.length === 0 || hours.some(({ from, to }) => minute >= from && minute < to);

/** Both in order: one walk. */
function sumsOf(times: Float64Array, starts: readonly number[]): Int32Array {
  const sums = new Int32Array(starts.length + 1);
  const length = SLOT_MINUTES * MINUTE;
  let slot = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const at of times) {
    if (at - last < BURST) continue;
    last = at;
    while (slot + 1 < starts.length && nearer(at, (starts[slot] ?? 0) + length, starts[slot + 1] ?? 0))
      slot++;
    sums[slot + 1] = (sums[slot + 1] ?? 0) + 1;
  }
  for (let place = 1; place < sums.length; place++) sums[place] = (sums[place] ?? 0) + (sums[place - 1] ?? 0);
  return sums;
}

/** Whether `at` belongs after the closing between `end` and `next` rather than before it. */
const nearer = (at: number, end: number, next: number): boolean => at >= next || at - end > next - at;
