/** WhatsApp's rates: how many messages of a number may leave in the next moment, and when one person may get the next. Pure. */

/**
 * How far ahead messages are made ready, so that a busy moment does not leave the line empty: what is missed of a second
 * is never made good. What dies with a process is that much.
 */
const HORIZON_MS = 220;
/** No more at once, so that a look stays short. */
const MOST_AHEAD = 240;
/** So many that people typed may be made ready beside them: they go first, and wait for nothing but the pace. */
export const PEOPLE_AHEAD = 20;

export type Pace = {
  /** Messages a second. */
  throughput: number;
  slowLevel: number;
  slowedAt: Date | null;
};

/** Messages a second, now. */
export const rateOf = ({ throughput, ...slow }: Pace, now: Date): number =>
  Math.max(throughput * (LEFT_AT[slowLevelAt(slow, now)] ?? 1), 1);

/** How many are kept ready to leave. */
export const aheadOf = (perSecond: number): number =>
  Math.min(Math.floor((perSecond * HORIZON_MS) / 1_000) + 1, MOST_AHEAD);

/** Who sends for a number. By the database's clock, so that all processes agree. */
export type Hold = {
  /** Held by the process that asks. */
  isOurs: boolean;
  /** How long it is still held; negative: so long it has been nobody's. */
  heldMs: number;
  /** What the last holder had sent within its last second; null when it died. */
  carried: number | null;
};

/** For so long a process holds a number; one that dies is followed by another after this and a second. */
export const HOLD_MS = 2_000;
const RENEW_MS = HOLD_MS / 2;
const SECOND_MS = 1_000;

export type Holding =
  | { kind: "held" }
  /** Another process sends. */
  | { kind: "others"; forMs: number }
  /** To be written down as ours, with what another process may have sent a moment ago. */
  | { kind: "take"; carried: { count: number; forMs: number } | null };

export function holdingOf({ isOurs, heldMs, carried }: Hold, perSecond: number): Holding {
  if (heldMs > 0 && !isOurs) return { kind: "others", forMs: heldMs };
  if (heldMs > RENEW_MS) return { kind: "held" };
  const forMs = SECOND_MS + heldMs;
  if (isOurs || forMs <= 0) return { kind: "take", carried: null };
  return { kind: "take", carried: { count: carried ?? Math.floor(perSecond), forMs } };
}

/** Every fourth belongs to programs, so that a busy hour of typing delays what they wrote and never stops it. */
export const PROGRAMS_TURN = 4;

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
const LEFT_AT = [1, 0.95, 0.5, 0.25, 0.125];
/** After this a level passes. */
const PASSES_MS = [0, 5_000, 60_000, 60_000, 60_000];
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
