/** The board begins with what the diagnosis of a chat found open; taken back in one step. */
import type { ChatImport } from "../../shared/api/chat-imports.ts";
import { addContact } from "../conversations/contacts.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { audit } from "../people/audit.ts";
import { actorOf, ownerFor } from "../requests/actor.ts";
import { applyCommands, reserveRequestIds } from "../requests/commands.ts";
import type { System } from "../system.ts";
import { insertImport, lockImport, markUndone } from "./import-store.ts";

type By = { actor: Actor; address: string };

export async function importChat(
  tx: Db,
  { clock }: Pick<System, "clock">,
  { actor, address }: By,
  given: ChatImport,
): Promise<{ id: number; requestIds: number[]; newContacts: number }> {
  const at = clock.now();
  const contacts: number[] = [];
  let newContacts = 0;
  for (const client of given.clients) {
    const { id, isNew } = await contactFor(tx, client, at);
    contacts.push(id);
    if (isNew) newContacts += 1;
  }
  const requestIds = await reserveRequestIds(tx, given.requests.length);
  // Nobody has taken them up yet: they wait with the team.
  const owner = await ownerFor(tx, null);
  const applied = await applyCommands(
    tx,
    { clock },
    given.requests.map(({ title, client, priority, note }, n) => ({
      requestId: requestIds[n] ?? 0,
      actor: actorOf(actor),
      ask: {
        ...{ kind: "open" as const, state: "ready" as const, title, priority, note, owner },
        ...{ place: null, categoryId: null, conversationId: null, said: null, linkedTo: null },
        contactId: client === null ? null : (contacts[client] ?? null),
      },
    })),
  );
  if (applied.some(({ ok }) => !ok)) throw new Error("a request of an import was refused");
  const id = await insertImport(tx, {
    ...{
      at,
      accountId: actor.id,
      title: given.title,
      before: given.before,
      roster: given.roster,
      requestIds,
    },
    ...{ saidFrom: new Date(given.saidFrom), saidTo: new Date(given.saidTo) },
  });
  const facts = { requests: requestIds.length, contacts: newContacts };
  await audit(tx, {
    ...{ at, by: actor, action: "chat.imported", subject: { kind: "chat_import", id }, facts, address },
  });
  return { id, requestIds, newContacts };
}

/** A known number is that contact; a number that is none is left out, the name stays. */
async function contactFor(
  tx: Db,
  { name, phone }: ChatImport["clients"][number],
  now: Date,
): Promise<{ id: number; isNew: boolean }> {
  try {
    return { id: (await addContact(tx, { name, phone, kinds: ["client"] }, now)).id, isNew: true };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const known = error.code === "phone_taken" && error.detail?.contactId;
    if (typeof known === "number") return { id: known, isNew: false };
    if (error.code !== "bad_phone") throw error;
    return contactFor(tx, { name, phone: null }, now);
  }
}

/** The first event of every request. */
const OPENED = 1;

/** Within ten minutes. What somebody has worked on meanwhile stays, and is named; contacts stay, they may be in use. */
export async function undoImport(
  tx: Db,
  { clock }: Pick<System, "clock">,
  { actor, address }: By,
  id: number,
): Promise<{ removed: number; kept: number[] }> {
  const found = await lockImport(tx, id);
  if (!found) throw new UserError("not_found", "This import is not here.");
  if (found.isUndone) throw new UserError("conflict", "This import was taken back already.");
  if (found.accountId !== actor.id)
    throw new UserError("forbidden", "Only the person who imported it can take it back.");
  const applied = await applyCommands(
    tx,
    { clock },
    found.requestIds.map((requestId) => ({
      requestId,
      actor: actorOf(actor),
      ask: { kind: "undo" as const, seq: OPENED },
    })),
  );
  const kept = found.requestIds.filter((_, n) => !applied[n]?.ok);
  const removed = found.requestIds.length - kept.length;
  if (removed === 0 && kept.length > 0)
    throw new UserError(
      "conflict",
      "It is too late to take the import back: ten minutes are over. Cancel the requests that should not be there.",
      { code: "undo_too_late" },
    );
  const at = clock.now();
  await markUndone(tx, id, at);
  const facts = { removed, kept: kept.length };
  await audit(tx, {
    ...{ at, by: actor, action: "chat.import_undone", subject: { kind: "chat_import", id }, facts, address },
  });
  return { removed, kept };
}
