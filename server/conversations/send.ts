/**
 * Sends what waits in a conversation, oldest first. `calling` is committed before the call, so whatever happens
 * during it (a time-out, a kill) leaves a row that says so and is never sent again blindly (law 7).
 */
import type { Db } from "../db/pool.ts";
import { addJobs } from "../jobs/add.ts";
import { announce } from "../live/changes.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { type Recipient, type SendResult, sendMessage } from "../whatsapp/client.ts";
import { setWamid } from "./copies-store.ts";
import type { MediaFiles } from "./media-files.ts";
import {
  abandonCallsBut,
  doubtWaiting,
  type Head,
  lockHead,
  lockOutbox,
  markCalling,
  selectWaitingConversations,
  setSendState,
  settleOutbox,
} from "./outbox-store.ts";
import { prepareCall } from "./outgoing-call.ts";
import { foldStatuses } from "./record-store.ts";
import { sendJob } from "./reply.ts";
import { type Ending, endingOf, headStep } from "./send-rules.ts";

export type SendParts = {
  system: System;
  numbers: Numbers;
  files: MediaFiles;
  /** Of this start of this process: a call of another one is not ours to end. */
  processId: string;
  /** Longer than WhatsApp's slowest answers; tests wait less. */
  timeoutMs?: number;
};

export type SendAsk = {
  conversationId: number;
  /** Set when the job was made for one more try after so many. */
  attempts: number | null;
};

/** The job: until nothing waits, or what waits must wait longer. */
export async function sendWaiting(parts: SendParts, ask: SendAsk): Promise<void> {
  for (;;) {
    const head = await takeHead(parts, ask);
    if (!head) return;
    const result = await call(parts, head);
    const goesOn = await settle(parts, head, result);
    if (!goesOn) return;
  }
}

/** Another process is in the middle of the call before; look again when it has ended or is known to be dead. */
const OTHER_MS = 5_000;

/** Commits that we are about to call. Null when there is nothing to send now. */
async function takeHead({ system, processId }: SendParts, ask: SendAsk): Promise<Head | null> {
  const now = system.clock.now();
  return system.db.transaction(async (tx) => {
    for (;;) {
      const head = await lockHead(tx, ask.conversationId);
      if (!head) return null;
      const step = headStep(head, { processId, attempts: ask.attempts }, now);
      switch (step) {
        case "send":
          await markCalling(tx, head.messageId, processId, now);
          await setSendState(tx, head.messageId, "calling", now, null);
          await announce(tx, [`conversation:${ask.conversationId}`]);
          return { ...head, attempts: head.attempts + 1 };
        case "end_unknown":
          await end(tx, head, { kind: "unknown", code: null, detail: "the end was lost" }, now);
          await announce(tx, [`conversation:${ask.conversationId}`]);
          break;
        case "wait_for_other":
          await addJobs(tx, [sendJob(ask.conversationId, { afterMs: OTHER_MS, attempts: head.attempts })]);
          return null;
        case "wait_its_time":
          return null;
        default:
          step satisfies never;
      }
    }
  });
}

async function call(parts: SendParts, head: Head): Promise<SendResult> {
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
  if (!number?.canSend || number.accessToken === null) return refused("the number cannot send");
  if (!to) return refused("the contact has neither number nor id");
  const prepared = await prepareCall(parts, head);
  if (prepared.kind === "refused") return refused(prepared.detail);
  if (prepared.kind === "repeat") return prepared;
  return sendMessage(
    { ...number, accessToken: number.accessToken },
    { to, body: prepared.body, quotedWamid: head.quotedWamid, callbackData: head.callbackData },
    timeoutMs === undefined ? {} : { timeoutMs },
  );
}

/** False when the conversation has to wait. */
async function settle({ system }: SendParts, head: Head, result: SendResult): Promise<boolean> {
  const now = system.clock.now();
  return system.db.transaction(async (tx) => {
    const row = await lockOutbox(tx, head.messageId);
    // Removed with the sample day, or settled by a status that was faster than the answer.
    if (!row || row.state === "accepted" || row.state === "refused") return true;
    const ending = endingOf(result, head, now);
    // Taken for dead while we called: its end may still be learnt, but nothing is sent a second time.
    if (row.state === "unknown" && ending.kind === "again") return true;
    await end(tx, head, ending, now);
    await announce(tx, [`conversation:${row.conversationId}`]);
    if (ending.kind !== "again") return true;
    await addJobs(tx, [sendJob(row.conversationId, { afterMs: ending.afterMs, attempts: head.attempts })]);
    return false;
  });
}

async function end(
  tx: Db,
  head: Pick<Head, "messageId" | "numberId">,
  ending: Ending,
  now: Date,
): Promise<void> {
  const settled = { errorCode: null, errorDetail: null, nextAt: null, now };
  switch (ending.kind) {
    case "accepted": {
      await settleOutbox(tx, head.messageId, { ...settled, state: "accepted" });
      await setWamid(tx, head.messageId, ending.wamid);
      await setSendState(tx, head.messageId, "sent", now, null);
      // Statuses may have been faster than the answer (law 2).
      await foldStatuses(tx, [{ numberId: head.numberId, wamid: ending.wamid }]);
      return;
    }
    case "refused":
    case "unknown": {
      const { code, detail } = ending;
      await settleOutbox(tx, head.messageId, {
        ...settled,
        state: ending.kind,
        errorCode: code,
        errorDetail: detail,
      });
      await setSendState(tx, head.messageId, ending.kind === "refused" ? "failed" : "unknown", now, code);
      return;
    }
    case "again": {
      const { code, detail, afterMs } = ending;
      const nextAt = new Date(now.getTime() + afterMs);
      await settleOutbox(tx, head.messageId, {
        ...settled,
        state: "queued",
        errorCode: code,
        errorDetail: detail,
        nextAt,
      });
      await setSendState(tx, head.messageId, "queued", now, null);
      return;
    }
    default:
      ending satisfies never;
  }
}

/** Calls under way in a process that is no more ended nobody knows how; a status or a person settles them. */
export async function abandonCalls(system: System, aliveIds: readonly string[]): Promise<void> {
  await system.db.transaction(async (tx) => {
    const ended = await abandonCallsBut(tx, aliveIds, system.clock.now());
    const conversations = [...new Set(ended.map(({ conversationId }) => conversationId))];
    if (conversations.length === 0) return;
    // What was written after it may go on.
    await addJobs(
      tx,
      conversations.map((id) => sendJob(id)),
    );
    await announce(
      tx,
      conversations.map((id) => `conversation:${id}` as const),
    );
  });
}

/** At the start: a job for whatever waits, as a restored backup has the rows alone. One too many does nothing. */
export async function wakeWaiting(system: System): Promise<void> {
  const conversations = await selectWaitingConversations(system.db);
  await system.db.transaction((tx) =>
    addJobs(
      tx,
      conversations.map((id) => sendJob(id)),
    ),
  );
}

/** In a database brought back from a backup: what waited then may have been sent since. How many messages. */
export const doubtQueued = (tx: Db, now: Date): Promise<number> => doubtWaiting(tx, now);
