/** Contacts and their identities as they stand, a set at a time; and the locks under which they change. */
import { strings } from "../db/arrays.ts";
import type { Db } from "../db/pool.ts";
import type { KnownIdentity } from "./record-people-families.ts";
import { type Id, type IdentityKind, identityKey, type Pair, type Relation } from "./record-people-rules.ts";
import type { KnownRow, Words } from "./record-people-wholes.ts";

/** Times as milliseconds: a batch reads some two thousand, and the driver is slow at making dates of text. */
const IDENTITY = `
  i.kind, i.value, i.contact_id as "ownerId", date_part('epoch', i.from_at) * 1000 as "fromMs",
  date_part('epoch', i.home_at) * 1000 as "homeMs", date_part('epoch', i.since) * 1000 as "sinceMs",
  date_part('epoch', i.until) * 1000 as "untilMs", date_part('epoch', i.paired_at) * 1000 as "pairedMs"`;

/** An identity with the contact it stands at. `kinds` are the whole person's. */
export type KnownAt = KnownIdentity & {
  rootId: number;
  isJoined: boolean;
  /** With commas between: a list of them costs the driver 8 microseconds a message to read. */
  kinds: string;
  profileName: string | null;
  nameMs: number | null;
  profileUsername: string | null;
  usernameMs: number | null;
  createdMs: number;
};

export async function findPeople(tx: Db, ids: readonly Id[]): Promise<KnownAt[]> {
  return tx.query<KnownAt>(
    `select ${IDENTITY}, coalesce(c.merged_into, c.id) as "rootId", c.merged_into is not null or c.is_joined as "isJoined",
       array_to_string(coalesce(r.kinds, c.kinds), ',') as kinds,
       c.profile_name as "profileName", c.profile_username as "profileUsername",
       date_part('epoch', c.name_at) * 1000 as "nameMs", date_part('epoch', c.username_at) * 1000 as "usernameMs",
       date_part('epoch', c.created_at) * 1000 as "createdMs"
     from unnest($1::text[], $2::text[]) as k (kind, value)
     join contact_identity i on i.kind = k.kind and i.value = k.value
     join contact c on c.id = i.contact_id
     left join contact r on r.id = c.merged_into`,
    [strings(ids.map(({ kind }) => kind)), strings(ids.map(({ value }) => value))],
  );
}

type PairRow = {
  aKind: IdentityKind;
  aValue: string;
  bKind: IdentityKind;
  bValue: string;
  relation: Relation;
  atMs: number;
};
const PAIR = `p.a_kind as "aKind", p.a_value as "aValue", p.b_kind as "bKind", p.b_value as "bValue", p.relation,
  date_part('epoch', p.at) * 1000 as "atMs"`;

const pairOf = ({ aKind, aValue, bKind, bValue, relation, atMs }: PairRow): Pair => ({
  a: { kind: aKind, value: aValue, key: identityKey(aKind, aValue) },
  b: { kind: bKind, value: bValue, key: identityKey(bKind, bValue) },
  relation,
  atMs,
});

/** Those of these pairs that were claimed before, at whatever time. */
export async function findPairs(tx: Db, pairs: readonly Pair[]): Promise<Pair[]> {
  const rows = await tx.query<PairRow>(
    `select ${PAIR}
     from unnest($1::text[], $2::text[]) as k (a_value, b_value)
     join identity_pair p on p.a_value = k.a_value and p.b_value = k.b_value`,
    [pairs.map(({ a }) => a.value), pairs.map(({ b }) => b.value)],
  );
  return rows.map(pairOf);
}

/** Whatever was ever claimed about any of these ids. */
export async function pairsAround(tx: Db, ids: readonly Id[]): Promise<Pair[]> {
  const rows = await tx.query<PairRow>(
    `select ${PAIR} from unnest($1::text[]) as k (value) join identity_pair p on p.a_value = k.value
     union
     select ${PAIR} from unnest($1::text[]) as k (value) join identity_pair p on p.b_value = k.value`,
    [ids.map(({ value }) => value)],
  );
  return rows.map(pairOf);
}

