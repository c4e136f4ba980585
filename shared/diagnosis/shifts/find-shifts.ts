/** When people work and where they hand over, guessed from when they wrote (measures.md 8). Pure. */
import type { Chat } from "../chat.ts";
import type { Person, Shifts } from "../diagnosis.ts";
import { findBoundaries } from "./boundaries.ts";
import { hoursOf } from "./hours.ts";
import { sessionGapMinutes, sessionsOf, type Working, workingTimes } from "./sessions.ts";

export function findShifts(chat: Chat, people: readonly Person[]): Shifts {
  const working = workingTimes(chat, people);
  const gapMinutes = sessionGapMinutes(working);
  const hours = hoursOf(together(working));
  return {
    hours,
    boundaries: findBoundaries(working, hours),
    sessions: sessionsOf(working, gapMinutes),
    gapMinutes,
  };
}

function together(working: readonly Working[]): Float64Array {
  const all = new Float64Array(working.reduce((sum, { times }) => sum + times.length, 0));
  let place = 0;
  for (const { times } of working) {
    all.set(times, place);
    place += times.length;
  }
  return all.sort();
}
