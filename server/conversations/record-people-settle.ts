/** Decides anew who is who around some ids or contacts, from everything known there, and writes what differs. */
import { createHash } from "node:crypto";
import type { Db } from "../db/pool.ts";
import { type Families, type Home, type KnownIdentity, planFamilies } from "./record-people-families.ts";
import {
  cutsOf,
  earliest,
  type Id,
  identityKey,
  type Pair,
  pairKey,
  turnEnd,
} from "./record-people-rules.ts";
import {
  firstSaid,
  identitiesOf,
  lockAll,
  lockKeys,
  pairsAround,
  rowsAround,
  tryLockAll,
  wordsAround,
} from "./record-people-store.ts";
import type { KnownRow, Row, Words } from "./record-people-wholes.ts";
import {
  addContacts,
  handOver,
  mergeContacts,
  refreshShown,
  removeIdentities,
  writeIdentities,
  writePairs,
} from "./record-people-write-store.ts";

/** Where it begins, and what is new. */
export type Ask = {
  ids: readonly Id[];
  contactIds: readonly number[];
  claims: readonly Pair[];
  homes: readonly Home[];
};
type Around = { identities: KnownIdentity[]; rows: KnownRow[]; words: Words; pairs: Pair[] };
type Turn = { fromId: number; home: Home; from: Date; before: Date | null };

export type Settled = {
  rowAt: Families["rowAt"];
  rootOf(row: Row): Row;
  /** People were joined or taken apart: threads and names are others now. */
  isRegrouped: boolean;
};

const PEOPLE_LOCKS = 41_001;
/** A bounded number of locks, however many strangers a batch holds: PostgreSQL's table of them is finite. */
const BUCKETS = 4_096;
export const lockKey = (text: string): number =>
  createHash("sha1").update(text).digest().readUInt32BE(0) % BUCKETS;

/** For whoever changes people by a person's word: nobody else changes any meanwhile. */
export const lockPeople = (tx: Db): Promise<void> => lockAll(tx, PEOPLE_LOCKS, true);

/**
 * Locked: strangers by their ids, so that two recorders add different ones at the same time; where people are joined or
 * taken apart nobody else changes any, as that may reach ids which nobody named.
 */
export async function settlePeople(tx: Db, ask: Ask): Promise<Settled> {
  const draft = await decide(tx, ask);
  const isAlone = isEntangled(draft.plan, ask);
  await lockAll(tx, PEOPLE_LOCKS, isAlone);
  if (ask.ids.length > 0)
    await lockKeys(
      tx,
      PEOPLE_LOCKS,
      ask.ids.map(({ key }) => lockKey(key)),
    );
  const decided = await decide(tx, ask);
  if (!isAlone && isEntangled(decided.plan, ask) && !(await tryLockAll(tx, PEOPLE_LOCKS)))
    // The recorder begins the batch again, and then knows from the start.
    throw Object.assign(new Error("People became entangled meanwhile; once more."), { code: "40001" });
  return writePlan(tx, ask, decided);
}

const isEntangled = (plan: Families, { claims }: Ask): boolean =>
  plan.gone.length > 0 ||
  claims.some(({ relation }) => relation !== "seen") ||
  plan.families.some((rows) => rows.length > 1);

type Everything = { plan: Families; rows: readonly KnownRow[]; turns: readonly Turn[] };

async function decide(tx: Db, ask: Ask): Promise<Everything> {
  const around = await closure(tx, ask);
  const pairs = earliest([...around.pairs, ...ask.claims]);
  const turns = await newTurns(tx, around, pairs);
  const homes = [...ask.homes, ...turns.map(({ home }) => home)];
  return { plan: planFamilies(around, pairs, homes), rows: around.rows, turns };
}

/** Follows claims, rows and words until nothing new is found; nearly always at once. */
async function closure(tx: Db, ask: Ask): Promise<Around> {
  const identities = new Map<string, KnownIdentity>();
  const rows = new Map<number, KnownRow>();
  const pairs = new Map<string, Pair>();
  const joins = new Map<string, Words["joins"][number]>();
  const aparts = new Map<string, Words["aparts"][number]>();
  const seenIds = new Set<string>();
  const seenContacts = new Set<number>();
  let ids = [...ask.ids, ...ask.claims.flatMap(({ a, b }) => [a, b])];
  let contacts: number[] = [...ask.contactIds];
  for (;;) {
    const newIds = [...new Map(ids.map((id) => [id.key, id])).values()].filter(
      ({ key }) => !seenIds.has(key),
    );
    const newContacts = [...new Set(contacts)].filter((id) => !seenContacts.has(id));
    if (newIds.length + newContacts.length === 0) break;
    ids = [];
    contacts = [];
    for (const { key } of newIds) seenIds.add(key);
    if (newContacts.length > 0) {
      for (const row of await rowsAround(tx, newContacts)) {
        rows.set(row.id, row);
        seenContacts.add(row.id);
      }
      const family = [...rows.keys()];
      const words = await wordsAround(tx, family);
      for (const each of words.joins) joins.set(`${each.contactId}:${each.intoId}`, each);
      for (const each of words.aparts) aparts.set(`${each.aId}:${each.bId}`, each);
      contacts.push(...words.joins.flatMap(({ contactId, intoId }) => [contactId, intoId]));
      for (const id of newContacts) seenContacts.add(id);
    }
    for (const each of await identitiesOf(tx, newIds, newContacts.length > 0 ? [...rows.keys()] : [])) {
      const key = identityKey(each.kind, each.value);
      identities.set(`${key}@${each.fromMs}`, each);
      ids.push({ kind: each.kind, value: each.value, key });
      contacts.push(each.ownerId);
    }
    if (newIds.length > 0)
      for (const pair of await pairsAround(tx, newIds)) {
        pairs.set(pairKey(pair), pair);
        ids.push(pair.a, pair.b);
      }
  }
  const words = { joins: [...joins.values()], aparts: [...aparts.values()] };
  return {
    identities: [...identities.values()],
    rows: [...rows.values()],
    words,
    pairs: [...pairs.values()],
  };
}

