/** What can happen to a request, and by whom. Events hold codes, ids and instants; words are elsewhere. */
import type { Mover } from "../../shared/request.ts";
import type { Changes, WordColumn } from "./row.ts";

const EVENT_KINDS = [
  "opened",
  "triaged",
  "assigned",
  "accepted",
  "declined",
  "started",
  "blocked",
  "unblocked",
  "waiting",
  "resumed",
  "answered",
  "moved",
  "promised",
  "promise_withdrawn",
  "promise_kept",
  "promise_broken",
  "note",
  "evidence",
  "message",
  "replied",
  "chased",
  "done",
  "confirmed",
  "closed",
  "reopened",
  "cancelled",
  "merged",
  "split",
  "messages_left",
  "messages_came",
  "handed_over",
  "changed",
  "undone",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds on which nothing is built: one can be taken back whatever came after it, and they stop no undo. */
const PASSIVE: ReadonlySet<EventKind> = new Set([
  "message",
  "replied",
  "chased",
  "note",
  "evidence",
  // Where messages are is kept by the mending that took them there, and which one must be undone first.
  "split",
  "messages_left",
  "messages_came",
]);
export const isPassive = (kind: EventKind): boolean => PASSIVE.has(kind);

const ACTOR_KINDS = ["account", "contact", "token", "rule", "system"] as const;
const THROUGH = ["screen", "whatsapp", "api", "rule", "command"] as const;
type Through = (typeof THROUGH)[number];

/** Who did it, through what, and as whom the moves of a request know them. */
export type EventActor = {
  kind: (typeof ACTOR_KINDS)[number];
  id: number | null;
  mover: Mover;
  through: Through;
};

export const SYSTEM: EventActor = { kind: "system", id: null, mover: "system", through: "rule" };

export type Facts = Record<string, string | number | boolean | null>;

/** An event as the rules make it: its texts are not rows yet, so their ids are missing from `changes`. */
export type NewEvent = {
  kind: EventKind;
  at: string;
  changes: Changes;
  facts: Facts;
  /** Note or reason written with it. */
  text: string | null;
  /** Texts that the row will point to. */
  words: Partial<Record<WordColumn, string>>;
};

/** An event as it is kept. */
export type KeptEvent = {
  seq: number;
  at: string;
  recorded_at: string;
  kind: EventKind;
  actor_kind: EventActor["kind"];
  actor_id: number | null;
  through: Through;
  changes: Changes;
  facts: Facts;
  text_id: number | null;
};

/** One command may write several events; those after the first name it, so that undo takes them back together. */
export const PART_OF = "partOf";
/** On an `undone` event: the sequence number of the event it takes back. */
export const UNDID = "undid";
