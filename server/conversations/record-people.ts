/** Turns the people a batch speaks of into contacts. Without a lock while everybody is known, which is nearly always. */
import { createHash } from "node:crypto";
import type { Db } from "../db/pool.ts";
import type { Person } from "../whatsapp/payload-events.ts";
import {
  type IdentityWrite,
  idsOf,
  type Link,
  type Node,
  type PeoplePlan,
  planPeople,
  type Sighting,
} from "./record-people-rules.ts";
import {
  addContacts,
  findPeople,
  type KnownPeople,
  lockKeys,
  mergeContacts,
  refreshPhones,
  updateContacts,
  wholePeople,
  writeIdentities,
} from "./record-people-store.ts";

export type ContactAt = { id: number; kinds: readonly string[] };
export type People = { contactOf(person: Person): ContactAt | null; isChanged: boolean };

const IDENTITY_LOCKS = 41_001;
export const CONVERSATION_LOCKS = 41_002;
/** A bounded number of locks, however many strangers a batch holds: PostgreSQL's table of them is finite. */
const BUCKETS = 4_096;
export const lockKey = (text: string): number =>
  createHash("sha1").update(text).digest().readUInt32BE(0) % BUCKETS;

export async function resolvePeople(
  tx: Db,
  sightings: readonly Sighting[],
  links: readonly Link[],
): Promise<People> {
  const persons = [
    ...sightings.map(({ person }) => person),
    ...links.flatMap(({ previous, current }) => [previous, current]),
  ];
  if (persons.length === 0) return { contactOf: () => null, isChanged: false };
  const ids = [...new Map(persons.flatMap(idsOf).map((id) => [id.key, id])).values()];
  const decide = async (): Promise<PeoplePlan> => {
    const { identities, contacts } = await peopleBy(tx, ids, links.length > 0);
    return planPeople(identities, contacts, sightings, links);
  };

  let plan = await decide();
  const isNew = plan.added.length + plan.identities.length + plan.merges.length > 0;
  if (isNew) {
    // Somebody else may be recording the same strangers: one waits, then sees what the other wrote.
    await lockKeys(
      tx,
      IDENTITY_LOCKS,
      ids.map(({ key }) => lockKey(key)),
    );
    plan = await decide();
    await writePlan(tx, plan);
  }
  if (plan.changed.length > 0) await updateContacts(tx, plan.changed.map(withId));
  return {
    contactOf(person) {
      const node = plan.nodeOf(person);
      return node ? withId(node) : null;
    },
    isChanged: isNew,
  };
}

async function peopleBy(
  tx: Db,
  ids: Parameters<typeof findPeople>[1],
  isWhole: boolean,
): Promise<KnownPeople> {
  const found = await findPeople(tx, ids);
  // Whether a link may join two people hangs on everything the two are known by.
  return isWhole && found.contacts.length > 0
    ? wholePeople(
        tx,
        found.contacts.map(({ id }) => id),
      )
    : found;
}

async function writePlan(tx: Db, plan: PeoplePlan): Promise<void> {
  if (plan.added.length > 0) {
    const made = await addContacts(tx, plan.added);
    plan.added.forEach((node, index) => {
      node.id = made[index] ?? null;
    });
  }
  if (plan.merges.length > 0)
    await mergeContacts(
      tx,
      plan.merges.map(({ loserId, winner }) => ({ loserId, winnerId: withId(winner).id })),
    );
  if (plan.identities.length > 0)
    await writeIdentities(
      tx,
      plan.identities.map((write: IdentityWrite) => ({ ...write, contactId: withId(write.node).id })),
    );
  if (plan.phones.length > 0)
    await refreshPhones(
      tx,
      plan.phones.map((node) => withId(node).id),
    );
}

function withId(node: Node): Node & { id: number } {
  if (node.id === null) throw new Error("A contact of this batch has no id yet.");
  return { ...node, id: node.id };
}