/** A phone that passed on before it was known: what was said from it since then is somebody else's. */
async function newTurns(tx: Db, around: Around, pairs: readonly Pair[]): Promise<Turn[]> {
  const before = cutsOf(around.pairs);
  const now = cutsOf(pairs);
  const turns: Turn[] = [];
  for (const { kind, value, fromMs, homeMs, ownerId } of around.identities) {
    if (kind !== "wa_id" || homeMs === null) continue;
    const id = { kind, value, key: identityKey(kind, value) };
    const cuts = now.get(id.key) ?? [];
    if (cuts.length === (before.get(id.key)?.length ?? 0)) continue;
    const end = turnEnd(before.get(id.key), fromMs);
    for (const cut of cuts.filter((ms) => ms > homeMs && (end === null || ms <= end))) {
      const endMs = turnEnd(cuts, cut);
      const range = { from: new Date(cut), before: endMs === null ? null : new Date(endMs + 1) };
      const at = await firstSaid(tx, ownerId, range.from, range.before);
      if (at) turns.push({ fromId: ownerId, home: { id, atMs: at.getTime() }, ...range });
    }
  }
  return turns;
}

async function writePlan(
  tx: Db,
  { claims, homes }: Ask,
  { plan, rows, turns }: Everything,
): Promise<Settled> {
  if (plan.newRows.length > 0) {
    const firstAt = new Map<Row, number>();
    for (const { id, atMs } of [...homes, ...turns.map(({ home }) => home)]) {
      const row = plan.rowAt(id, atMs);
      if (row) firstAt.set(row, Math.min(atMs, firstAt.get(row) ?? atMs));
    }
    const made = await addContacts(
      tx,
      plan.newRows.map((row) => new Date(firstAt.get(row) ?? 0)),
    );
    plan.newRows.forEach((row, index) => {
      row.id = made[index] ?? null;
    });
  }
  const rootOf = new Map(plan.families.flatMap((family) => family.map((row) => [row, family[0]] as const)));
  const regrouped = plan.families.flatMap(([root, ...others]) => [
    ...placedAt(root, null, others.length > 0),
    ...others.flatMap((row) => placedAt(row, idOfRow(root), false)),
  ]);
  if (regrouped.length > 0) await mergeContacts(tx, regrouped);
  if (plan.gone.length > 0) await removeIdentities(tx, plan.gone);
  if (plan.placed.length > 0)
    await writeIdentities(
      tx,
      plan.placed.map(({ row, ...identity }) => ({ ...identity, contactId: idOfRow(row) })),
    );
  if (claims.length > 0) await writePairs(tx, claims);
  for (const { fromId, home, from, before } of turns) {
    const to = plan.rowAt(home.id, home.atMs);
    if (to) await handOver(tx, { fromId, toId: idOfRow(to), from, before });
  }
  const changed = [...plan.touched, ...rowsOf(plan, regrouped)];
  const shown = new Set(changed.map((row) => idOfRow(rootOf.get(row) ?? row)));
  if (shown.size > 0) await refreshShown(tx, [...shown]);
  return {
    rowAt: plan.rowAt,
    rootOf: (row) => rootOf.get(row) ?? row,
    isRegrouped: regrouped.some(
      ({ id, mergedInto }) => mergedInto !== null || rows.some((row) => row.id === id),
    ),
  };
}

function placedAt(
  row: Row,
  mergedInto: number | null,
  isJoined: boolean,
): { id: number; mergedInto: number | null; isJoined: boolean }[] {
  const same = row.known
    ? row.known.mergedInto === mergedInto && row.known.isJoined === isJoined
    : mergedInto === null && !isJoined;
  return same ? [] : [{ id: idOfRow(row), mergedInto, isJoined }];
}

function rowsOf(plan: Families, changed: readonly { id: number }[]): Row[] {
  const ids = new Set(changed.map(({ id }) => id));
  return plan.families.flat().filter(({ id }) => id !== null && ids.has(id));
}

function idOfRow(row: Row): number {
  if (row.id === null) throw new Error("A contact of this batch has no id yet.");
  return row.id;
}
