/**
 * Sending: heads of many conversations are claimed in one commit before any of them is called, called side by side, and
 * settled together. Whatever happens in between (a time-out, a kill) leaves a row that says so, and is never sent again
 * blindly (law 7).
 */

import { planForLargeTables } from "../db/plans.ts";
import type { Db } from "../db/pool.ts";
import { describeError } from "../describe-error.ts";
import type { System } from "../system.ts";
import { type Recipient, type SendResult, sendMessage } from "../whatsapp/client.ts";
import { type Head, selectHeads } from "./call-store.ts";
import { type Prepared, type PrepareParts, prepareCall } from "./outgoing-call.ts";
import {
  aheadOf,
  HOLD_MS,
  holdingOf,
  PAIR_CREDIT_MS,
  PAIR_GAP_MS,
  PEOPLE_AHEAD,
  rateOf,
  shareOut,
} from "./pace-rules.ts";
import { holdPace, insertPace, lockPace, readPace, type StoredPace } from "./pace-store.ts";
import type { CallResult } from "./send-rules.ts";
import { claimTurns, moveOn } from "./turn-store.ts";

export type SendParts = PrepareParts & {
  system: System;
  /** Of this start of this process: a call of another one is not ours to end. */
  processId: string;
  /** Longer than WhatsApp's slowest answers; tests wait less. */
  timeoutMs?: number;
};

export type Taken = {
  /** Written down as being called. */
  heads: ReadyHead[];
  /** When to ask again: another process sends, or nothing may leave. 0: more is due. Null: nothing more is due now. */
  againMs: number | null;
  /** Present while this process sends for the number. */
  hold: {
    perSecond: number;
    /** Until then, by `performance.now()`, nobody else sends for it. */
    untilMs: number;
    /** What another process sent a moment ago. */
    carried: { count: number; forMs: number } | null;
  } | null;
};

/** Somebody of us typed in its conversation: it goes before what programs wrote. */
export type ReadyHead = Head & { isTyped: boolean };

/** What stands ready here: how many may not leave yet, how many of them go first, and how many were taken so far. */
export type Ready = { waiting: number; typed: number; taken: number };

export async function takeHeads(parts: SendParts, numberId: number, ready: Ready): Promise<Taken> {
  const { db, clock } = parts.system;
  const now = clock.now();
  const taken = await db.transaction(async (tx) => {
    await planForLargeTables(tx);
    const askedAtMs = performance.now();
    const held = await holdNumber(tx, numberId, parts.processId, now);
    if (held.kind !== "held") return { called: [], againMs: held.againMs, hold: null };
    const { perSecond, heldMs, carried } = held;
    const hold = { perSecond, untilMs: askedAtMs + heldMs, carried };
    if (held.restMs > 0) return { called: [], againMs: held.restMs, hold };
    return { ...(await claimHeads(tx, parts, { numberId, ready, perSecond, now })), hold };
  });
  const { called, ...rest } = taken;
  if (called.length === 0) return { ...rest, heads: [] };
  // In a transaction of its own, when what was claimed is committed.
  const heads = await db.transaction(async (tx) => {
    await planForLargeTables(tx);
    const messageIds = called.map(({ messageId }) => messageId);
    return new Map((await selectHeads(tx, messageIds)).map((head) => [head.messageId, head]));
  });
  return {
    ...rest,
    heads: called.flatMap(({ messageId, isTyped }) => {
      const head = heads.get(messageId);
      return head ? [{ ...head, isTyped }] : [];
    }),
  };
}

type Held =
  | {
      kind: "held";
      perSecond: number;
      heldMs: number;
      restMs: number;
      carried: { count: number; forMs: number } | null;
    }
  | { kind: "not_ours"; againMs: number | null };

