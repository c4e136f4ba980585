/** What the diagnosis finds in a chat, stage by stage; each stage is pure and is given what the ones before it found. */
import type { Chat, WallTime } from "./chat.ts";

/** Place of a message in `Chat.messages`, of a person in `Chat.people`, of a request in `Diagnosis.requests`. */
export type MessageIndex = number;
export type PersonIndex = number;
export type RequestIndex = number;

// Who is who

export const ROLES = ["staff", "worker", "client", "bot"] as const;
export type Role = (typeof ROLES)[number];

/** Why somebody was taken for what they are, strongest first; the report has a sentence for each. */
export type RoleReason =
  | { kind: "said_by_you" }
  | { kind: "answers"; share: number }
  | { kind: "breadth"; people: number }
  | { kind: "promises"; count: number }
  | { kind: "reports_work"; count: number }
  | { kind: "asks"; share: number }
  | { kind: "made_the_group" }
  | { kind: "hours"; share: number }
  | { kind: "named_like_the_business" }
  | { kind: "sends_the_same" };

export type Person = {
  name: string;
  role: Role;
  messages: number;
  /** 0 to 1. */
  certainty: number;
  reasons: RoleReason[];
  /** Another one who is most likely the same person, to ask about. */
  perhapsSameAs: PersonIndex | null;
};

/** What the reader of the report corrected, by name as it stands in the chat. */
export type Corrections = { roles: ReadonlyMap<string, Role>; dateOrder?: "DMY" | "MDY" | "YMD" };

// What each message does

export const ACTS = [
  "request",
  "status_chase",
  "question",
  "answer",
  "promise",
  "acknowledgement",
  "completion",
  "closing",
  "cancel",
  "chat",
] as const;
export type Act = (typeof ACTS)[number];

export type Reading = {
  /** The main one. */
  act: Act;
  confidence: number;
  /** Others that the same message does, most likely first. */
  also: readonly Act[];
  /** The time ahead that ours name or agree to ("mañana a las 10"), promised or not: by the clock of the chat. */
  due: WallTime | null;
  /** Neither a new fact nor an answer: it asks again, urges, only pings, thanks or greets. */
  addsNothing: boolean;
};

export type Language = "en" | "es" | "pt" | "fr" | "id" | "ar" | "hinglish" | "sw" | "de";

/** Languages spoken, by share of the messages; `unread`: the share of messages in a language nobody taught us. */
export type Languages = { shares: Partial<Record<Language, number>>; unread: number };

// Which message belongs to which request

export type Thread = {
  messages: MessageIndex[];
  /** Of each message, 0 to 1: how sure it is that it belongs here. */
  confidence: number[];
};

// When people work

/** Sorted, apart from each other, in minutes from Monday 00:00; at most 10,080. */
export type WeekSpan = { from: number; to: number };

export type Shifts = {
  /** When somebody of ours answers: what business time counts. */
  hours: readonly WeekSpan[];
  /** Each boundary between two shifts, in minutes of the week, and who goes and who comes. Empty: all work alike. */
  boundaries: readonly { minute: number; ends: readonly PersonIndex[]; starts: readonly PersonIndex[] }[];
  /** Runs of one person's messages without a longer gap. */
  sessions: readonly { person: PersonIndex; from: WallTime; to: WallTime }[];
  gapMinutes: number;
};

// What became of each request

export const RESOLUTIONS = ["confirmed", "claimed", "presumed", "open"] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export type ChatRequest = {
  /** Short, from its own words. */
  title: string;
  messages: MessageIndex[];
  /** 0 to 1, the mean of its messages'. */
  confidence: number;
  client: PersonIndex | null;
  opened: MessageIndex;
  /** Null when staff opened it, or when nobody answered. */
  firstReply: MessageIndex | null;
  resolved: Resolution;
  resolvedAt: MessageIndex | null;
  chases: MessageIndex[];
  promises: { message: MessageIndex; due: WallTime | null }[];
  handledBy: PersonIndex[];
  crossedShift: boolean;
  droppedAtShift: boolean;
  /** Where it was open over a boundary: the boundary's time, and whether it was dropped there. */
  crossings: { at: WallTime; isDropped: boolean }[];
  /** Staff's words after silence (measures.md 6), and the chase right before each, if any. */
  followUps: { message: MessageIndex; after: MessageIndex | null }[];
};

