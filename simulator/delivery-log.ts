/** What was posted, when, and what came back: the newest few thousand. Never the words themselves. */
import { createHash } from "node:crypto";

const MOST_KEPT = 5_000;
/** Two equal bodies further apart than this count as two. */
const MOST_BODIES = 50_000;

type Attempt = { at: string; answer: number | null; ms: number };
export type Delivery = {
  id: number;
  at: string;
  kind: string;
  ids: string[];
  bytes: number;
  note: "twice" | "shuffled" | "wrong signature" | null;
  attempts: Attempt[];
  state: "waiting" | "accepted" | "given up";
};

export type DeliveryLog = {
  add: (made: { kind: string; ids: string[]; body: Buffer; note: Delivery["note"]; at: Date }) => Delivery;
  answer: (delivery: Delivery, attempt: Attempt, state: Delivery["state"]) => void;
  /** Newest first. */
  list: (limit: number, after: number) => Delivery[];
  totals: () => { posted: number; distinct: number; accepted: number; waiting: number; medianMs: number };
  clear: () => void;
};

export function openDeliveryLog(): DeliveryLog {
  let kept: Delivery[] = [];
  const bodies = new Set<string>();
  let lastMs: number[] = [];
  let nextId = 1;
  let distinct = 0;
  let posted = 0;
  let accepted = 0;
  let waiting = 0;

  return {
    add: ({ kind, ids, body, note, at }) => {
      const hash = createHash("sha1").update(body).digest("base64");
      if (!bodies.has(hash)) {
        distinct += 1;
        bodies.add(hash);
        if (bodies.size > MOST_BODIES) bodies.delete(bodies.values().next().value ?? "");
      }
      waiting += 1;
      const delivery: Delivery = {
        id: nextId,
        at: at.toISOString(),
        kind,
        ids,
        bytes: body.length,
        note,
        attempts: [],
        state: "waiting",
      };
      nextId += 1;
      kept.push(delivery);
      if (kept.length > 2 * MOST_KEPT) kept = kept.slice(-MOST_KEPT);
      return delivery;
    },
    answer: (delivery, attempt, state) => {
      posted += 1;
      if (state !== "waiting") waiting -= 1;
      if (state === "accepted") accepted += 1;
      delivery.state = state;
      delivery.attempts.push(attempt);
      if (delivery.attempts.length > 20) delivery.attempts.splice(1, 1);
      if (attempt.answer !== null) lastMs.push(attempt.ms);
      if (lastMs.length > 2_000) lastMs = lastMs.slice(-1_000);
    },
    list: (limit, after) =>
      kept
        .filter(({ id }) => id > after)
        .slice(-limit)
        .reverse(),
    totals: () => {
      const sorted = lastMs.slice(-1_000).sort((a, b) => a - b);
      const medianMs = sorted[Math.floor(sorted.length / 2)] ?? 0;
      return { posted, distinct, accepted, waiting, medianMs };
    },
    clear: () => {
      kept = [];
      bodies.clear();
      lastMs = [];
      distinct = 0;
      posted = 0;
      accepted = 0;
      waiting = 0;
    },
  };
}
