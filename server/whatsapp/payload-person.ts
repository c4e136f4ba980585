/** Who is meant: BSUID, parent BSUID and phone from wherever Meta put them this time (traps 1, 8 and 10). */
import type { Person } from "./payload-events.ts";
import { Id, Inner, isBsuid, phoneDigits, Word } from "./payload-read.ts";

const ContactEntry = Inner({
  profile: Inner({ name: Word, username: Word }),
  wa_id: Id,
  user_id: Id,
  parent_user_id: Id,
});
export type ContactEntry = ReturnType<typeof ContactEntry.parse>;

export const readContacts = (list: readonly unknown[]): ContactEntry[] =>
  list.map((entry) => ContactEntry.parse(entry));

export type GivenIds = {
  /** A phone by its field's name, but third parties have seen a BSUID in it. */
  phone?: string | undefined;
  userId?: string | undefined;
  parentUserId?: string | undefined;
  name?: string | undefined;
  username?: string | undefined;
};

/** Null when nothing names them. */
export function personFrom(given: GivenIds): Person | null {
  const misplaced = isBsuid(given.phone) ? given.phone : undefined;
  const bsuid = given.userId ?? (misplaced?.includes(".ENT.") ? undefined : misplaced) ?? null;
  const parentBsuid = given.parentUserId ?? (misplaced?.includes(".ENT.") ? misplaced : undefined) ?? null;
  const waId = phoneDigits(given.phone) ?? null;
  if (bsuid === null && parentBsuid === null && waId === null) return null;
  return { bsuid, parentBsuid, waId, name: given.name ?? null, username: given.username ?? null };
}

/** The entry of `contacts` that speaks of the same person; the only one, when the event itself names nobody. */
function entryFor(given: GivenIds, contacts: readonly ContactEntry[]): ContactEntry | undefined {
  const phone = phoneDigits(given.phone);
  const userId = given.userId ?? (isBsuid(given.phone) ? given.phone : undefined);
  const found = contacts.find(
    (entry) =>
      (userId !== undefined && entry.user_id === userId) ||
      (phone !== undefined && phoneDigits(entry.wa_id) === phone),
  );
  if (found) return found;
  return contacts.length === 1 && phone === undefined && userId === undefined ? contacts[0] : undefined;
}

/** The person an event names, with what `contacts` adds about them. */
export function personAmong(given: GivenIds, contacts: readonly ContactEntry[]): Person | null {
  const entry = entryFor(given, contacts);
  if (!entry) return personFrom(given);
  const phone = phoneDigits(given.phone) ?? phoneDigits(entry.wa_id);
  return personFrom({
    phone: phone ?? given.phone ?? entry.wa_id,
    userId: given.userId ?? entry.user_id,
    parentUserId: given.parentUserId ?? entry.parent_user_id,
    name: entry.profile.name,
    username: entry.profile.username,
  });
}
