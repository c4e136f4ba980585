/** Finds, locks or opens the conversations that a batch speaks of. */
import type { Db } from "../db/pool.ts";
import type { Person } from "../whatsapp/payload-events.ts";
import { addConversations, lockConversations, type Place } from "./record-message-store.ts";
import { CONVERSATION_LOCKS, type ContactAt, lockKey, type People } from "./record-people.ts";
import { lockKeys } from "./record-people-store.ts";
import type { Sorted } from "./record-sort-rules.ts";

export type Conversations = {
  /** Null when nobody has said anything there yet. */
  of(numberId: number, groupId: string | null, contact: ContactAt | null): number | null;
  /** Every one of the whole person, as far as it was locked. */
  allOf(numberId: number, groupId: string | null, contact: ContactAt | null): number[];
};

/** `opens`: a message needs it; a status or an edit only locks it, if it is there. */
type Wanted = Place & { opens: boolean };

const keyOf = ({ numberId, contactId, groupId }: Place): string =>
  groupId === null ? `${numberId}:c${contactId}` : `${numberId}:g${groupId}`;

function placeOf(numberId: number, groupId: string | null, contact: ContactAt | null): Place | null {
  if (groupId !== null) return { numberId, contactId: null, groupId };
  return contact ? { numberId, contactId: contact.id, groupId: null } : null;
}

/** Wherever a message to this person may be written: a status names the phone, and the thread is the BSUID's. */
function placesOf(numberId: number, groupId: string | null, contact: ContactAt | null): Place[] {
  if (groupId !== null) return [{ numberId, contactId: null, groupId }];
  return (contact?.familyIds ?? []).map((contactId) => ({ numberId, contactId, groupId: null }));
}

export function wantedPlaces(
  events: Pick<Sorted, "messages" | "statuses" | "revisions">,
  people: People,
): Wanted[] {
  const wanted = new Map<string, Wanted>();
  const want = (places: readonly Place[], opens: boolean) => {
    for (const place of places) {
      const key = keyOf(place);
      if (opens || !wanted.has(key)) wanted.set(key, { ...place, opens });
    }
  };
  const whoOf = ({ person }: { person: Person | null }) => person && people.contactOf(person);
  for (const message of events.messages) {
    const place = placeOf(message.numberId, message.groupId, whoOf(message));
    if (place) want([place], true);
  }
  for (const said of [...events.statuses, ...events.revisions])
    want(placesOf(said.numberId, said.groupId, whoOf(said)), false);
  return [...wanted.values()];
}

export async function openConversations(
  tx: Db,
  wanted: readonly Wanted[],
  alsoLock: readonly number[],
  now: Date,
): Promise<Conversations> {
  const ids = new Map<string, number>();
  const missing = () => wanted.filter((place) => !ids.has(keyOf(place)));
  const lockFound = async (places: readonly Place[], also: readonly number[]) => {
    for (const found of await lockConversations(tx, places, also)) ids.set(keyOf(found), found.id);
  };
  if (wanted.length + alsoLock.length > 0) await lockFound(wanted, alsoLock);
  if (missing().length > 0) {
    // Two that want the same new one: the second waits, then finds it. Statuses wait as well, so that one
    // cannot slip past the message it speaks of while that is being written.
    await lockKeys(
      tx,
      CONVERSATION_LOCKS,
      missing().map((place) => lockKey(keyOf(place))),
    );
    await lockFound(missing(), []);
    const opening = missing().filter(({ opens }) => opens);
    if (opening.length > 0)
      for (const made of await addConversations(tx, opening, now)) ids.set(keyOf(made), made.id);
  }
  return {
    of(numberId, groupId, contact) {
      const place = placeOf(numberId, groupId, contact);
      return place ? (ids.get(keyOf(place)) ?? null) : null;
    },
    allOf: (numberId, groupId, contact) =>
      placesOf(numberId, groupId, contact).flatMap((place) => ids.get(keyOf(place)) ?? []),
  };
}
