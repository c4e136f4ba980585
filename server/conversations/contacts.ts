/** Contacts: looked up, written down by hand, changed. */
import type { z } from "zod";
import type { Contact, conversationsApi } from "../../shared/api/conversations.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import { selectShownParts } from "./contact-merge-store.ts";
import {
  type ContactRow,
  insertContact,
  insertWaId,
  selectContactByPhone,
  selectContactIds,
  selectContacts,
  selectRoot,
  updateContact,
} from "./contact-store.ts";
import { refreshShown } from "./record-people-write-store.ts";
import { contactName, phoneDigits } from "./rules.ts";

const PAGE = 50;
/** Shorter pieces of a number would be found in nearly everybody's. */
const PART_OF_NUMBER = /^[\s().+\-/]*(\d[\s().+\-/]*){3,}$/;

type ListQuery = z.infer<(typeof conversationsApi)["listContacts"]["body"]>;

export async function listContacts(
  db: Db,
  { q, kind, after }: ListQuery,
): Promise<{ contacts: Contact[]; next: string | null }> {
  if (after !== undefined && !/^[0-9]{1,15}$/.test(after))
    throw new UserError("bad_request", "This page of the contacts is not known. Start from the first one.");
  const search = {
    pattern: q ? `%${literally(q)}%` : null,
    digits: q && PART_OF_NUMBER.test(q) ? `%${q.replace(/\D/g, "")}%` : null,
    kind: kind ?? null,
    after: after === undefined ? null : Number(after),
  };
  const ids = await selectContactIds(db, search, PAGE + 1);
  const contacts = await contactsByIds(db, ids.slice(0, PAGE));
  return { contacts, next: ids.length > PAGE ? String(ids[PAGE - 1]) : null };
}

/** In the order of the ids; what is not there is left out. */
export async function contactsByIds(db: Db, ids: readonly number[]): Promise<Contact[]> {
  return ids.length === 0 ? [] : (await selectContacts(db, ids)).map(shown);
}

type NewContact = z.infer<(typeof conversationsApi)["addContact"]["body"]>;

export async function addContact(tx: Db, { name, phone, kinds }: NewContact, now: Date): Promise<Contact> {
  const digits = phone ? phoneDigits(phone) : null;
  if (phone && !digits)
    throw new UserError(
      "bad_request",
      "This is no phone number. Write it with its country code, such as +34 600 000 000.",
      { code: "bad_phone" },
    );
  const known = digits ? await selectContactByPhone(tx, digits) : undefined;
  if (known) throw await alreadyThere(tx, known);
  const id = await insertContact(tx, { name, phone: digits, kinds: [...new Set(kinds)], now });
  if (digits && !(await insertWaId(tx, id, digits, now)))
    throw new UserError("conflict", "Somebody wrote this number down a moment ago. Look again.");
  await announce(tx, ["contacts"]);
  return one(tx, id);
}

type ContactChange = z.infer<(typeof conversationsApi)["changeContact"]["body"]>;

export async function changeContact(
  tx: Db,
  id: number,
  { name, kinds }: ContactChange,
  now: Date,
): Promise<Contact> {
  const changed = await updateContact(tx, id, {
    name: name ?? null,
    kinds: kinds ? [...new Set(kinds)] : null,
    now,
  });
  if (!changed) throw gone();
  const contact = await one(tx, id);
  // What is shown of several is made of all of them.
  if (contact.isJoined) await refreshShown(tx, [id]);
  // Strips show names, and the tray shows who writes.
  await announce(tx, ["contacts", "board", "tray"]);
  return one(tx, id);
}

/** With what it is made of. Of one that was merged, the contact it is read at. */
export async function contactWithParts(
  db: Db,
  id: number,
): Promise<z.input<(typeof conversationsApi)["contact"]["output"]>> {
  const rootId = await selectRoot(db, id);
  if (rootId === undefined) throw gone();
  const [contact, parts] = await Promise.all([one(db, rootId), selectShownParts(db, rootId)]);
  return {
    ...contact,
    parts: parts.map((part) => ({
      id: part.id,
      name: contactName(part),
      phone: part.phone,
      username: part.username,
      isMain: part.isRoot,
      joined: part.joinedAt && { at: part.joinedAt.toISOString(), by: part.joinedBy },
      lastAt: part.lastAt?.toISOString() ?? null,
    })),
  };
}

export async function one(db: Db, id: number): Promise<Contact> {
  const [contact] = await contactsByIds(db, [id]);
  if (!contact) throw gone();
  return contact;
}

const gone = () =>
  new UserError("not_found", "This contact is not here (any more). Look it up under Contacts.");

async function alreadyThere(db: Db, contactId: number): Promise<UserError> {
  const { name } = await one(db, contactId);
  return new UserError("conflict", `${name} has this number already. Change that contact instead.`, {
    code: "phone_taken",
    detail: { contactId, name },
  });
}

function shown(row: ContactRow): Contact {
  return {
    id: row.id,
    name: contactName(row),
    phone: row.phone,
    username: row.username,
    profileName: row.profileName,
    otherPhones: row.otherPhones,
    previousPhones: row.previousPhones,
    isJoined: row.isJoined,
    refusesAdvertising: row.refusesAdvertising,
    isBlocked: row.isBlocked,
    kinds: row.kinds,
    since: row.since.toISOString(),
    openRequests: row.openRequests,
    conversationIds: row.conversationIds,
  };
}

/** The signs that mean something in a pattern are looked for as themselves. */
function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