export async function identitiesOf(
  tx: Db,
  ids: readonly Id[],
  contactIds: readonly number[],
): Promise<KnownIdentity[]> {
  return tx.query<KnownIdentity>(
    `select ${IDENTITY}
     from unnest($1::text[], $2::text[]) as k (kind, value)
     join contact_identity i on i.kind = k.kind and i.value = k.value
     union
     select ${IDENTITY} from contact_identity i where i.contact_id = any ($3::bigint[])`,
    [ids.map(({ kind }) => kind), ids.map(({ value }) => value), contactIds],
  );
}

/** With all who are read at the same contact. */
export async function rowsAround(tx: Db, contactIds: readonly number[]): Promise<KnownRow[]> {
  return tx.query<KnownRow>(
    `with named as (
       select distinct coalesce(merged_into, id) as root_id from contact where id = any ($1::bigint[])
     ), family as (
       select root_id as id from named
       union all
       select c.id from named join contact c on c.merged_into = named.root_id
     )
     select c.id, c.merged_into as "mergedInto", c.is_joined as "isJoined",
       c.given_name is not null or c.kinds <> '{client}' as "isGiven"
     from family join contact c on c.id = family.id`,
    [contactIds],
  );
}

/** What people said of these contacts, as far as it stands. */
export async function wordsAround(tx: Db, contactIds: readonly number[]): Promise<Words> {
  const joins = await tx.query<Words["joins"][number]>(
    `select contact_id as "contactId", into_id as "intoId" from contact_join
     where contact_id = any ($1::bigint[]) and parted_at is null
     union
     select contact_id, into_id from contact_join where into_id = any ($1::bigint[]) and parted_at is null`,
    [contactIds],
  );
  const aparts = await tx.query<Words["aparts"][number]>(
    `select a_id as "aId", b_id as "bId" from contact_apart where a_id = any ($1::bigint[])
     union
     select a_id, b_id from contact_apart where b_id = any ($1::bigint[])`,
    [contactIds],
  );
  return { joins, aparts };
}

/** Everybody read at these, so that whatever is under way in any thread of theirs can be waited for. */
export async function familiesOf(
  tx: Db,
  rootIds: readonly number[],
): Promise<{ rootId: number; id: number }[]> {
  return tx.query<{ rootId: number; id: number }>(
    `select id as "rootId", id from contact where id = any ($1::bigint[])
     union all
     select merged_into, id from contact where merged_into = any ($1::bigint[])`,
    [rootIds],
  );
}

/** When something was first said at a row from a moment on and before another; what a phone's next holder said. */
export async function firstSaid(
  tx: Db,
  contactId: number,
  from: Date,
  before: Date | null,
): Promise<Date | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    `select min(at) as at from (
       select said_at as at from message where contact_id = $1
       union all
       select m.said_at from conversation v join message m on m.conversation_id = v.id where v.contact_id = $1
       union all
       select at from reaction where contact_id = $1
     ) said
     where at >= $2 and ($3::timestamptz is null or at < $3)`,
    [contactId, from, before],
  );
  return row?.at ?? null;
}

/** Until the transaction ends. In order of the keys, so that those who wait never wait in a ring. */
export async function lockKeys(tx: Db, space: number, keys: Iterable<number>): Promise<void> {
  const sorted = [...new Set(keys)].sort((a, b) => a - b);
  await tx.query("select pg_advisory_xact_lock($1::integer, k) from unnest($2::integer[]) as k", [
    space,
    sorted,
  ]);
}

/** Beside others who change people, or alone. */
export async function lockAll(tx: Db, space: number, isAlone: boolean): Promise<void> {
  await tx.query(
    isAlone
      ? "select pg_advisory_xact_lock($1::integer, -1)"
      : "select pg_advisory_xact_lock_shared($1::integer, -1)",
    [space],
  );
}

/** Alone from now on, if nobody else is at it: two who both waited for the other would wait for ever. */
export async function tryLockAll(tx: Db, space: number): Promise<boolean> {
  const [row] = await tx.query<{ got: boolean }>("select pg_try_advisory_xact_lock($1::integer, -1) as got", [
    space,
  ]);
  return row?.got ?? false;
}
