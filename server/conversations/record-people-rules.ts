/**
 * What WhatsApp says about who is who, as claims that may come in any order, any number of times: ids named together,
 * old ids that became new ones, phones that passed from one person to another. Pure.
 */
import type { Person } from "../whatsapp/payload-events.ts";

export type IdentityKind = "bsuid" | "parent_bsuid" | "wa_id";
export type Id = { kind: IdentityKind; value: string; key: string };

/** `if_linked`: only worth a contact when it teaches that two ids are one person (a status about a stranger). */
export type Sighting = { person: Person; at: Date; creates: "always" | "if_linked" };
export type Link = { previous: Person; current: Person; at: Date };

export type Relation = "seen" | "same" | "became" | "moved";
export type Pair = { a: Id; b: Id; relation: Relation; atMs: number };

export const identityKey = (kind: IdentityKind, value: string): string => `${kind}:${value}`;
export const idOf = (kind: IdentityKind, value: string): Id => ({
  kind,
  value,
  key: identityKey(kind, value),
});

/** In the order in which they are believed: BSUID, parent BSUID, phone. */
export function idsOf(person: Person): Id[] {
  const ids: Id[] = [];
  if (person.bsuid !== null) ids.push(idOf("bsuid", person.bsuid));
  if (person.parentBsuid !== null) ids.push(idOf("parent_bsuid", person.parentBsuid));
  if (person.waId !== null) ids.push(idOf("wa_id", person.waId));
  return ids;
}

/** Something is said under the strongest id, so it gets a row of its own; a lone id in a status teaches nothing. */
export function teaches({ person, creates }: Sighting): boolean {
  const count = idsOf(person).length;
  return creates === "always" ? count > 0 : count > 1;
}

/** One text for one claim. Of what was only seen together the earliest time is kept, so it is no part of it. */
export const pairKey = ({ a, b, relation, atMs }: Pair): string =>
  `${a.key}|${b.key}|${relation}${relation === "seen" ? "" : `|${atMs}`}`;

function pairsOfSighting({ person, at }: Sighting): Pair[] {
  const [hub, ...others] = idsOf(person);
  return hub ? others.map((b) => ({ a: hub, b, relation: "seen" as const, atMs: at.getTime() })) : [];
}

/**
 * WhatsApp says that one became the other. A phone is only believed to be theirs for good when WhatsApp names the old
 * and the new one: a lone one may have been somebody else's before.
 */
function pairsOfLink({ previous, current, at }: Link): Pair[] {
  const atMs = at.getTime();
  const before = idsOf(previous);
  const after = idsOf(current);
  const hub = after[0] ?? before[0];
  if (!hub) return [];
  const oldPhone = before.find(({ kind }) => kind === "wa_id");
  const newPhone = after.find(({ kind }) => kind === "wa_id");
  const hasMoved = oldPhone !== undefined && newPhone !== undefined && oldPhone.key !== newPhone.key;
  const pairs: Pair[] = [];
  const add = (a: Id, b: Id, relation: Relation) => {
    if (a.key !== b.key) pairs.push({ a, b, relation, atMs });
  };
  for (const id of after) add(hub, id, id.kind !== "wa_id" || hasMoved ? "same" : "seen");
  for (const id of before) {
    if (after.some(({ key }) => key === id.key)) continue;
    if (id.kind !== "wa_id") add(id, hub, hub.kind !== "wa_id" || hasMoved ? "became" : "seen");
    else if (!hasMoved) add(hub, id, "seen");
  }
  if (oldPhone && newPhone && hasMoved) add(oldPhone, newPhone, "moved");
  return pairs;
}

/** Each claim once, with its earliest time. */
export function claimsOf(sightings: readonly Sighting[], links: readonly Link[]): Pair[] {
  const claims = [...sightings.filter(teaches).flatMap(pairsOfSighting), ...links.flatMap(pairsOfLink)];
  return earliest(claims);
}

export function earliest(pairs: readonly Pair[]): Pair[] {
  const kept = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = pairKey(pair);
    const before = kept.get(key);
    if (!before || pair.atMs < before.atMs) kept.set(key, pair);
  }
  return [...kept.values()];
}

/**
 * When a phone passed from one holder to the next: each moment is the first of a new holder. Who left at a second may
 * still have written in it; who came has it from that second on.
 */
export function cutsOf(pairs: readonly Pair[]): Map<string, number[]> {
  const cuts = new Map<string, Set<number>>();
  const cut = ({ key }: Id, ms: number) => cuts.set(key, (cuts.get(key) ?? new Set()).add(ms));
  for (const { a, b, relation, atMs } of pairs)
    if (relation === "moved") {
      cut(a, atMs + 1);
      cut(b, atMs);
    }
  return new Map([...cuts].map(([key, moments]) => [key, [...moments].sort((x, y) => x - y)]));
}

/** Whose turn with the phone it was then: the moment it began, or minus infinity for the first holder known. */
export function turnAt(cuts: readonly number[] | undefined, ms: number): number {
  return cuts?.findLast((cut) => cut <= ms) ?? Number.NEGATIVE_INFINITY;
}

/** Until when it was theirs; null while it is. */
export function turnEnd(cuts: readonly number[] | undefined, fromMs: number): number | null {
  const next = cuts?.find((cut) => cut > fromMs);
  return next === undefined ? null : next - 1;
}