/** One process sends for a number at a time, so that it can keep the pace to the message. */
async function holdNumber(tx: Db, numberId: number, processId: string, now: Date): Promise<Held> {
  const standing = async (
    pace: StoredPace | undefined,
  ): Promise<Held | { kind: "take"; found: StoredPace }> => {
    if (!pace || pace.isPaused) return { kind: "not_ours", againMs: null };
    const perSecond = rateOf(pace, now);
    const holding = holdingOf(pace, perSecond);
    if (holding.kind === "take") return { kind: "take", found: pace };
    if (holding.kind === "others") return { kind: "not_ours", againMs: holding.forMs };
    return { kind: "held", perSecond, heldMs: pace.heldMs, restMs: pace.restMs, carried: null };
  };
  const read = await readPace(tx, numberId, processId);
  if (!read) await insertPace(tx, numberId);
  const first = read ? await standing(read) : null;
  if (first && first.kind !== "take") return first;
  // Two may want it at once: who comes second sees it taken.
  const locked = await lockPace(tx, numberId, processId);
  const second = await standing(locked);
  if (second.kind !== "take") return second;
  const { found } = second;
  const perSecond = rateOf(found, now);
  const holding = holdingOf(found, perSecond);
  await holdPace(tx, numberId, processId, HOLD_MS);
  const carried = holding.kind === "take" ? holding.carried : null;
  return { kind: "held", perSecond, heldMs: HOLD_MS, restMs: found.restMs, carried };
}

type Claim = { numberId: number; ready: Ready; perSecond: number; now: Date };

async function claimHeads(
  tx: Db,
  { processId }: SendParts,
  { numberId, ready, perSecond, now }: Claim,
): Promise<{ called: { messageId: number; isTyped: boolean }[]; againMs: number | null }> {
  const count = Math.max(0, aheadOf(perSecond) - ready.waiting);
  const claim = async (lane: 0 | 1, limit: number) => {
    if (limit <= 0) return [];
    const turns = await claimTurns(tx, {
      ...{ numberId, lane, limit, now, processId },
      ...{ pairCreditMs: PAIR_CREDIT_MS, pairGapMs: PAIR_GAP_MS },
    });
    return turns.map((turn) => ({ ...turn, isTyped: lane === 0 }));
  };
  const share = shareOut(ready.taken, count);
  const claimed = await claim(0, Math.max(share.people, PEOPLE_AHEAD - ready.typed));
  claimed.push(...(await claim(1, Math.max(share.programs, count - claimed.length))));
  // What programs did not need.
  if (claimed.length < count) claimed.push(...(await claim(0, count - claimed.length)));
  const called = claimed.filter(({ isCalled }) => isCalled);
  const gone = claimed.filter(({ isCalled }) => !isCalled);
  if (gone.length > 0)
    await moveOn(
      tx,
      gone.map((turn) => ({ ...turn, calledBy: processId })),
    );
  return {
    called,
    // Where a message is gone the next one may be due already.
    againMs: claimed.length >= count || gone.length > 0 ? 0 : null,
  };
}

/** @param turn resolves when it may leave; false: another process may send for the number by now */
export async function callHead(
  parts: SendParts,
  head: Head,
  turn: () => Promise<boolean>,
): Promise<CallResult> {
  const { numbers, timeoutMs } = parts;
  const number = numbers.get(head.numberId);
  const to: Recipient | null = head.phone ? { phone: head.phone } : head.bsuid ? { bsuid: head.bsuid } : null;
  // Ours to say: nothing leaves, so nothing is unknown.
  const refused = (detail: string): SendResult => ({
    kind: "refused",
    code: null,
    detail,
    stopsNumber: false,
  });
  if (!number?.canSend || number.accessToken === null || number.pausedAt) return { kind: "held" };
  if (!to) return refused("the contact has neither number nor id");
  const prepared = await prepareSurely(parts, head);
  if (prepared.kind !== "ready") return prepared;
  if (!(await turn())) return { kind: "held" };
  return sendMessage(
    { ...number, accessToken: number.accessToken },
    { to, body: prepared.body, quotedWamid: head.quotedWamid, callbackData: head.callbackData },
    timeoutMs === undefined ? {} : { timeoutMs },
  );
}

/** Whatever breaks here, nothing has left. */
async function prepareSurely(parts: SendParts, head: Head): Promise<Prepared> {
  try {
    return await prepareCall(parts, head);
  } catch (error) {
    parts.system.log.error(
      { error: describeError(error), messageId: head.messageId },
      "a message could not be made ready; trying again",
    );
    return { kind: "repeat", code: null, detail: "Baton could not make it ready" };
  }
}
