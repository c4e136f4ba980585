/** What can be asked of a request, by a person, a worker, the client or the system. */
import type { PromiseOf } from "../../shared/merging.ts";
import type { MoveRefusal, NextStep, Priority, Role, State, WaitsOn } from "../../shared/request.ts";
import type { EventActor, KeptEvent, NewEvent } from "./events.ts";
import type { RequestRow } from "./row.ts";

export type OwnerRef = { kind: "account" | "team"; id: number };

/** Messages of a contact that a decision sorts: how many, and from when to when by WhatsApp's time. */
export type Said = { count: number; firstAt: string; lastAt: string };

export type OpenAsk = {
  kind: "open";
  state: "new" | "ready";
  title: string;
  place: string | null;
  categoryId: number | null;
  areaId?: number | null | undefined;
  priority: Priority;
  contactId: number | null;
  conversationId: number | null;
  owner: OwnerRef;
  said: Said | null;
  note: string | null;
  linkedTo: number | null;
  /** The request its messages were split off from. */
  splitFrom?: number;
  /** Rules of the house whose word is in it. */
  ruleIds?: readonly number[];
};
export type MoveAsk = {
  kind: "move";
  to: State;
  reason: string | null;
  workerId: number | null;
  waitsOn: WaitsOn | null;
  /** The version the person saw; null when there was none to see. */
  version: number | null;
};
/** Messages leave a request: for a new one, for another one, or (null) for the tray. */
export type LeaveAsk = {
  kind: "leave";
  as: "split" | "messages_left";
  toId: number | null;
  count: number;
  /** They are in both from now on. */
  isKept: boolean;
  /** When the client said the last of those that stay. */
  lastClientAt: string | null;
};
export type ComeAsk = {
  kind: "come";
  fromId: number;
  count: number;
  isKept: boolean;
  /** What of it the client said. */
  said: Said | null;
  /** Whose they are, for a request that was opened by hand for nobody known. */
  contactId: number | null;
  conversationId: number | null;
};
/** Both are decided by the rows of both, locked together. `promise`: which stands when each has promised another time. */
export type MergeAsk = {
  kind: "merge_away" | "merge_in";
  other: RequestRow;
  count: number;
  promise: PromiseOf | null;
};
/** Absent means untouched. */
export type ChangeAsk = {
  kind: "change";
  version: number | null;
  title?: string | undefined;
  place?: string | null | undefined;
  categoryId?: number | null | undefined;
  areaId?: number | null | undefined;
  priority?: Priority | undefined;
  owner?: OwnerRef | undefined;
  nextStep?: { code: NextStep; text: string | null; at: string } | undefined;
  promiseAt?: string | null | undefined;
};
export type Ask =
  | OpenAsk
  | MoveAsk
  | ChangeAsk
  | LeaveAsk
  | ComeAsk
  | MergeAsk
  | { kind: "note"; text: string }
  | { kind: "message" | "answer" | "chase"; said: Said }
  /** Staff wrote to the client about it: what every reply clock reads (law 10). */
  | { kind: "reply"; messageId: number }
  /** Of the event with this number, or of one's own last. */
  | {
      kind: "undo";
      seq: number | null;
      /** When the client said the last of its messages, once they are back where they were; absent: as the events say. */
      lastClientAt?: string | null;
    }
  /** A promise's time has come; a done request was quiet long enough. */
  | { kind: "promise_due" | "quiet" };

export type Command = {
  requestId: number;
  actor: EventActor;
  /** When it happened by WhatsApp's time; absent: now. */
  at?: string;
  ask: Ask;
};

/** What the rules are told besides the command. */
export type RequestFacts = {
  /** Null: there is none, or it was voided. */
  row: RequestRow | null;
  /** Whether its category asks for work; true without a category. */
  needsWork: boolean;
  /** Its events, when the command has to look back (undo, an older version); else empty. */
  history: readonly KeptEvent[];
};

export type Why =
  | MoveRefusal
  | "not_found"
  | "exists"
  | "broken_promise"
  | "changed_meanwhile"
  | "moved_meanwhile"
  | "over"
  | "closed_long_ago"
  | "time_is_past"
  | "nothing_to_undo"
  | "undo_not_yours"
  | "undo_too_late"
  | "undo_built_on"
  | "not_due"
  | "no_such_category"
  | "no_such_area"
  | "no_such_owner"
  | "no_such_worker"
  | "merged_away"
  | "merge_itself"
  | "merge_worker"
  | "merge_two_promises";

export type Refusal = {
  ok: false;
  why: Why;
  /** The least role that may. */
  role?: Role;
  /** Who was faster, or whose it is. */
  by?: { kind: EventActor["kind"]; id: number | null };
  /** The state it is in now. */
  state?: State;
  /** The request it was merged into. */
  into?: number;
};
export type Outcome = { ok: true; events: NewEvent[] } | Refusal;
