/** Every move from every state by everyone, against the table of decisions 6 written out by hand. */
import { expect, test } from "vitest";
import { type Mover, STATES, type State } from "../../shared/request.ts";
import { aRow } from "../../test/a-row.ts";
import type { EventActor } from "./events.ts";
import { decide } from "./rules.ts";

/**
 * w the worker, o an operator, c a coordinator, s the system, k the client.
 * `?` needs a reason from a person, `!` only in a category without work. What is not here is refused.
 */
const ALLOWED: Record<State, Partial<Record<State, string>>> = {
  new: { ready: "ocs", waiting: "oc", closed: "oc!", cancelled: "oc?" },
  ready: { assigned: "cs", working: "oc", waiting: "oc", closed: "oc!", cancelled: "oc?" },
  assigned: { working: "wc", ready: "wcs", blocked: "wc", waiting: "c", cancelled: "c?" },
  working: { done: "wc?", blocked: "wc", waiting: "wc", ready: "c", cancelled: "c?" },
  blocked: { working: "c", assigned: "c", ready: "c", waiting: "c", cancelled: "c?" },
  // It came from working, so there it goes back.
  waiting: { working: "ocs", ready: "oc", closed: "oc!", cancelled: "oc?" },
  done: { closed: "kcs", working: "kc", ready: "c" },
  closed: { ready: "koc" },
  cancelled: { ready: "koc" },
};

const MOVERS: Record<string, { mover: Mover; kind: EventActor["kind"] }> = {
  w: { mover: "worker", kind: "contact" },
  k: { mover: "client", kind: "contact" },
  s: { mover: "system", kind: "system" },
  o: { mover: "operator", kind: "account" },
  c: { mover: "coordinator", kind: "account" },
};
const PEOPLE = new Set(["o", "c"]);
const NOW = new Date("2026-03-02T10:00:00Z");

function move(from: State, to: State, who: string, given: { reason: boolean; needsWork: boolean }) {
  const { mover = "operator", kind = "account" } = MOVERS[who] ?? {};
  return decide(
    { row: aRow({ state: from }), needsWork: given.needsWork, history: [] },
    {
      requestId: 1,
      actor: { kind, id: 1, mover, through: "screen" },
      ask: {
        kind: "move",
        to,
        reason: given.reason ? "because" : null,
        workerId: to === "assigned" ? 9 : null,
        waitsOn: to === "waiting" ? "client" : null,
        version: null,
      },
    },
    NOW,
  );
}

for (const from of STATES)
  for (const to of STATES) {
    const rule = ALLOWED[from][to] ?? "";
    test(`${from} to ${to} is for ${rule || "nobody"}`, () => {
      for (const who of Object.keys(MOVERS))
        for (const reason of [true, false])
          for (const needsWork of [true, false]) {
            const may =
              rule.includes(who) &&
              !(rule.includes("!") && needsWork) &&
              !(rule.includes("?") && PEOPLE.has(who) && !reason);
            const outcome = move(from, to, who, { reason, needsWork });
            expect({ who, reason, needsWork, may: outcome.ok }).toEqual({ who, reason, needsWork, may });
          }
    });
  }
