/** One request's page: its strip, its story, its messages, and what else its client has open. */
import type { RequestEvent, RequestPage } from "../../shared/api/requests.ts";
import { UNDO_MS } from "../../shared/request.ts";
import { contactName } from "../conversations/rules.ts";
import type { Database, Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import { accountOf } from "./board.ts";
import { PART_OF, UNDID } from "./events.ts";
import { handsOf } from "./hands-rules.ts";
import { listOfContact } from "./list-store.ts";
import {
  findLink,
  type HistoryRow,
  listHistory,
  listMessageIds,
  listParties,
  namesOfFacts,
} from "./page-store.ts";
import { notFound, stripById, stripsByIds } from "./strips.ts";
import { findUndoable, standing } from "./undo-rules.ts";

export async function readRequestPage(
  db: Database,
  actor: Actor,
  id: number,
  now: Date,
): Promise<RequestPage> {
  const accountId = accountOf(actor);
  const link = await findLink(db, id);
  if (!link) throw notFound(id);
  const [strip, history, messageIds, others, parties] = await Promise.all([
    stripById(db, id, accountId),
    listHistory(db, id),
    listMessageIds(db, id),
    link.contactId === null ? [] : listOfContact(db, link.contactId, null),
    listParties(db, id),
  ]);
  const otherIds = others.filter((other) => other !== id);
  const undoable = findUndoable(history, null, actor, now);
  return {
    strip,
    events: await shownEvents(db, history),
    messageIds,
    linkedTo: link.linkedTo,
    mergedInto: link.mergedInto,
    parties: parties.map(({ contactId, conversationId, number, ...names }) => ({
      contactId,
      name: contactName(names),
      conversationId,
      number,
    })),
    hands: handsOf(standing(history), now),
    undoUntil: undoable.ok ? new Date(Date.parse(undoable.target.recorded_at) + UNDO_MS).toISOString() : null,
    others: await stripsByIds(db, otherIds, accountId),
  };
}

/** Ids in the facts get their names beside them; what was taken back says so. */
async function shownEvents(db: Db, history: readonly HistoryRow[]): Promise<RequestEvent[]> {
  const ids = (key: string, kind?: string) =>
    history.flatMap(({ facts }) => {
      const id = facts[key];
      return typeof id === "number" && (kind === undefined || facts[`${key.slice(0, -2)}Kind`] === kind)
        ? [id]
        : [];
    });
  const found = await namesOfFacts(db, {
    accounts: [...ids("ownerId", "account"), ...ids("fromId", "account")],
    teams: [...ids("ownerId", "team"), ...ids("fromId", "team")],
    contacts: ids("workerId"),
    categories: ids("categoryId"),
    areas: ids("areaId"),
    rules: history.flatMap(({ facts }) => ruleIdsIn(facts.ruleIds)),
  });
  const names = new Map(found.map(({ kind, id, name }) => [`${kind} ${id}`, name ?? "?"]));
  const stands = new Set(standing(history).map((event) => event.seq));
  return history.map((row) => ({
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    actor: { kind: row.actor_kind, name: actorName(row) },
    through: row.through,
    state: row.changes.state ?? null,
    text: row.text,
    facts: shownFacts(row, names, stands.has(row.seq)),
  }));
}

/** Rules of the house whose word is in the request. */
const ruleIdsIn = (ids: unknown): number[] => (typeof ids === "string" ? ids.split(",").map(Number) : []);

function actorName(row: HistoryRow): string | null {
  if (row.actor_kind === "system" || row.actor_kind === "rule") return null;
  return contactName({ name: row.actorName, username: row.actorUsername, phone: row.actorPhone });
}

function shownFacts(
  { facts, kind }: HistoryRow,
  names: ReadonlyMap<string, string>,
  stands: boolean,
): RequestEvent["facts"] {
  const { [PART_OF]: _partOf, ...shown } = facts;
  const name = (key: string, of: string) => names.get(`${of} ${facts[key]}`);
  const add: [string, string | undefined][] = [
    ["workerName", name("workerId", "worker")],
    ["ownerName", name("ownerId", String(facts.ownerKind))],
    ["fromName", name("fromId", String(facts.fromKind))],
    ["categoryName", name("categoryId", "category")],
    ["areaName", name("areaId", "area")],
    [
      "ruleNames",
      ruleIdsIn(facts.ruleIds)
        .flatMap((id) => names.get(`rule ${id}`) ?? [])
        .join(", ") || undefined,
    ],
  ];
  for (const [key, value] of add) if (value !== undefined) shown[key] = value;
  if (!stands && kind !== "undone") shown.undone = true;
  if (kind === "undone") shown[UNDID] = facts[UNDID] ?? null;
  return shown;
}
