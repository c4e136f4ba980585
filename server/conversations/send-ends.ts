/** Ends of calls, written together: the message, what was said about it meanwhile, whose turn is next, and the number. */
import { planForLargeTables } from "../db/plans.ts";
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { pauseNumber } from "../numbers/pause.ts";
import type { System } from "../system.ts";
import { noteRefusedTemplates } from "../templates/refused.ts";
import {
  abandonCallsBut,
  doubtWaiting,
  type Head,
  lockOutbox,
  markSent,
  markUnsent,
  settleOutbox,
} from "./call-store.ts";
import { dropCopies } from "./copies-store.ts";
import { restMs, slowedBy } from "./pace-rules.ts";
import { lockPace, putOffPace, slowPace } from "./pace-store.ts";
import { foldStatuses } from "./record-store.ts";
import { refusedTemplateOf } from "./refused-template-rules.ts";
import { type CallResult, type Ending, effectOn, endingOf, isNews } from "./send-rules.ts";
import { clearTurns, lockTurns, lockTurnsBut, moveOn } from "./turn-store.ts";

export type CallEnd = { head: Head; result: CallResult };

/** How many conversations have something more to send. */
export async function settleCallEnds(
  { system, processId }: { system: System; processId: string },
  ends: readonly CallEnd[],
): Promise<number> {
  const now = system.clock.now();
  const more = await system.db.transaction(async (tx) => {
    await planForLargeTables(tx);
    const conversationIds = [...new Set(ends.map(({ head }) => head.conversationId))];
    await lockTurns(tx, conversationIds);
    const rows = await lockOutbox(
      tx,
      ends.map(({ head }) => head.messageId),
    );
    const stateOf = new Map(rows.map(({ messageId, state }) => [messageId, state]));
    const news = ends.flatMap(({ head, result }) => {
      const state = stateOf.get(head.messageId);
      const ending = endingOf(result, head, now);
      return state && isNews(state, ending) ? [{ head, ending }] : [];
    });
    if (news.length > 0) await writeEndings(tx, news, now);
    const waiting = await moveOn(
      tx,
      ends.map(({ head }) => ({ ...head, calledBy: processId })),
    );
    await announce(
      tx,
      conversationIds.map((id) => `conversation:${id}` as const),
    );
    return waiting;
  });
  await tellNumbers(system, processId, ends, now);
  await tellTemplates(system, ends, now);
  return more;
}

type News = { head: Head; ending: Ending };

async function writeEndings(tx: Db, news: readonly News[], now: Date): Promise<void> {
  await settleOutbox(tx, news.map(settledOf(now)), now);
  const sent = news.flatMap(({ head: { messageId, numberId }, ending }) =>
    ending.kind === "accepted" ? [{ messageId, numberId, wamid: ending.wamid }] : [],
  );
  const unsent = news.flatMap(({ head: { messageId }, ending }) => {
    // It is still shown as waiting, and nothing else.
    if (ending.kind === "accepted" || ending.kind === "again") return [];
    const state = ending.kind === "refused" ? ("failed" as const) : ("unknown" as const);
    return [{ messageId, state, errorCode: ending.code }];
  });
  if (unsent.length > 0) await markUnsent(tx, unsent, now);
  if (sent.length === 0) return;
  await dropCopies(tx, sent);
  await markSent(tx, sent, now);
  // Statuses may have been faster than the answer (law 2).
  await foldStatuses(tx, sent);
}

const settledOf =
  (now: Date) =>
  ({ head: { messageId }, ending }: News) => {
    const settled = { messageId, errorCode: null, errorDetail: null, nextAt: null };
    switch (ending.kind) {
      case "accepted":
        return { ...settled, state: ending.kind };
      case "refused":
      case "unknown":
        return { ...settled, state: ending.kind, errorCode: ending.code, errorDetail: ending.detail };
      case "again": {
        const { code: errorCode, detail: errorDetail, afterMs } = ending;
        const nextAt = afterMs > 0 ? new Date(now.getTime() + afterMs) : null;
        return { ...settled, state: "queued" as const, errorCode, errorDetail, nextAt };
      }
      default:
        return ending satisfies never;
    }
  };

/** In transactions of their own: whoever takes departures holds the number's row and asks for turns. */
async function tellNumbers(
  system: System,
  processId: string,
  ends: readonly CallEnd[],
  now: Date,
): Promise<void> {
  for (const numberId of new Set(ends.map(({ head }) => head.numberId))) {
    const effect = effectOn(ends.flatMap(({ head, result }) => (head.numberId === numberId ? [result] : [])));
    const { pause } = effect;
    if (pause !== null) await system.db.transaction((tx) => pauseNumber(tx, numberId, { code: pause, now }));
    if (effect.slows)
      await system.db.transaction(async (tx) => {
        const pace = await lockPace(tx, numberId, processId);
        if (!pace) return;
        const slow = slowedBy(pace, now);
        if (slow) await slowPace(tx, numberId, slow);
        // Not again for each of those that were on their way together.
        if (effect.rests && pace.restMs <= 0)
          await putOffPace(tx, numberId, restMs(slow?.slowLevel ?? pace.slowLevel));
      });
  }
}

/** What WhatsApp's answer says of a template counts before the next one chooses it. */
async function tellTemplates(system: System, ends: readonly CallEnd[], now: Date): Promise<void> {
  const refused = Map.groupBy(ends.flatMap(refusedTemplateOf), ({ numberId }) => numberId);
  for (const [numberId, templates] of refused)
    await system.db.transaction((tx) => noteRefusedTemplates(tx, numberId, templates, now));
}

/** Calls under way in a process that is no more ended nobody knows how; a status or a person settles them. */
export async function abandonCalls(system: System, aliveIds: readonly string[]): Promise<void> {
  await system.db.transaction(async (tx) => {
    const held = await lockTurnsBut(tx, aliveIds);
    const ended = await abandonCallsBut(tx, aliveIds, system.clock.now());
    // What was written after it may go on.
    if (held.length > 0) await moveOn(tx, held);
    if (ended.length + held.length === 0) return;
    await announce(tx, [...ended.map((id) => `conversation:${id}` as const), "outbox"]);
  });
}

/** In a database brought back from a backup: what waited then may have been sent since. How many messages. */
export async function doubtQueued(tx: Db, now: Date): Promise<number> {
  await clearTurns(tx);
  return doubtWaiting(tx, now);
}
