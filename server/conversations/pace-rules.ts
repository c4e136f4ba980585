/** WhatsApp's rates: how many messages of a number may leave in the next moment, and when one person may get the next. Pure. */

/**
 * Of the allowed rate. Messages leave evenly, yet arrive a little early or late; with this margin a wandering of 10 ms
 * brings no more than the rate into any second, at 20 a second as at 1,000.
 */
const MARGIN = 0.99;
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
  return 1_000 / (Math.max(throughput * (LEFT_AT[slowLevelAt(slow, now)] ?? 1), 1) * MARGIN);
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

/** What is left of the rate at each level: once too fast is mostly an accident of the moment, again is not. */
const LEFT_AT = [1, 0.9, 0.5, 0.25, 0.125];
/** After this a level passes. */
const PASSES_MS = [0, 10_000, 60_000, 60_000, 60_000];
/** Refusals of messages that were on their way together count once. */
const SAME_MS = 2_000;

/** How slow it is at the moment. */
export function slowLevelAt({ slowLevel, slowedAt }: Slow, now: Date): number {
  if (!slowedAt) return 0;
  let leftMs = Math.max(0, now.getTime() - slowedAt.getTime());
  let level = Math.min(slowLevel, LEFT_AT.length - 1);
  while (level > 0 && leftMs >= (PASSES_MS[level] ?? 0)) {
    leftMs -= PASSES_MS[level] ?? 0;
    level -= 1;
  }
  return level;
}

/** WhatsApp said that it was too much at once. Null: it has said so a moment ago. */
export function slowedBy(slow: Slow, now: Date): { slowLevel: number; slowedAt: Date } | null {
  const level = slowLevelAt(slow, now);
  if (level > 0 && slow.slowedAt && now.getTime() - slow.slowedAt.getTime() < SAME_MS) return null;
  return { slowLevel: Math.min(level + 1, LEFT_AT.length - 1), slowedAt: now };
}

/** For the whole app or account too much was asked: nothing leaves for so long. */
export const restMs = (slowLevel: number): number => 2_500 * 2 ** slowLevel;

/** Answers of a host this near tell when a message arrived; those of another tell of its own work as well. */
const NEAR_MS = 20;
/** An answer takes so long anyhow. */
const AT_LEAST_MS = 4;
/** What the margin takes in, and a little less. */
const WANDERING_MS = 6;
const MOST_LATE_MS = 1_000;

/**
 * How much later than planned messages arrived: they came into a second that was meant for others, so as much is left out.
 * `leftLateMs`: how late they left; `answerMs`: how long their answers took.
 */
export function latenessOf(calls: readonly { leftLateMs: number; answerMs: number }[]): number {
  if (calls.length === 0) return 0;
  const answers = calls.map(({ answerMs }) => answerMs).sort((a, b) => a - b);
  const typical = Math.max(answers[Math.floor(answers.length / 2)] ?? 0, AT_LEAST_MS);
  const late = calls.map(
    ({ leftLateMs, answerMs }) => leftLateMs + (typical <= NEAR_MS ? Math.max(0, answerMs - typical) : 0),
  );
  return Math.min(Math.max(0, Math.max(...late) - WANDERING_MS), MOST_LATE_MS);
}
