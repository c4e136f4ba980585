/** A refusal in words that say what to do. Screens translate by its code; names come in `detail`. */
import { requestRef } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import { type ErrorKind, UserError } from "../errors.ts";
import type { Refusal, Why } from "./command.ts";
import { namesOf } from "./store.ts";

const WORDS: Record<Why, { kind: ErrorKind; code?: string; say: (told: Told) => string }> = {
  same_state: { kind: "conflict", say: ({ ref, state }) => `${ref} is ${state} already.` },
  not_from_here: {
    kind: "conflict",
    say: ({ ref, state }) =>
      `${ref} is ${state}, and cannot go there from it. Choose one of the moves it offers.`,
  },
  not_your_role: {
    kind: "forbidden",
    say: ({ role }) =>
      role
        ? `Only a ${role} may make this move. Ask one.`
        : "Only the worker, the client or a rule makes this move.",
  },
  held_by_other: {
    kind: "forbidden",
    say: ({ ref, by }) => `${by ?? "Somebody else"} holds ${ref}. Ask them or a coordinator.`,
  },
  needs_reason: { kind: "bad_request", say: () => "Write why, in a word or two." },
  needs_work: {
    kind: "conflict",
    say: ({ ref }) => `The category of ${ref} asks for work first. Have it done, or change the category.`,
  },
  needs_worker: { kind: "bad_request", say: () => "Choose the worker it goes to." },
  needs_waits_on: {
    kind: "bad_request",
    say: () => "Say whom it waits on: the client or a third party.",
  },
  not_found: {
    kind: "not_found",
    code: "request_not_found",
    say: ({ ref }) => `There is no request ${ref}. It may have been taken back.`,
  },
  exists: { kind: "conflict", code: "request_exists", say: ({ ref }) => `${ref} was opened already.` },
  broken_promise: {
    kind: "bad_request",
    say: ({ ref }) => `The promise of ${ref} was broken. Write a word on it to close it.`,
  },
  changed_meanwhile: {
    kind: "conflict",
    code: "request_changed",
    say: ({ by }) => `${by ?? "Somebody"} changed this a moment ago. Look at it again, then change it.`,
  },
  moved_meanwhile: {
    kind: "conflict",
    say: ({ ref, by, state }) => `${by ?? "Somebody"} moved ${ref} to ${state} a moment ago.`,
  },
  over: {
    kind: "conflict",
    code: "request_over",
    say: ({ ref, state }) => `${ref} is ${state}. Reopen it first.`,
  },
  closed_long_ago: {
    kind: "conflict",
    code: "request_closed_long_ago",
    say: ({ ref, state }) => `${ref} has been ${state} for more than 72 hours. Open a new request.`,
  },
  time_is_past: {
    kind: "bad_request",
    code: "time_is_past",
    say: () => "This time has passed. Choose one that is still ahead.",
  },
  nothing_to_undo: {
    kind: "conflict",
    code: "undo_nothing",
    say: ({ ref }) => `There is nothing of yours to undo on ${ref}.`,
  },
  undo_not_yours: {
    kind: "conflict",
    code: "undo_not_yours",
    say: ({ ref, by }) =>
      `The last change of ${ref} was made by ${by ?? "somebody else"}. Only they can undo it.`,
  },
  undo_too_late: {
    kind: "conflict",
    code: "undo_too_late",
    say: () => "This was more than ten minutes ago. Make the opposite change instead.",
  },
  undo_built_on: {
    kind: "conflict",
    code: "undo_built_on",
    say: ({ ref, by }) => `${by ?? "Somebody"} went on with ${ref} since. Undo that first.`,
  },
  not_due: { kind: "conflict", code: "not_due", say: ({ ref }) => `Nothing is due on ${ref}.` },
  no_such_category: {
    kind: "bad_request",
    code: "no_such_category",
    say: () => "This category is gone. Choose another.",
  },
  no_such_area: {
    kind: "bad_request",
    code: "no_such_area",
    say: () => "This area is gone. Choose another.",
  },
  no_such_owner: {
    kind: "bad_request",
    code: "no_such_owner",
    say: () => "This person or team is not here any more. Choose another.",
  },
  no_such_worker: {
    kind: "bad_request",
    code: "no_such_worker",
    say: () => "This contact is not a worker. Choose a worker, or make them one in Contacts.",
  },
  merged_away: {
    kind: "conflict",
    code: "request_merged",
    say: ({ ref, by, into }) => `${by ?? "Somebody"} merged ${ref} into ${into}. Go on there.`,
  },
  merge_itself: {
    kind: "bad_request",
    code: "merge_itself",
    say: () => "A request cannot be merged with itself. Choose another.",
  },
  merge_worker: {
    kind: "conflict",
    code: "merge_worker",
    say: ({ ref }) => `A worker has ${ref}. Let it be the one that stays, or take it back from them first.`,
  },
  merge_two_promises: {
    kind: "conflict",
    code: "merge_two_promises",
    say: () => "Both have promised a time. Say which of the two stands.",
  },
};

type Told = { ref: string; by: string | null; state: string; role: string | undefined; into: string };

/** The error of a refused command, with the names it needs. */
export async function asUserError(db: Db, requestId: number, refusal: Refusal): Promise<UserError> {
  const { why, by, role, state, into } = refusal;
  const name = by ? await nameOf(db, by) : null;
  const { kind, code, say } = WORDS[why];
  const told = { state: state ?? "", role, into: into === undefined ? "" : requestRef(into) };
  return new UserError(kind, say({ ...told, ref: requestRef(requestId), by: name }), {
    code: code ?? `move_${why}`,
    detail: {
      requestId,
      ...(name && { by: name }),
      ...(role && { role }),
      ...(state && { state }),
      ...(into !== undefined && { into }),
    },
  });
}

/** Who somebody is to people; null when nobody knows. */
export async function nameOf(db: Db, { kind, id }: NonNullable<Refusal["by"]>): Promise<string | null> {
  if (kind === "system" || kind === "rule") return "Baton";
  if (id === null) return null;
  const [found] = await namesOf(db, {
    accounts: kind === "account" ? [id] : [],
    contacts: kind === "contact" ? [id] : [],
    tokens: kind === "token" ? [id] : [],
  });
  return found?.name ?? null;
}
