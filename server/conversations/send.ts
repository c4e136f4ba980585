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
import { gapMs, missedBy, PAIR_CREDIT_MS, PAIR_GAP_MS, shareOut, slotsNow } from "./pace-rules.ts";
import { insertPace, type LockedPace, leaveOut, lockPace, takeSlots } from "./pace-store.ts";
import type { CallResult } from "./send-rules.ts";
import { claimTurns, moveOn } from "./turn-store.ts";

export type SendParts = PrepareParts & {
  system: System;
  /** Of this start of this process: a call of another one is not ours to end. */
  processId: string;
  /** Longer than WhatsApp's slowest answers; tests wait less. */
  timeoutMs?: number;
};

/** Written down as being called; it leaves after `inMs`. */
export type Departure = { head: Head; inMs: number };
export type Taken = {
  departures: Departure[];
  /** When more may leave. Null: nothing more is due now, or the number is paused. */
  againMs: number | null;
};

/** More is taken when half of what was given out ahead has left. */
const REFILL_MS = 40;

/** @param lateMs by how much what we sent before arrived later than planned */
export async function takeHeads(parts: SendParts, numberId: number, lateMs: number): Promise<Taken> {
  const { db, clock } = parts.system;
  const now = clock.now();
  return db.transaction(async (tx): Promise<Taken> => {
    await planForLargeTables(tx);
    const pace = (await lockPace(tx, numberId)) ?? (await firstPace(tx, numberId));
    if (!pace) return { departures: [], againMs: null };
    if (pace.isPaused) return { departures: [], againMs: null };
    const late = missedBy(lateMs, pace);
    const leftOutMs = late > 0 ? await leaveOut(tx, numberId, late) : 0;
    const count = slotsNow({ ...pace, waitMs: Math.max(pace.waitMs, 0) + leftOutMs }, now);
    if (count === 0) return { departures: [], againMs: Math.max(1, pace.waitMs + leftOutMs - REFILL_MS) };
    const claim = async (lane: 0 | 1, limit: number) =>
      limit === 0
        ? []
        : claimTurns(tx, {
            ...{ numberId, lane, limit, now, processId: parts.processId },
            ...{ pairCreditMs: PAIR_CREDIT_MS, pairGapMs: PAIR_GAP_MS },
          });
    const share = shareOut(pace.slots, count);
    const claimed = [...(await claim(0, share.people))];
    claimed.push(...(await claim(1, count - claimed.length)));
    // What programs did not need.
    if (claimed.length < count) claimed.push(...(await claim(0, count - claimed.length)));
    const called = claimed.filter(({ isCalled }) => isCalled);
    const gone = claimed.filter(({ isCalled }) => !isCalled);
    // Where a message is gone the next one may be due already.
    const isMore = claimed.length === count || gone.length > 0;
    if (gone.length > 0)
      await moveOn(
        tx,
        gone.map((turn) => ({ ...turn, calledBy: parts.processId })),
      );
    if (called.length === 0) return { departures: [], againMs: isMore ? 0 : null };
    const gap = gapMs(pace, now);
    const firstMs = await takeSlots(tx, numberId, called.length, gap);
    const heads = new Map(
      (
        await selectHeads(
          tx,
          called.map(({ messageId }) => messageId),
        )
      ).map((head) => [head.messageId, head]),
    );
    const departures = called.flatMap(({ messageId }, place) => {
      const head = heads.get(messageId);
      return head ? [{ head, inMs: firstMs + place * gap }] : [];
    });
    return { departures, againMs: isMore ? Math.max(1, firstMs + count * gap - REFILL_MS) : null };
  });
}

async function firstPace(tx: Db, numberId: number): Promise<LockedPace | undefined> {
  await insertPace(tx, numberId);
  return lockPace(tx, numberId);
}

export async function callHead(parts: SendParts, head: Head): Promise<CallResult> {
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
