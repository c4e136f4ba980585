/** A request's row as the fold of its events (law 5): column names of the table, instants as ISO strings. */
import type { NextStep, Priority, State, WaitsOn } from "../../shared/request.ts";

export type RequestColumns = {
  state: State;
  state_since: string;
  returns_to: State | null;
  title_id: number;
  place_id: number | null;
  category_id: number | null;
  area_id: number | null;
  priority: Priority;
  contact_id: number | null;
  conversation_id: number | null;
  owner_account_id: number | null;
  owner_team_id: number | null;
  worker_contact_id: number | null;
  waits_on: WaitsOn | null;
  next_step: NextStep | null;
  next_step_text_id: number | null;
  next_step_at: string | null;
  promise_at: string | null;
  promise_state: "open" | "kept" | "broken" | null;
  chases: number;
  last_chased_at: string | null;
  last_client_message_at: string | null;
  last_heard_at: string | null;
  opened_at: string;
  first_done_at: string | null;
  done_at: string | null;
  first_closed_at: string | null;
  closed_at: string | null;
  linked_to: number | null;
  /** Where it went on, once merged into another. */
  merged_into: number | null;
  is_void: boolean;
};
export type RequestRow = RequestColumns & { id: number; version: number };
export type Changes = Partial<RequestColumns>;

/** A request of which nothing is known yet; the first event says the rest. */
export const BLANK: RequestColumns = {
  state: "new",
  state_since: "",
  returns_to: null,
  title_id: 0,
  place_id: null,
  category_id: null,
  area_id: null,
  priority: "normal",
  contact_id: null,
  conversation_id: null,
  owner_account_id: null,
  owner_team_id: null,
  worker_contact_id: null,
  waits_on: null,
  next_step: null,
  next_step_text_id: null,
  next_step_at: null,
  promise_at: null,
  promise_state: null,
  chases: 0,
  last_chased_at: null,
  last_client_message_at: null,
  last_heard_at: null,
  opened_at: "",
  first_done_at: null,
  done_at: null,
  first_closed_at: null,
  closed_at: null,
  linked_to: null,
  merged_into: null,
  is_void: false,
};

export const COLUMNS = Object.keys(BLANK) as (keyof RequestColumns)[];

const INSTANTS = new Set<string>(COLUMNS.filter((column) => /_(at|since)$/.test(column)));
export const isInstant = (column: keyof RequestColumns): boolean => INSTANTS.has(column);

/** The columns that hold the id of a text. */
export const WORD_COLUMNS = ["title_id", "place_id", "next_step_text_id"] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];

/** What the events, in order, make of a request. */
export function fold(
  events: readonly { seq: number; changes: Changes }[],
): RequestColumns & { version: number } {
  return Object.assign({ ...BLANK, version: 0 }, ...events.map((event) => event.changes), {
    version: events.at(-1)?.seq ?? 0,
  });
}

/** The columns in which two rows differ. */
export function differingColumns(one: RequestColumns, other: RequestColumns): (keyof RequestColumns)[] {
  return COLUMNS.filter((column) =>
    isInstant(column)
      ? momentOf(one[column]) !== momentOf(other[column])
      : (one[column] ?? null) !== (other[column] ?? null),
  );
}

/** Instants may be written with different zones: compared as moments. */
const momentOf = (value: unknown): number | null => (typeof value === "string" ? Date.parse(value) : null);
