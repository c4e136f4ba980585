/**
 * The loop that sends, one a process: it looks at what is due next, takes as much as each number's pace allows, and calls
 * side by side. A look costs what is due; nothing is kept in memory but the calls under way.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { describeError } from "../describe-error.ts";
import { startPulse } from "../jobs/pulse.ts";
import { ALL } from "../live/listener.ts";
import { type Head, selectHeads } from "./call-store.ts";
import { aheadOf, HOLD_MS } from "./pace-rules.ts";
import { letGoPace } from "./pace-store.ts";
import { callHead, type ReadyHead, type SendParts, takeHeads } from "./send.ts";
import { abandonCalls, settleCallEnds } from "./send-ends.ts";
import { type Line, openLine } from "./send-line.ts";
import type { CallResult } from "./send-rules.ts";
import { openSettler } from "./send-settler.ts";
import { selectNextDue, selectOwnCalls } from "./turn-store.ts";

export type Sender = {
  /** Calls under way come to their end; nothing new is begun. */
  stop(): Promise<void>;
};

/** NOTIFY is a hint only: what was not heard of is seen after this time. */
const POLL_MS = 500;
/** Calls under way at once: a thousand a second at half a second each. */
const MOST_CALLS = 500;
/** A call under way gets this long to end when the server stops; then its end is unknown. */
const DRAIN_MS = 25_000;

export async function startSender(parts: SendParts): Promise<Sender> {
  const { db, log, live } = parts.system;
  const rounds = openRounds(parts);
  const findLost = openLostCalls(parts, rounds.calling);
  const pulse = await startPulse(
    {
      ...{ db, log, processId: parts.processId },
      async onlyAlive(processIds) {
        await abandonCalls(parts.system, processIds);
        await findLost();
      },
    },
    () => null,
  );
  const stopListening = live.listen((topics) => {
    if (topics.includes("outbox") || topics.includes("numbers") || topics.includes(ALL)) rounds.wake();
  });
  let stopped = false;
  const running = (async () => {
    while (!stopped) {
      const { restMs } = await rounds.look().catch((error) => {
        log.warn({ error: describeError(error) }, "what is due could not be read; trying again");
        return { restMs: POLL_MS };
      });
      if (!stopped) await rounds.rest(restMs);
    }
  })();
  return {
    async stop() {
      stopped = true;
      stopListening();
      rounds.wake();
      await running;
      await atMost(DRAIN_MS, rounds.drained());
      await rounds.letGo();
      await pulse.stop();
    },
  };
}

/** Everything that is due now and what comes of it, until nothing is: for tests, which have their own hour. */
export async function sendWaiting(parts: SendParts): Promise<void> {
  const rounds = openRounds(parts);
  for (;;) {
    const { restMs, isBusy } = await rounds.look();
    await rounds.drained();
    if (!isBusy) return rounds.letGo();
    if (restMs < POLL_MS) await rounds.rest(restMs);
  }
}

type Look = {
  /** How long nothing more can be done. */
  restMs: number;
  /** Something has left, or will as soon as the pace allows. */
  isBusy: boolean;
};

type Rounds = {
  /** Takes and calls what may go now. */
  look(): Promise<Look>;
  /** So long, or until something is new. */
  rest(ms: number): Promise<void>;
  wake(): void;
  /** Messages that are being called here. */
  calling(): ReadonlySet<number>;
  /** No call is under way, and all ends are written. */
  drained(): Promise<void>;
  /** Other processes may send for our numbers. */
  letGo(): Promise<void>;
};

/** A number of ours as this process sends for it. */
type Sending = {
  line: Line;
  /** Until then, by `performance.now()`, nobody else sends for it. */
  heldUntilMs: number;
  /** Taken so far, and not yet left. */
  taken: number;
  preparing: number;
};

