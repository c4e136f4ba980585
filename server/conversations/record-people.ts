/** Turns the people a batch speaks of into contacts. Without a lock while nothing about them is new, which is nearly always. */
import type { Db } from "../db/pool.ts";
import type { Person } from "../whatsapp/payload-events.ts";
import {
  claimsOf,
  type Id,
  identityKey,
  idsOf,
  type Link,
  type Pair,
  pairKey,
  type Sighting,
  teaches,
} from "./record-people-rules.ts";
import { settlePeople } from "./record-people-settle.ts";
import { familiesOf, findPairs, findPeople, type KnownAt } from "./record-people-store.ts";
import { type Facts, refreshShown, updateContacts } from "./record-people-write-store.ts";

export { lockKey } from "./record-people-settle.ts";

/** `familyIds`: the rows of the whole person, this one too. */
export type ContactAt = { id: number; kinds: readonly string[]; familyIds: readonly number[] };
export type People = {
  /** At whose row the person's strongest id stands: there everything said under it stays. */
  contactOf(person: Person): ContactAt | null;
  isChanged: boolean;
  /** Threads that were two are one now, or the other way round. */
  isRegrouped: boolean;
};

export const CONVERSATION_LOCKS = 41_002;

export async function resolvePeople(
  tx: Db,
  sightings: readonly Sighting[],
  links: readonly Link[],
): Promise<People> {
  const persons = [
    ...sightings.map(({ person, at }) => ({ person, at })),
    ...links.map(({ current, at }) => ({ person: current, at })),
  ];
  const named = [...persons.map(({ person }) => person), ...links.map(({ previous }) => previous)];
  const ids = [...new Map(named.flatMap(idsOf).map((id) => [id.key, id])).values()];
  if (ids.length === 0) return { contactOf: () => null, isChanged: false, isRegrouped: false };

  let known = await peopleBy(tx, ids);
  const homes = [
    ...sightings.filter(teaches),
    ...links.map(({ current, at }) => ({ person: current, at })),
  ].flatMap(({ person, at }) => {
    const [id] = idsOf(person);
    return id ? [{ id, atMs: at.getTime() }] : [];
  });
  const claims = claimsOf(sightings, links);
  const isNew = await hasNews(tx, known, homes, claims);
  let isRegrouped = false;
  if (isNew) {
    const settled = await settlePeople(tx, { ids, contactIds: [], claims, homes });
    isRegrouped = settled.isRegrouped;
    known = await peopleBy(tx, ids);
  }
  await learn(tx, known, sightings, links);
  const contacts = await contactsAt(tx, known);
  const at = new Map(persons.map(({ person, at }) => [person, at]));
  return {
    contactOf(person) {
      const [id] = idsOf(person);
      const moment = at.get(person);
      const found = id && moment && standing(known, id, moment.getTime());
      return found ? (contacts.get(found) ?? null) : null;
    },
    isChanged: isNew,
    isRegrouped,
  };
}

/** The identity's holder then. A phone that was left is nobody's until somebody is heard from it. */
function standing(known: Known, id: Id, atMs: number): KnownAt | undefined {
  const found = known.get(id.key)?.find(({ fromMs }) => fromMs <= atMs);
  const isLeft = found && id.kind === "wa_id" && found.untilMs !== null && atMs > found.untilMs;
  return isLeft ? undefined : found;
}

type Known = Map<string, KnownAt[]>;

/** By their ids, each phone's latest holder first. */
async function peopleBy(tx: Db, ids: readonly Id[]): Promise<Known> {
  const known: Known = new Map();
  for (const each of (await findPeople(tx, ids)).sort((a, b) => b.fromMs - a.fromMs)) {
    const key = identityKey(each.kind, each.value);
    known.set(key, [...(known.get(key) ?? []), each]);
  }
  return known;
}

async function hasNews(
  tx: Db,
  known: Known,
  homes: readonly { id: Id; atMs: number }[],
  claims: readonly Pair[],
): Promise<boolean> {
  for (const { id, atMs } of homes) {
    const found = standing(known, id, atMs);
    if (!found || found.homeMs === null || atMs < found.homeMs) return true;
  }
  const unsure = claims.filter((claim) => !isKnownAtItsRow(known, claim));
  if (unsure.length === 0) return false;
  const before = new Map((await findPairs(tx, unsure)).map((pair) => [pairKey(pair), pair.atMs]));
  return unsure.some((claim) => !((before.get(pairKey(claim)) ?? Number.POSITIVE_INFINITY) <= claim.atMs));
}

/** What stands at the row of an id was seen with it: that needs no look at the claims themselves. */
function isKnownAtItsRow(known: Known, { a, b, relation, atMs }: Pair): boolean {
  if (relation !== "seen") return false;
  return (known.get(b.key) ?? []).some(
    ({ ownerId, pairedMs }) =>
      pairedMs !== null &&
      pairedMs <= atMs &&
      known.get(a.key)?.some((host) => host.homeMs !== null && host.ownerId === ownerId),
  );
}

/** Names by WhatsApp's time. The time moves on even when the name stays: one recorded late must not win over it. */
async function learn(
  tx: Db,
  known: Known,
  sightings: readonly Sighting[],
  links: readonly Link[],
): Promise<void> {
  const facts = new Map<number, Facts & { id: number }>();
  const told = [...sightings.filter(teaches), ...links.map(({ current, at }) => ({ person: current, at }))];
  for (const { person, at } of told) {
    const [id] = idsOf(person);
    const row = id && standing(known, id, at.getTime());
    if (!row) continue;
    const named = facts.get(row.ownerId) ?? factsOf(row);
    const next = { ...named };
    if (person.name !== null && isLater(person.name, at, named.name, named.nameAt))
      Object.assign(next, { name: person.name, nameAt: at });
    if (person.username !== null && isLater(person.username, at, named.username, named.usernameAt))
      Object.assign(next, { username: person.username, usernameAt: at });
    if (at < named.createdAt) next.createdAt = at;
    if (
      next.nameAt !== named.nameAt ||
      next.usernameAt !== named.usernameAt ||
      next.createdAt !== named.createdAt
    )
      facts.set(row.ownerId, next);
  }
  if (facts.size === 0) return;
  const families = await updateContacts(tx, [...facts.values()]);
  if (families.length > 0) await refreshShown(tx, families);
}

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

const factsOf = (row: KnownAt): Facts & { id: number } => ({
  id: row.ownerId,
  name: row.profileName,
  nameAt: dateOf(row.nameMs),
  username: row.profileUsername,
  usernameAt: dateOf(row.usernameMs),
  createdAt: new Date(row.createdMs),
});

/** The latest name by WhatsApp's time; of two at the same second the one that sorts last, in whatever order they came. */
function isLater(value: string, at: Date, than: string | null, thanAt: Date | null): boolean {
  if (than === null || thanAt === null) return true;
  return at > thanAt || (at.getTime() === thanAt.getTime() && value > than);
}

async function contactsAt(tx: Db, known: Known): Promise<Map<KnownAt, ContactAt>> {
  const all = [...known.values()].flat();
  const roots = new Set(all.filter(({ isJoined }) => isJoined).map(({ rootId }) => rootId));
  const families = new Map<number, number[]>();
  if (roots.size > 0)
    for (const { rootId, id } of await familiesOf(tx, [...roots]))
      families.set(rootId, [...(families.get(rootId) ?? []), id]);
  return new Map(
    all.map((each) => [
      each,
      {
        id: each.ownerId,
        kinds: each.kinds.split(","),
        familyIds: families.get(each.rootId) ?? [each.ownerId],
      },
    ]),
  );
}
