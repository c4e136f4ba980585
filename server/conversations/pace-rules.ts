/** WhatsApp's rates: how many messages of a number may leave in the next moment, and when one person may get the next. Pure. */

/**
 * Of the allowed rate. Messages leave evenly, yet arrive a little early or late; with this margin a wandering of 13 ms
 * brings no more than the rate into any second, at 20 a second as at 1,000.
 */
const MARGIN = 0.987;
/** How far ahead departures are given out: what somebody types waits behind no more than that. */
export const HORIZON_MS = 80;
/** No more at once, so that a row is locked for moments only. */
const MOST_AT_ONCE = 150;

export type Pace = {
  /** Until the next departure; negative when it could have been a while ago. */
  waitMs: number;
  /** Messages a second. */
  throughput: number;
  slowLevel: number;
  slowedAt: Date | null;
};

export function gapMs({ throughput, ...slow }: Omit<Pace, "waitMs">, now: Date): number {
  return 1_000 / (Math.max(throughput * 0.5 ** slowLevelAt(slow, now), 1) * MARGIN);
}

/** Departures that may be given out now. */
export function slotsNow(pace: Pace, now: Date): number {
  const wait = Math.max(pace.waitMs, 0);
  if (wait > HORIZON_MS) return 0;
  return Math.min(Math.floor((HORIZON_MS - wait) / gapMs(pace, now)) + 1, MOST_AT_ONCE);
}

/** Of a lateness, what has to be left out: a second in which fewer left than might have has room for it. */
export const missedBy = (lateMs: number, { waitMs }: Pick<Pace, "waitMs">): number =>
  Math.max(0, lateMs - Math.max(0, -waitMs));

/** Every fourth belongs to programs, so that a busy hour of typing delays what they wrote and never stops it. */
const PROGRAMS_TURN = 4;

export type Share = { people: number; programs: number };

/** Of `count` departures after so many before. What one side does not need the other gets. */
export function shareOut(slotsBefore: number, count: number): Share {
  const turnsUpTo = (slots: number) => Math.floor(slots / PROGRAMS_TURN);
  const programs = turnsUpTo(slotsBefore + count) - turnsUpTo(slotsBefore);
  return { people: count - programs, programs };
}

/** One message in six seconds to one person; whoever was quiet may get 45 at once, and waiting pays for them. */
export const PAIR_GAP_MS = 6_000;
const PAIR_BURST = 45;
/** The way to WhatsApp is not always as long: so much later than allowed, once. */
const PAIR_SLACK_MS = 250;
/** So long before now may be counted as waited. */
export const PAIR_CREDIT_MS = (PAIR_BURST - 1) * PAIR_GAP_MS - PAIR_SLACK_MS;

type Slow = Pick<Pace, "slowLevel" | "slowedAt">;

const MOST_SLOW = 4;
/** A level passes after this. */
const LEVEL_MS = 60_000;
/** Refusals of messages that were on their way together count once. */
const SAME_MS = 5_000;

/** How often the rate is halved at the moment. */
export function slowLevelAt({ slowLevel, slowedAt }: Slow, now: Date): number {
  if (!slowedAt) return 0;
  const passed = Math.floor(Math.max(0, now.getTime() - slowedAt.getTime()) / LEVEL_MS);
  return Math.max(0, slowLevel - passed);
}

/** WhatsApp said that it was too much at once. Null: it has said so a moment ago. */
export function slowedBy(slow: Slow, now: Date): { slowLevel: number; slowedAt: Date } | null {
  const level = slowLevelAt(slow, now);
  if (level > 0 && slow.slowedAt && now.getTime() - slow.slowedAt.getTime() < SAME_MS) return null;
  return { slowLevel: Math.min(level + 1, MOST_SLOW), slowedAt: now };
}

/** For the whole app or account too much was asked: nothing leaves for so long. */
export const restMs = (slowLevel: number): number => 2_500 * 2 ** slowLevel;

/** Answers of a host this near tell when a message arrived; those of another tell of its own work as well. */
const NEAR_MS = 20;
/** What the margin takes in. */
const WANDERING_MS = 10;
const MOST_LATE_MS = 1_000;

/**
 * How much later than planned messages arrived: they came into a second that was meant for others, so as much is left out.
 * `leftLateMs`: how late they left; `answerMs`: how long their answers took.
 */
export function latenessOf(calls: readonly { leftLateMs: number; answerMs: number }[]): number {
  if (calls.length === 0) return 0;
  const answers = calls.map(({ answerMs }) => answerMs).sort((a, b) => a - b);
  const typical = answers[Math.floor(answers.length / 2)] ?? 0;
  const late = calls.map(
    ({ leftLateMs, answerMs }) => leftLateMs + (typical <= NEAR_MS ? Math.max(0, answerMs - NEAR_MS) : 0),
  );
  return Math.min(Math.max(0, Math.max(...late) - WANDERING_MS), MOST_LATE_MS);
}