function openRounds(parts: SendParts): Rounds {
  const { numbers, system } = parts;
  const underWay = new Set<Promise<void>>();
  const messages = new Set<number>();
  /** By number: not before, in milliseconds of `performance.now()`. */
  const freeAt = new Map<number, number>();
  const sendings = new Map<number, Sending>();
  let isNew = false;
  let wakeUp = () => {};
  const wake = () => {
    isNew = true;
    wakeUp();
  };
  const settler = openSettler(parts, wake);

  function sendingOf(numberId: number): Sending {
    const found = sendings.get(numberId);
    if (found) return found;
    const made: Sending = { line: openLine(), heldUntilMs: 0, taken: 0, preparing: 0 };
    sendings.set(numberId, made);
    return made;
  }

  async function depart(head: ReadyHead, sending: Sending): Promise<void> {
    let answered = () => {};
    let isReady = false;
    const ready = () => {
      if (!isReady) sending.preparing -= 1;
      isReady = true;
    };
    const result = await callOf(parts, head, async () => {
      const turn = sending.line.turn(head.isTyped);
      ready();
      answered = await turn;
      return performance.now() < sending.heldUntilMs;
    });
    ready();
    answered();
    await settler.settle({ head, result });
  }

  function begin(head: ReadyHead, sending: Sending): void {
    const { messageId } = head;
    messages.add(messageId);
    sending.taken += 1;
    sending.preparing += 1;
    const call = depart(head, sending).finally(() => {
      underWay.delete(call);
      messages.delete(messageId);
      // There is room again.
      if (underWay.size === MOST_CALLS - 1) wake();
    });
    underWay.add(call);
  }

  /** When more may be taken; null when nothing more is due now. */
  async function lookAt(numberId: number): Promise<{ againMs: number | null; begun: number }> {
    const sending = sendingOf(numberId);
    const waiting = sending.preparing + sending.line.waiting();
    const { heads, againMs, hold } = await takeHeads(parts, numberId, {
      ...{ waiting, typed: sending.line.typed(), taken: sending.taken },
    });
    if (hold) {
      sending.heldUntilMs = hold.untilMs;
      if (hold.carried) sending.line.carry(hold.carried.count, hold.carried.forMs);
      sending.line.allow(hold.perSecond);
    }
    for (const head of heads) begin(head, sending);
    if (againMs !== 0 || !hold) {
      freeAt.set(numberId, performance.now() + (againMs ?? 0));
      return { againMs, begun: heads.length };
    }
    // When half of what stands ready has left.
    const more = waiting + heads.length - aheadOf(hold.perSecond) / 2;
    const refillMs = Math.max(1, (more * 1_000) / hold.perSecond);
    freeAt.set(numberId, performance.now() + refillMs);
    return { againMs: refillMs, begun: heads.length };
  }

  const isFree = (numberId: number): boolean => (freeAt.get(numberId) ?? 0) <= performance.now();

  /** What stands ready would have to be given back when another process took the number. */
  async function keepHolds(): Promise<void> {
    for (const [numberId, sending] of sendings) {
      const isBusy = sending.preparing + sending.line.waiting() > 0;
      if (isBusy && sending.heldUntilMs - performance.now() < HOLD_MS / 2) await lookAt(numberId);
    }
  }

  return {
    wake,
    calling: () => messages,
    async look() {
      isNew = false;
      await keepHolds();
      const sending = numbers.all().filter(({ canSend, pausedAt }) => canSend && !pausedAt);
      const free = sending.filter(({ id }) => isFree(id));
      // What has to wait for its number's pace costs not even a look.
      let restMs = Math.min(
        POLL_MS,
        ...sending
          .filter((number) => !free.includes(number))
          .map(({ id }) => (freeAt.get(id) ?? 0) - performance.now()),
      );
      let isBusy = free.length < sending.length;
      if (free.length === 0 || underWay.size >= MOST_CALLS) return { restMs: Math.max(restMs, 1), isBusy };
      const next = await selectNextDue(
        system.db,
        free.map(({ id }) => id),
      );
      for (const { numberId, dueAt } of next) {
        const dueMs = dueAt.getTime() - system.clock.now().getTime();
        if (dueMs > 0) restMs = Math.min(restMs, dueMs);
        else {
          const { againMs, begun } = await lookAt(numberId);
          isBusy ||= begun > 0 || againMs !== null;
          // Sooner than the look that nothing calls for.
          if (againMs !== null) restMs = Math.min(restMs, againMs, POLL_MS - 1);
        }
      }
      return { restMs: Math.max(restMs, 1), isBusy };
    },
    async rest(ms) {
      if (isNew) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    async drained() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async letGo() {
      for (const [numberId, { line, heldUntilMs }] of sendings)
        if (heldUntilMs > performance.now())
          await letGoPace(system.db, numberId, parts.processId, line.inside()).catch((error) =>
            system.log.warn(
              { error: describeError(error) },
              "a number could not be let go; it is in two seconds",
            ),
          );
    },
  };
}

const HELD: CallResult = { kind: "held" };

/** A bug of ours in making the body must not leave a call that nobody ends. */
async function callOf(parts: SendParts, head: Head, turn: () => Promise<boolean>): Promise<CallResult> {
  try {
    return await callHead(parts, head, turn);
  } catch (error) {
    parts.system.log.error(
      { error: describeError(error), messageId: head.messageId },
      "a call failed on our side",
    );
    return { kind: "unknown", code: null, detail: "a fault of Baton's own" };
  }
}

/**
 * Calls that were written down as ours and never begun: the database committed and its answer was lost. Nothing has left,
 * so they wait again. Seen twice, as one that is just being written down is not begun yet.
 */
function openLostCalls(parts: SendParts, calling: () => ReadonlySet<number>): () => Promise<void> {
  let suspects = new Set<number>();
  return async () => {
    const { db } = parts.system;
    const own = (await selectOwnCalls(db, parts.processId)).filter((messageId) => !calling().has(messageId));
    const lost = own.filter((messageId) => suspects.has(messageId));
    suspects = new Set(own);
    if (lost.length === 0) return;
    const ends = (await selectHeads(db, lost)).map((head) => ({ head, result: HELD }));
    await settleCallEnds(parts, ends);
  };
}

/** Without keeping a process alive that has nothing more to wait for. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  const patience = new AbortController();
  await Promise.race([work, sleep(ms, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
}
