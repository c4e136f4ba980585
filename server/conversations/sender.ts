/**
 * The loop that sends, one a process: it looks at what is due next, takes as much as each number's pace allows, and calls
 * side by side. A look costs what is due; nothing is kept in memory but the calls under way.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { describeError } from "../describe-error.ts";
import { startPulse } from "../jobs/pulse.ts";
import { ALL } from "../live/listener.ts";
import { type Head, selectHeads } from "./call-store.ts";
import { latenessOf } from "./pace-rules.ts";
import { callHead, type Departure, type SendParts, takeHeads } from "./send.ts";
import { abandonCalls, type CallEnd, settleCallEnds } from "./send-ends.ts";
import { type CallResult, isTooLate } from "./send-rules.ts";
import { selectNextDue, selectOwnCalls } from "./turn-store.ts";

export type Sender = {
  /** Calls under way come to their end; nothing new is begun. */
  stop(): Promise<void>;
};

/** NOTIFY is a hint only: what was not heard of is seen after this time. */
const POLL_MS = 500;
/** Calls under way at once: a thousand a second at half a second each. */
const MOST_CALLS = 500;
/** Ends that come so close together are one transaction; one that comes alone waits for nothing. */
const GATHER_MS = 12;
const GATHER_FROM = 5;
/** A call under way gets this long to end when the server stops; then its end is unknown. */
const DRAIN_MS = 25_000;
/** The database is away, or two waited for each other. */
const RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

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
    if (!isBusy) return;
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
};

type Lateness = { leftLateMs: number; answerMs: number };

function openRounds(parts: SendParts): Rounds {
  const { numbers, system } = parts;
  const underWay = new Set<Promise<void>>();
  const messages = new Set<number>();
  /** By number: not before, in milliseconds of `performance.now()`. */
  const freeAt = new Map<number, number>();
  const lately = new Map<number, Lateness[]>();
  let isNew = false;
  let wakeUp = () => {};
  const wake = () => {
    isNew = true;
    wakeUp();
  };
  const settler = openSettler(parts, wake);

  async function depart({ head, inMs }: Departure, takenAt: number): Promise<void> {
    const planned = takenAt + inMs;
    const wait = planned - performance.now();
    if (wait > 0) await sleep(wait);
    const leftAt = performance.now();
    const result = isTooLate(leftAt - takenAt) ? HELD : await callOf(parts, head);
    const late = lately.get(head.numberId) ?? [];
    lately.set(head.numberId, late);
    // Before its time came nothing was planned: a number that rested starts at once.
    late.push({ leftLateMs: leftAt - Math.max(planned, takenAt), answerMs: performance.now() - leftAt });
    await settler.settle({ head, result });
  }

  function begin(departure: Departure, takenAt: number): void {
    const { messageId } = departure.head;
    messages.add(messageId);
    const call = depart(departure, takenAt).finally(() => {
      underWay.delete(call);
      messages.delete(messageId);
      // There is room again.
      if (underWay.size === MOST_CALLS - 1) wake();
    });
    underWay.add(call);
  }

  /** When more may leave; null when nothing more is due now. */
  async function lookAt(numberId: number): Promise<{ againMs: number | null; begun: number }> {
    const late = latenessOf(lately.get(numberId) ?? []);
    lately.delete(numberId);
    const askedAt = performance.now();
    const { departures, againMs } = await takeHeads(parts, numberId, late);
    const takenAt = performance.now();
    for (const departure of departures) begin(departure, takenAt);
    freeAt.set(numberId, askedAt + (againMs ?? 0));
    return { againMs, begun: departures.length };
  }

  const isFree = (numberId: number): boolean => (freeAt.get(numberId) ?? 0) <= performance.now();

  return {
    wake,
    calling: () => messages,
    async look() {
      isNew = false;
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
          restMs = Math.min(restMs, againMs ?? POLL_MS);
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
  };
}

const HELD: CallResult = { kind: "held" };

/** A bug of ours in making the body must not leave a call that nobody ends. */
async function callOf(parts: SendParts, head: Head): Promise<CallResult> {
  try {
    return await callHead(parts, head);
  } catch (error) {
    parts.system.log.error(
      { error: describeError(error), messageId: head.messageId },
      "a call failed on our side",
    );
    return { kind: "unknown", code: null, detail: "a fault of Baton's own" };
  }
}

/** Ends are written in the order they come, many at once when many come. */
function openSettler(parts: SendParts, wake: () => void) {
  let waiting: { end: CallEnd; written: () => void }[] = [];
  let isRunning = false;
  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const more = await settleSurely(
        parts,
        batch.map(({ end }) => end),
      );
      for (const { written } of batch) written();
      if (more > 0) wake();
      if (batch.length >= GATHER_FROM) await sleep(GATHER_MS);
    }
    isRunning = false;
  }
  return {
    settle: (end: CallEnd) =>
      new Promise<void>((resolve) => {
        waiting.push({ end, written: resolve });
        if (!isRunning) void run();
      }),
  };
}

/** An end that is not written is taken for unknown once this process is gone, so it is worth waiting for the database. */
async function settleSurely(parts: SendParts, ends: readonly CallEnd[]): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settleCallEnds(parts, ends);
    } catch (error) {
      parts.system.log.warn(
        { error: describeError(error), ends: ends.length },
        "ends of calls are not written yet",
      );
      await sleep(Math.min(RETRY_MS * attempt, LONGEST_RETRY_MS));
    }
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