// The four signs and the advice

export type Level = "quiet" | "watch" | "act";

/** `part` of `of`, with its 95 % interval. */
export type Share = { part: number; of: number; share: number; low: number; high: number };

/** A figure of one request each, where open ones count as not yet over: milliseconds; null where too few are over. */
export type Spell = {
  n: number;
  median: number | null;
  low: number | null;
  high: number | null;
  p90: number | null;
};

export type Signs = {
  contextDroppedAtShift: {
    told: boolean;
    level: Level;
    dropped: Share;
    /** Against requests of like age and hour that span no boundary; null where it cannot be reckoned. */
    risk: { ratio: number; low: number; high: number } | null;
    requests: RequestIndex[];
  };
  reactiveFollowUp: {
    told: boolean;
    level: Level;
    reactive: Share;
    /** Requests with at least one chase. */
    chased: Share;
    /** Chases when a client is taken to be chasing after 5 or after 60 minutes instead of 15. */
    sensitivity: { after5: number; after60: number };
    requests: RequestIndex[];
  };
  visibility: {
    told: boolean;
    /** Whose state is known with confidence of at least 0.9 without reading. */
    known: Share;
    arrivalsPerWeek: number;
    workInProgress: number;
    /** Arrival rate times mean time to resolution: near `workInProgress` where the figures hold together. */
    byLittlesLaw: number | null;
    requests: RequestIndex[];
  };
  bottleneck: {
    told: boolean;
    level: Level;
    person: PersonIndex | null;
    /** Waits, chases and drops that hang on what only that person holds. */
    hanging: Share;
    /** Of requests handled, by person. */
    shares: { person: PersonIndex; share: number; requests: number }[];
    hhi: number;
    effectiveStaff: number;
    gini: number;
    truckFactor: PersonIndex[];
    /** Median reply in milliseconds on days without the person against days with; null: never away, or too few. */
    absence: { without: number; with: number } | null;
    requests: RequestIndex[];
  };
};

export const VERDICTS = ["stay", "watch", "add_structure", "not_enough"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What to do, in this order; the report has a sentence for each. */
export type Advice =
  | { kind: "stay_as_you_are" }
  | { kind: "hand_over_open_requests"; boundaries: number[] }
  | { kind: "agree_who_answers"; fromHour: number; toHour: number }
  | { kind: "next_step_and_time" }
  | { kind: "share_what_one_knows"; person: PersonIndex }
  | { kind: "measure_again"; weeks: number }
  | { kind: "leave_the_group" }
  | { kind: "gather_more"; requestsMissing: number };

/** What could not be told, with how much of it. */
export type NotTold =
  | { kind: "left_out"; what: "photos" | "voice_notes" | "videos" | "files"; count: number }
  | { kind: "calls"; count: number }
  | { kind: "deleted"; count: number }
  | { kind: "perhaps_one_person"; people: [PersonIndex, PersonIndex] }
  | { kind: "no_clear_end"; count: number }
  | { kind: "unreadable"; count: number }
  | { kind: "language"; share: number }
  | { kind: "date_order"; certainty: "inferred" | "ambiguous" }
  | { kind: "role_unsure"; people: PersonIndex[] }
  | { kind: "too_few_requests"; missing: number }
  | { kind: "one_shift" }
  | { kind: "one_person" };

export type Diagnosis = {
  chat: Chat;
  people: Person[];
  languages: Languages;
  shifts: Shifts;
  requests: ChatRequest[];
  signs: Signs;
  verdict: Verdict;
  advice: Advice[];
  notTold: NotTold[];
  /** First reply, reply to each turn, and time to resolution: by the calendar and in business time. */
  times: Record<"firstReply" | "reply" | "resolution", { calendar: Spell; business: Spell }>;
  /** Arrivals and those of them chased, by week (its Monday 00:00). */
  weeks: { from: WallTime; requests: number; chased: number }[];
  /** From which week on chases run ahead of what they were; null where nothing changed. */
  since: WallTime | null;
  /** Chases by hour of the day, 24 of them. */
  chasesByHour: number[];
};
