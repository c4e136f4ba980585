/** A category of a starting set, in all languages. */
import type { Priority } from "../../../shared/request.ts";
import type { Evidence, Label } from "../../../shared/trade.ts";

export type SetLanguage = "en" | "es" | "ar";

/** First reply, take-up and resolution in minutes of business time; null: no aim. */
type Aims = readonly [number | null, number | null, number | null];

export type SetCategory = {
  /** Never changed: it is how one that was taken away is found again. */
  key: string;
  name: Record<SetLanguage, string>;
  label: Label;
  needsWork: boolean;
  evidence: readonly Evidence[];
  priority: Priority;
  targets: Partial<Record<Priority, Aims>>;
};

const HOUR = 60;
/** A day of business time: the hours between opening and closing. */
const DAY = 8 * HOUR;

type AimsByPriority = SetCategory["targets"];

/** Water runs, somebody stands in the dark: what cannot wait until tomorrow. */
export const EMERGENCY: AimsByPriority = {
  urgent: [5, 10, 2 * HOUR],
  high: [10, 20, 4 * HOUR],
  normal: [15, HOUR, DAY],
  low: [HOUR, 4 * HOUR, 3 * DAY],
};
/** Somebody must come, within a day or two. */
export const VISIT: AimsByPriority = {
  urgent: [5, 15, 4 * HOUR],
  high: [15, HOUR, DAY],
  normal: [30, 2 * HOUR, 2 * DAY],
  low: [HOUR, DAY, 5 * DAY],
};
/** Work that is planned: a date matters more than speed. */
export const PLANNED: AimsByPriority = {
  urgent: [10, HOUR, DAY],
  high: [15, 2 * HOUR, 2 * DAY],
  normal: [30, 4 * HOUR, 5 * DAY],
  low: [HOUR, DAY, 10 * DAY],
};
/** On today's round, while the van is still out. */
export const ROUND: AimsByPriority = {
  urgent: [3, 5, HOUR],
  high: [5, 10, 2 * HOUR],
  normal: [10, 30, 4 * HOUR],
  low: [30, 2 * HOUR, DAY],
};
/** Answered from the desk. */
export const DESK: AimsByPriority = {
  urgent: [5, 10, HOUR],
  high: [10, 30, 2 * HOUR],
  normal: [15, HOUR, 4 * HOUR],
  low: [HOUR, 4 * HOUR, 2 * DAY],
};
/** Somebody is unwell: heard at once, by somebody who may say what to do. */
export const CARE: AimsByPriority = {
  urgent: [3, 5, 30],
  high: [5, 15, HOUR],
  normal: [10, 30, 4 * HOUR],
  low: [30, 2 * HOUR, DAY],
};
