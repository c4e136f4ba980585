/**
 * What split, move, take out and merge share. Locks are taken in one order everywhere: messages, then requests, each by
 * id. Which messages a request holds changes only under the request's lock, so it is read after it.
 */
import { requestRef } from "../../shared/request.ts";
import { lockUnsorted, type SortableMessage } from "../conversations/sorting.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { announce, type Topic } from "../live/changes.ts";
import type { System } from "../system.ts";
import type { Command, Said } from "./command.ts";
import { applyCommands } from "./commands.ts";
import { findTaker, insertMending, type Link, type MendingKind, selectHeld } from "./mending-store.ts";
import { linkMessages, unlinkMessages } from "./page-store.ts";
import { asUserError, nameOf } from "./refusals.ts";
import type { RequestRow } from "./row.ts";
import { lockRequests } from "./store.ts";
import { notFound } from "./strips.ts";

export type Mended = { mendingId: number };

/** @throws UserError when one of the requests is not there */
export async function lockAll(tx: Db, ids: readonly number[]): Promise<Map<number, RequestRow>> {
  const rows = new Map((await lockRequests(tx, [...new Set(ids)])).map((row) => [row.id, row]));
  for (const id of ids) if (rows.get(id)?.is_void !== false) throw notFound(id);
  return rows;
}

/**
 * The chosen messages of a request and the requests, held until the transaction ends.
 * @throws UserError when somebody took one of them elsewhere meanwhile, naming who
 */
export async function lockChosen(
  tx: Db,
  requestId: number,
  messageIds: readonly number[],
  toIds: readonly number[],
): Promise<{ messages: SortableMessage[]; rows: Map<number, RequestRow> }> {
  const ids = [...new Set(messageIds)];
  const messages = await lockUnsorted(tx, ids);
  const rows = await lockAll(tx, [requestId, ...toIds]);
  const held = new Set(await selectHeld(tx, requestId, ids));
  const gone = ids.filter((id) => !held.has(id));
  if (gone.length > 0) throw await takenElsewhere(tx, requestId, gone);
  return { messages, rows };
}

async function takenElsewhere(tx: Db, requestId: number, gone: readonly number[]): Promise<UserError> {
  const taker = await findTaker(tx, requestId, gone);
  const by = taker ? await nameOf(tx, taker) : null;
  const ref = requestRef(requestId);
  const where = taker?.toId ? `to ${requestRef(taker.toId)}` : "out";
  return new UserError(
    "conflict",
    taker
      ? `${by ?? "Somebody"} took a message of these ${where} a moment ago. Look again, then choose.`
      : `A message of these does not belong to ${ref} any more. Look again, then choose.`,
    { code: "messages_gone", detail: { by, ...(taker?.toId && { to: taker.toId }) } },
  );
}

/** Tell the requests; the first refusal takes everything back. */
export async function tellAll(
  tx: Db,
  system: Pick<System, "clock">,
  commands: readonly Command[],
): Promise<{ requestId: number; seq: number }[]> {
  const applied = await applyCommands(tx, system, commands);
  for (const one of applied) if (!one.ok) throw await asUserError(tx, one.requestId, one);
  return applied.map((one, place) => {
    const seq = one.ok ? one.seqs[0] : undefined;
    const requestId = commands[place]?.requestId;
    if (seq === undefined || requestId === undefined) throw new Error("a mending wrote no event");
    return { requestId, seq };
  });
}

/** Changes what is where and writes down how it is taken back. */
export async function keepMending(
  tx: Db,
  made: {
    kind: MendingKind;
    at: Date;
    actor: Actor;
    parts: readonly { requestId: number; seq: number }[];
    links: readonly Link[];
    conversationIds: readonly number[];
  },
): Promise<Mended> {
  await setLinks(tx, made.links);
  const mendingId = await insertMending(tx, { ...made, actorKind: made.actor.kind, actorId: made.actor.id });
  await announceMoved(tx, made.links, made.conversationIds);
  return { mendingId };
}

export async function setLinks(tx: Db, links: readonly Link[]): Promise<void> {
  for (const [requestId, own] of Map.groupBy(links, (link) => link.requestId)) {
    const added = own.filter(({ isAdded }) => isAdded).map(({ messageId }) => messageId);
    const removed = own.filter(({ isAdded }) => !isAdded).map(({ messageId }) => messageId);
    if (added.length > 0) await linkMessages(tx, requestId, added);
    if (removed.length > 0) await unlinkMessages(tx, requestId, removed);
  }
}

/** Threads show which request each message is of. */
export async function announceMoved(
  tx: Db,
  links: readonly Link[],
  conversationIds: readonly number[],
): Promise<void> {
  const threads = [...new Set(conversationIds)].map((id): Topic => `conversation:${id}`);
  await announce(tx, links.some(({ waits }) => waits) ? ["tray", ...threads] : threads);
}

/** What the client or a worker said of these messages; null when all of it is ours. */
export function saidOf(messages: readonly SortableMessage[]): Said | null {
  const times = messages.filter(({ triage }) => triage !== null).map(({ saidAt }) => saidAt.getTime());
  if (times.length === 0) return null;
  return {
    count: messages.length,
    firstAt: new Date(Math.min(...times)).toISOString(),
    lastAt: new Date(Math.max(...times)).toISOString(),
  };
}

/** Whose words they are: of whoever is heard first among them, or else the first we wrote to. */
export function firstSpeaker(messages: readonly SortableMessage[]): SortableMessage | undefined {
  const byTime = messages.toSorted((a, b) => a.saidAt.getTime() - b.saidAt.getTime() || a.id - b.id);
  return byTime.find(({ triage }) => triage !== null) ?? byTime[0];
}
