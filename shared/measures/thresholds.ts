/**
 * Where a sign begins to tell, and the times the measures count by. No published norm exists for any of these: they
 * are where hand-written chats of firms that do well and that do badly part, and each says why.
 */
import { MINUTE } from "./business-time.ts";

const HOUR = 60 * MINUTE;

export type Threshold = { watch: number; act: number };

export const THRESHOLDS = {
  /** One request in ten lost at a change of shift is a bad day; one in four is how it is done. */
  dropped: { watch: 0.1, act: 0.25 },
  /** A third of the late words only after a chase: memory slips. Half: the clients are the memory. */
  reactive: { watch: 0.3, act: 0.5 },
  /** Among three who could, a third each would be even; half is one person's desk, two thirds a queue for it. */
  hanging: { watch: 0.5, act: 0.66 },
} as const satisfies Record<string, Threshold>;

/**
 * Under 20 an interval is wider than the space between watch and act. Of 20 that a careful reader finds in a chat, about
 * 18 are found here (labelled chats, each read by what was learnt from the others): a sign is told from those on. Live counts
 * miss nothing and may ask for 20.
 */
export const FEWEST_TO_TELL = 18;
/** Medians of fewer requests move by half with a single one. */
export const FEWEST_REQUESTS = 30;

/** A client who writes again sooner is still typing, or correcting; 5 and 60 minutes show how much hangs on it. */
export const CHASE_AFTER = { usual: 15 * MINUTE, least: 5 * MINUTE, most: 60 * MINUTE };
/** Business time after which a word of ours is a follow-up, and a client who asks after one chases: half a day. */
export const FOLLOW_UP_AFTER = 4 * HOUR;
/** Silence after our word from which on a request is presumed to be over; also how long a closed one may come back. */
export const PRESUMED_AFTER = 72 * HOUR;
/** What the next shift has to pick up what the last one left, where nothing better is known. */
export const PICKED_UP_WITHIN = 2 * HOUR;
/** A reply slower than the firm's own 90th percentile is late, but never one within the hour. */
export const LEAST_LATE = HOUR;
/** A state is visible without reading where it is as sure as that. */
export const KNOWN_FROM = 0.9;
/** Where no sign can be told, "stay" needs the share of requests chased to lie under this by its upper end: 4 of 20 do. */
export const FEW_CHASED = 0.42;
/** Requests of a person that must wait, by the lower end, before they are taken to wait for that person. */
export const WAITS_FROM = 0.15;
