/** What a request is, which moves it may make and who may make them (docs/decisions, "Moves"). Runs on both sides. */

export const STATES = [
  "new",
  "ready",
  "assigned",
  "working",
  "blocked",
  "waiting",
  "done",
  "closed",
  "cancelled",
] as const;
export type State = (typeof STATES)[number];

/** Not closed and not cancelled. Law 4 holds for these. */
export const OPEN_STATES = ["new", "ready", "assigned", "working", "blocked", "waiting", "done"] as const;
export const isOpen = (state: State): boolean => state !== "closed" && state !== "cancelled";
export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Staff roles, each may do all the ones before it may. */
export const ROLES = ["operator", "coordinator", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];
export const hasRole = (held: Role, needed: Role): boolean => ROLES.indexOf(held) >= ROLES.indexOf(needed);

/** On whom a request waits; null only when it is over. */
export const WAITS_ON = ["us", "client", "worker", "third_party"] as const;
export type WaitsOn = (typeof WAITS_ON)[number];

/** What comes next, as a code; a free text may say more. */
export const NEXT_STEPS = [
  "sort",
  "offer",
  "answer_card",
  "word_from_worker",
  "unblock",
  "ask_again",
  "confirm",
  "other",
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Law 4 from day one: next step and time by state (calendar time until a business calendar exists). */
export const DEFAULT_STEP = {
  new: { step: "sort", afterMs: 10 * MINUTE },
  ready: { step: "offer", afterMs: 30 * MINUTE },
  assigned: { step: "answer_card", afterMs: 15 * MINUTE },
  working: { step: "word_from_worker", afterMs: 4 * HOUR },
  blocked: { step: "unblock", afterMs: 15 * MINUTE },
  waiting: { step: "ask_again", afterMs: 4 * HOUR },
  done: { step: "confirm", afterMs: 72 * HOUR },
} as const satisfies Record<Exclude<State, "closed" | "cancelled">, { step: NextStep; afterMs: number }>;

/** A done request nobody writes about for this long is closed; a closed one written about within it is reopened. */
export const QUIET_MS = 72 * HOUR;
/** One's own last move can be undone for this long, while nothing was built on it. */
export const UNDO_MS = 10 * MINUTE;
/** What a rule decided alone can be undone by anybody for this long: nobody was there when it did. */
export const RULE_UNDO_MS = 24 * HOUR;

/** Who moves a request: a role on a screen or through the API, the worker in WhatsApp, the client, or the system by rule. */
export type Mover = Role | "worker" | "client" | "system";

type Rule = {
  /** The least role that may make the move; absent: no person on a screen may. */
  role?: Role;
  worker?: true;
  client?: true;
  system?: true;
  /** A word on why, kept with the event. */
  reason?: true;
  /** Only in a category that needs no work (a question answered at once). */
  onlyWithoutWork?: true;
};

/** Where a request may go next, and who may send it there. Anything absent is refused. `waiting` → back is added by `ruleFor`. */
const MOVES: Record<State, Partial<Record<State, Rule>>> = {
  new: {
    ready: { role: "operator", system: true },
    waiting: { role: "operator" },
    closed: { role: "operator", onlyWithoutWork: true },
    cancelled: { role: "operator", reason: true },
  },
  ready: {
    assigned: { role: "coordinator", system: true },
    working: { role: "operator" },
    waiting: { role: "operator" },
    closed: { role: "operator", onlyWithoutWork: true },
    cancelled: { role: "operator", reason: true },
  },
  assigned: {
    working: { worker: true, role: "coordinator" },
    ready: { worker: true, role: "coordinator", system: true },
    blocked: { worker: true, role: "coordinator" },
    waiting: { role: "coordinator" },
    cancelled: { role: "coordinator", reason: true },
  },
  working: {
    done: { worker: true, role: "coordinator", reason: true },
    blocked: { worker: true, role: "coordinator" },
    waiting: { worker: true, role: "coordinator" },
    ready: { role: "coordinator" },
    cancelled: { role: "coordinator", reason: true },
  },
  blocked: {
    working: { role: "coordinator" },
    assigned: { role: "coordinator" },
    ready: { role: "coordinator" },
    waiting: { role: "coordinator" },
    cancelled: { role: "coordinator", reason: true },
  },
  waiting: {
    ready: { role: "operator" },
    closed: { role: "operator", onlyWithoutWork: true },
    cancelled: { role: "operator", reason: true },
  },
  done: {
    closed: { client: true, system: true, role: "coordinator" },
    working: { client: true, role: "coordinator" },
    ready: { role: "coordinator" },
  },
  closed: { ready: { client: true, role: "operator" } },
  cancelled: { ready: { client: true, role: "operator" } },
};

/** What `checkMove` needs to know of a request. */
export type Movable = {
  state: State;
  /** From where it went to waiting; the answer takes it back there. */
  returnsTo: State | null;
  /** Whether its category asks for work at all; true without a category. */
  needsWork: boolean;
  /** The holder, when it is a person; null when a team holds it. */
  ownerAccountId: number | null;
};

export type MoveRefusal =
  | "same_state"
  | "not_from_here"
  | "not_your_role"
  | "held_by_other"
  | "needs_reason"
  | "needs_work"
  | "needs_worker"
  | "needs_waits_on";

function ruleFor(request: Movable, to: State): Rule | undefined {
  const rule = MOVES[request.state][to];
  if (request.state === "waiting" && request.returnsTo === to)
    return { role: "operator", system: true, ...rule };
  return rule;
}

export type MoveAsk = {
  to: State;
  by: Mover;
  /** The account that asks, when a person does: an operator may not move what another person holds. */
  accountId: number | null;
  reason?: string | null;
  workerId?: number | null;
  waitsOn?: WaitsOn | null;
};

/** Whether the move is allowed, or the reason it is not. Pure; used by screens to offer and by the server to decide. */
export function checkMove(
  request: Movable,
  ask: MoveAsk,
): { ok: true } | { ok: false; why: MoveRefusal; role?: Role } {
  if (request.state === ask.to) return { ok: false, why: "same_state" };
  const rule = ruleFor(request, ask.to);
  if (!rule) return { ok: false, why: "not_from_here" };
  if (rule.onlyWithoutWork && request.needsWork) return { ok: false, why: "needs_work" };
  switch (ask.by) {
    case "worker":
      if (!rule.worker) return { ok: false, why: "not_your_role" };
      break;
    case "client":
      if (!rule.client) return { ok: false, why: "not_your_role" };
      break;
    case "system":
      if (!rule.system) return { ok: false, why: "not_your_role" };
      break;
    default: {
      if (!rule.role) return { ok: false, why: "not_your_role" };
      if (!hasRole(ask.by, rule.role)) return { ok: false, why: "not_your_role", role: rule.role };
      const other = request.ownerAccountId !== null && request.ownerAccountId !== ask.accountId;
      if (other && isOpen(request.state) && !hasRole(ask.by, "coordinator"))
        return { ok: false, why: "held_by_other", role: "coordinator" };
      if (rule.reason && !ask.reason?.trim()) return { ok: false, why: "needs_reason" };
    }
  }
  if (ask.to === "assigned" && !ask.workerId) return { ok: false, why: "needs_worker" };
  if (ask.to === "waiting" && ask.waitsOn !== "client" && ask.waitsOn !== "third_party")
    return { ok: false, why: "needs_waits_on" };
  return { ok: true };
}

/** The states a Move menu offers to this person, in the board's order; what else each asks for is told beside it. */
export function movesFor(
  request: Movable,
  role: Role,
  accountId: number | null,
): { to: State; needs: ("reason" | "worker" | "waits_on")[] }[] {
  return STATES.flatMap((to) => {
    const full = { reason: "x", workerId: 1, waitsOn: "client" } as const;
    if (!checkMove(request, { to, by: role, accountId, ...full }).ok) return [];
    const needs: ("reason" | "worker" | "waits_on")[] = [];
    if (ruleFor(request, to)?.reason) needs.push("reason");
    if (to === "assigned") needs.push("worker");
    if (to === "waiting") needs.push("waits_on");
    return [{ to, needs }];
  });
}

/** On whom a request waits in a state; a working one without a worker is desk work and waits on us. */
export function waitsOnIn(state: State, hasWorker: boolean, chosen: WaitsOn | null): WaitsOn | null {
  switch (state) {
    case "new":
    case "ready":
    case "blocked":
      return "us";
    case "assigned":
      return "worker";
    case "working":
      return hasWorker ? "worker" : "us";
    case "waiting":
      return chosen ?? "client";
    case "done":
      return "client";
    case "closed":
    case "cancelled":
      return null;
    default:
      return state satisfies never;
  }
}

/** How a request is named to people. */
export const requestRef = (id: number): string => `R-${id}`;
