/** A person's decision about messages of the tray: messages, request, events and decision in one transaction. */
import type { z } from "zod";
import type { trayApi } from "../../shared/api/tray.ts";
import { messagesByIds } from "../conversations/read.ts";
import { markSorted, type SortableMessage } from "../conversations/sorting.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { ownerFor } from "../requests/actor.ts";
import type { Ask, Command, Said } from "../requests/command.ts";
import { reserveRequestIds } from "../requests/commands.ts";
import { tellAll } from "../requests/mending.ts";
import { addMessages } from "../requests/messages.ts";
import { markSeen } from "../requests/seen.ts";
import type { System } from "../system.ts";
import { insertDecision, insertParts } from "./decision-store.ts";
import { openedByHouse } from "./house.ts";
import { lockItem } from "./lock-item.ts";
import { noteDecision } from "./outcome.ts";
import { type Sorter, sorterAsActor } from "./sorter.ts";
import { titleOf } from "./tray.ts";

type Body = z.infer<(typeof trayApi)["decide"]["body"]>;
/** What is said of the messages about one request. */
type Part = NonNullable<Body["also"]>[number];

export async function sortMessages(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Sorter,
  body: Body,
): Promise<{ decisionId: number; requestId: number | null }> {
  const ids = [...new Set(body.messageIds)];
  const messages = await lockItem(tx, ids);
  const [first] = messages;
  const isElsewhere = (message: SortableMessage) =>
    message.conversationId !== first.conversationId &&
    (first.personId === null || message.personId !== first.personId);
  if (messages.some(isElsewhere))
    throw new UserError("bad_request", "Decide about one conversation at a time.");
  const now = system.clock.now();
  const [main, ...also] = await tellRequests(tx, system, actor, body, messages);
  const requestId = main?.requestId ?? null;
  const accountId = actor.kind === "account" ? actor.id : null;
  for (const told of main ? [main, ...also] : []) {
    await addMessages(tx, told.requestId, ids);
    // Whoever sorts a message has read it.
    if (accountId !== null) await markSeen(tx, accountId, told.requestId, system.clock.now());
  }
  await markSorted(tx, ids);
  const { conversationId } = first;
  const decisionId = await insertDecision(tx, {
    conversationId,
    kind: body.kind,
    requestId,
    eventSeq: main?.seq ?? null,
    at: now,
    accountId,
    rule: actor.kind === "rule" ? actor.rule : null,
    messageIds: ids,
  });
  await insertParts(tx, decisionId, also);
  const decided = { ...body, requestId };
  await noteDecision(tx, { decisionId, messageIds: ids, decided, at: now, isByRule: actor.kind === "rule" });
  await announce(tx, ["tray", `conversation:${conversationId}`]);
  return { decisionId, requestId };
}

type Told = { kind: Part["kind"]; requestId: number; seq: number };

/** A command on each request they concern, the chosen one first; none when it is no request. */
async function tellRequests(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Sorter,
  body: Body,
  messages: readonly SortableMessage[],
): Promise<Told[]> {
  const { kind, also = [] } = body;
  if (kind === "no_request") {
    if (also.length > 0)
      throw new UserError("bad_request", "It is no request, or it is about one: choose which.", {
        code: "needs_request",
      });
    return [];
  }
  const parts: Part[] = [{ ...body, kind }, ...also];
  const commands: Command[] = [];
  for (const part of parts)
    commands.push({
      ...(part.kind === "opens"
        ? await opening(tx, actor, part, messages, system.clock.now())
        : { requestId: chosen(part), ask: { kind: COMMANDS[part.kind], said: saidIn(messages) } }),
      actor: sorterAsActor(actor),
    });
  if (new Set(commands.map(({ requestId }) => requestId)).size < commands.length)
    throw new UserError("bad_request", "They are said of one request twice. Choose another.", {
      code: "needs_request",
    });
  const told = await tellAll(tx, system, commands);
  return told.flatMap((one, place) => {
    const part = parts[place];
    return part ? [{ ...one, kind: part.kind }] : [];
  });
}

const COMMANDS = { belongs: "message", answers: "answer", chase: "chase" } as const;

function chosen({ requestId }: Part): number {
  if (requestId === null)
    throw new UserError("bad_request", "Choose the request it is about.", { code: "needs_request" });
  return requestId;
}

async function opening(
  tx: Db,
  actor: Sorter,
  body: Part,
  messages: readonly SortableMessage[],
  now: Date,
): Promise<{ requestId: number; ask: Ask }> {
  const [requestId] = await reserveRequestIds(tx, 1);
  const first = messages[0];
  if (requestId === undefined || !first) throw new Error("no id was reserved");
  const isByRule = actor.kind === "rule";
  const said = { ...body, place: body.place || null, owner: body.owner };
  const house = await openedByHouse(
    tx,
    { said, isByRule, about: messages, messages: () => messagesByIds(tx, idsOf(messages)) },
    now,
  );
  const ask: Ask = {
    kind: "open",
    // Whoever gives it a title has understood it.
    state: "ready",
    title: body.title ?? (await suggested(tx, messages)),
    place: body.place || null,
    categoryId: house.categoryId,
    priority: house.priority,
    contactId: first.contactId,
    conversationId: first.conversationId,
    owner:
      house.owner ??
      (await ownerFor(tx, isByRule ? null : actor, {
        categoryId: house.categoryId,
        conversationId: first.conversationId,
        at: now,
      })),
    ruleIds: house.ruleIds,
    said: saidIn(messages),
    note: null,
    linkedTo: body.linkedTo ?? null,
  };
  return { requestId, ask };
}

async function suggested(tx: Db, messages: readonly SortableMessage[]): Promise<string> {
  const said = await messagesByIds(tx, idsOf(messages));
  return titleOf(said, said[0]?.author ?? "?");
}

const idsOf = (messages: readonly SortableMessage[]): number[] => messages.map(({ id }) => id);

function saidIn(messages: readonly SortableMessage[]): Said {
  const times = messages.map((message) => message.saidAt.getTime());
  return {
    count: messages.length,
    firstAt: new Date(Math.min(...times)).toISOString(),
    lastAt: new Date(Math.max(...times)).toISOString(),
  };
}
