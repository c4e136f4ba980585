/** The tray as screens see it. */
import type { z } from "zod";
import type { Message } from "../../shared/api/conversations.ts";
import type { Suggestion } from "../../shared/api/suggestion.ts";
import type { Decided, TrayItem, TrayItemPage, trayApi } from "../../shared/api/tray.ts";
import { QUIET_MS, UNDO_MS } from "../../shared/request.ts";
import { messagesByIds } from "../conversations/read.ts";
import { contactName } from "../conversations/rules.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { listRequestsOfContact } from "../requests/list.ts";
import { type DecisionRow, findLastDecision, findSorter, listDecisions } from "./decision-store.ts";
import { byHouse } from "./house.ts";
import { type ModelSet, NO_MODELS, versionsOf } from "./model-set.ts";
import { keptOf } from "./predicted.ts";
import { readSituation } from "./situation.ts";
import { consider, suggestFor, weighedIn } from "./suggest.ts";
import { updateShown } from "./suggestion-store.ts";
import { suggestTitle } from "./title-rules.ts";
import { readTracks } from "./tracks.ts";
import { countItems, findClient, findMessage, type ItemRow, listItems } from "./tray-store.ts";

/** More cannot be looked at; the count tells how many wait. */
const SHOWN = 200;
const DECIDED = 20;

export const countTray = countItems;

export async function readTray(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<z.input<(typeof trayApi)["tray"]["output"]>> {
  const since = new Date(now.getTime() - UNDO_MS);
  const [items, decided, last] = await Promise.all([
    listItems(db, null, SHOWN),
    listDecisions(db, DECIDED),
    actor.kind === "account" ? findLastDecision(db, actor.id, since) : undefined,
  ]);
  return {
    count: items.length < SHOWN ? items.length : await countItems(db),
    items: items.map(itemOf),
    decided: decided.map(decidedOf),
    undoable: last ? decidedOf(last) : null,
  };
}

/** @throws UserError when the message was sorted meanwhile, naming who did */
export async function readTrayItem(
  db: Db,
  messageId: number,
  accountId: number | null,
  now: Date,
  models: ModelSet = NO_MODELS,
): Promise<TrayItemPage> {
  const message = await findMessage(db, messageId);
  if (!message) throw new UserError("not_found", "This message is not here. Go back to the tray.");
  if (message.triage !== "waiting") throw await sortedAlready(db, [messageId]);
  const items = await listItems(db, [message.conversationId], SHOWN);
  const item = items.find((found) => found.messageIds.includes(messageId));
  if (!item) throw await sortedAlready(db, [messageId]);
  const { contactId } = item;
  const [messages, requests, client] = await Promise.all([
    messagesByIds(db, item.messageIds),
    contactId === null
      ? []
      : listRequestsOfContact(db, contactId, accountId, new Date(now.getTime() - QUIET_MS)),
    contactId === null ? undefined : findClient(db, contactId),
  ]);
  const shown = itemOf(item);
  return {
    item: shown,
    messages,
    requests,
    clientSince: client?.since.toISOString() ?? null,
    requestCount: client?.requestCount ?? 0,
    suggestedTitle: titleOf(messages, shown.contact?.name ?? "?"),
    suggestion: await suggested(db, { item, name: shown.contact?.name ?? "?", messages }, models, now),
  };
}

/** Made for this look; if it is another one by now, it is what their decision will be judged by. */
async function suggested(
  db: Db,
  { item, name, messages }: { item: ItemRow; name: string; messages: Message[] },
  models: ModelSet,
  now: Date,
): Promise<Suggestion> {
  const situation = await readSituation(db, item, { name, messages });
  const considered = consider(situation, models);
  const own = suggestFor(situation, models, await readTracks(db), considered);
  const suggestion = await byHouse(db, situation, own, now);
  const kept = { ...keptOf(own, suggestion), models: versionsOf(models), candidates: weighedIn(considered) };
  await updateShown(db, { ...kept, headId: item.id }, now);
  return suggestion;
}

export function titleOf(messages: readonly Message[], name: string): string {
  const said = messages.map(({ kind, text, content }) => ({
    kind,
    text,
    place: content.location?.name ?? content.location?.address ?? null,
  }));
  return suggestTitle(said, name);
}

export async function sortedAlready(db: Db, messageIds: readonly number[]): Promise<UserError> {
  const sorter = await findSorter(db, messageIds);
  const name = sorter?.name ?? (sorter?.rule ? "A rule" : "Somebody else");
  return new UserError("conflict", `${name} sorted this a moment ago. The next one waits in the tray.`, {
    code: "sorted_already",
    detail: { by: sorter?.name ?? null },
  });
}

function itemOf(row: ItemRow): TrayItem {
  return {
    id: row.id,
    conversationId: row.conversationId,
    contact: contactOf(row),
    messageIds: row.messageIds,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
    preview: row.preview,
    photos: row.photos,
    voiceNotes: row.voiceNotes,
    others: row.others,
    hint: hintOf(row),
    isUrgent: row.isUrgent,
    wroteAgainAt: row.wroteAgainAt?.toISOString() ?? null,
    windowUntil: row.windowUntil?.toISOString() ?? null,
  };
}

export function contactOf(row: ItemRow): TrayItem["contact"] {
  if (row.contactId === null) return null;
  const { contactName: name, contactUsername: username, contactPhone: phone } = row;
  return { id: row.contactId, name: contactName({ name, username, phone }), isWorker: row.isWorker ?? false };
}

function hintOf({ hintKind, hintRequestId, hintConfidence }: ItemRow): TrayItem["hint"] {
  if (hintKind === null || hintConfidence === null) return null;
  return { kind: hintKind, requestId: hintRequestId, confidence: hintConfidence };
}

export function decidedOf(row: DecisionRow): Decided {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    by: row.accountName,
    rule: row.rule,
    request: row.requestId !== null ? { id: row.requestId, title: row.title ?? "?" } : null,
    ...(row.also.length > 0 && { also: row.also.map(({ id, title }) => ({ id, title })) }),
    contactName: contactName({
      name: row.contactName,
      username: row.contactUsername,
      phone: row.contactPhone,
    }),
  };
}
