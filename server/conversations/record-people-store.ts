/** Contacts and their identities, a set at a time. */
import type { Db } from "../db/pool.ts";
import type { IdentityKind, KnownContact, KnownIdentity } from "./record-people-rules.ts";

type Ids = readonly { kind: IdentityKind; value: string }[];

export type KnownPeople = { identities: KnownIdentity[]; contacts: KnownContact[] };

/** Times as milliseconds: a batch reads some two thousand, and the driver is slow at making dates of text. */
const IDENTITY = `
  i.kind, i.value, i.contact_id as "ownerId", c.merged_into as "mergedInto",
  date_part('epoch', i.since) * 1000 as "sinceMs", date_part('epoch', i.until) * 1000 as "untilMs"`;
const CONTACT = `
  c.id, c.kinds, c.phone is not null as "hasPhone", c.name, c.username,
  date_part('epoch', c.name_at) * 1000 as "nameMs", date_part('epoch', c.username_at) * 1000 as "usernameMs",
  date_part('epoch', c.created_at) * 1000 as "createdMs"`;

type IdentityRow = {
  kind: IdentityKind;
  value: string;
  ownerId: number;
  mergedInto: number | null;
  sinceMs: number;
  untilMs: number | null;
};
type ContactRow = {
  id: number;
  kinds: string[];
  hasPhone: boolean;
  name: string | null;
  username: string | null;
  nameMs: number | null;
  usernameMs: number | null;
  createdMs: number;
};

/** Identities as they stand, and the contacts they are read at. */
export async function findPeople(tx: Db, ids: Ids): Promise<KnownPeople> {
  const rows = await tx.query<IdentityRow & ContactRow>(
    `select ${IDENTITY}, ${CONTACT}
     from unnest($1::text[], $2::text[]) as k (kind, value)
     join contact_identity i on i.kind = k.kind and i.value = k.value
     join contact c on c.id = i.contact_id`,
    [ids.map(({ kind }) => kind), ids.map(({ value }) => value)],
  );
  const contacts = new Map(
    rows.filter((row) => row.mergedInto === null).map((row) => [row.id, contactOf(row)]),
  );
  // Rarely any: those who were merged are read at another, who may not be named here.
  const roots = rows.flatMap(({ mergedInto }) =>
    mergedInto === null || contacts.has(mergedInto) ? [] : [mergedInto],
  );
  if (roots.length > 0) for (const root of await findContacts(tx, roots)) contacts.set(root.id, root);
  return { identities: rows.map(identityOf), contacts: [...contacts.values()] };
}

/** The contacts with every identity of theirs, also of those merged into them. */
export async function wholePeople(tx: Db, contactIds: readonly number[]): Promise<KnownPeople> {
  const rows = await tx.query<IdentityRow>(
    `select ${IDENTITY}
     from contact r
     join contact c on c.id = r.id or c.merged_into = r.id
     join contact_identity i on i.contact_id = c.id
     where r.id = any ($1::bigint[])`,
    [contactIds],
  );
  return { identities: rows.map(identityOf), contacts: await findContacts(tx, contactIds) };
}

async function findContacts(tx: Db, ids: readonly number[]): Promise<KnownContact[]> {
  const rows = await tx.query<ContactRow>(
    `select ${CONTACT} from contact c where c.id = any ($1::bigint[])`,
    [ids],
  );
  return rows.map(contactOf);
}

const dateOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

function identityOf({ kind, value, ownerId, mergedInto, sinceMs, untilMs }: IdentityRow): KnownIdentity {
  return {
    kind,
    value,
    ownerId,
    rootId: mergedInto ?? ownerId,
    since: new Date(sinceMs),
    until: dateOf(untilMs),
  };
}

function contactOf({
  id,
  kinds,
  hasPhone,
  name,
  username,
  nameMs,
  usernameMs,
  createdMs,
}: ContactRow): KnownContact {
  return {
    id,
    kinds,
    hasPhone,
    name,
    nameAt: dateOf(nameMs),
    username,
    usernameAt: dateOf(usernameMs),
    createdAt: new Date(createdMs),
  };
}

/** Until the transaction ends. In order of the keys, so that those who wait never wait in a ring. */
export async function lockKeys(tx: Db, space: number, keys: Iterable<number>): Promise<void> {
  const sorted = [...new Set(keys)].sort((a, b) => a - b);
  await tx.query("select pg_advisory_xact_lock($1::integer, k) from unnest($2::integer[]) as k", [
    space,
    sorted,
  ]);
}

export type NewContact = {
  name: string | null;
  nameAt: Date | null;
  username: string | null;
  usernameAt: Date | null;
  createdAt: Date;
};

/** Ids in the order of what was given. */
export async function addContacts(tx: Db, contacts: readonly NewContact[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `insert into contact (name, name_at, username, username_at, created_at)
     select name, name_at, username, username_at, created_at
     from unnest($1::text[], $2::timestamptz[], $3::text[], $4::timestamptz[], $5::timestamptz[])
       with ordinality as c (name, name_at, username, username_at, created_at, place)
     order by place
     returning id`,
    columns(contacts),
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** What is later by WhatsApp's time wins, also over what another process wrote meanwhile. Locked in order of the ids. */
export async function updateContacts(
  tx: Db,
  contacts: readonly (NewContact & { id: number })[],
): Promise<void> {
  await tx.query(
    `with locked as (
       select id from contact where id = any ($6::bigint[]) order by id for no key update
     )
     update contact c set
       name = case when (g.name_at, g.name) > (coalesce(c.name_at, '-infinity'), coalesce(c.name, '')) then g.name else c.name end,
       name_at = greatest(c.name_at, g.name_at),
       username = case when (g.username_at, g.username) > (coalesce(c.username_at, '-infinity'), coalesce(c.username, ''))
         then g.username else c.username end,
       username_at = greatest(c.username_at, g.username_at),
       created_at = least(c.created_at, g.created_at)
     from unnest($1::text[], $2::timestamptz[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::bigint[])
       as g (name, name_at, username, username_at, created_at, id)
       join locked using (id)
     where c.id = g.id`,
    [...columns(contacts), contacts.map(({ id }) => id)],
  );
}

const columns = (contacts: readonly NewContact[]): unknown[] => [
  contacts.map(({ name }) => name),
  contacts.map(({ nameAt }) => nameAt),
  contacts.map(({ username }) => username),
  contacts.map(({ usernameAt }) => usernameAt),
  contacts.map(({ createdAt }) => createdAt),
];

export async function writeIdentities(
  tx: Db,
  identities: readonly {
    kind: IdentityKind;
    value: string;
    contactId: number;
    since: Date;
    until: Date | null;
  }[],
): Promise<void> {
  await tx.query(
    `insert into contact_identity (kind, value, contact_id, since, until)
     select * from unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[])
     on conflict (kind, value) do update set
       contact_id = excluded.contact_id, since = excluded.since, until = excluded.until`,
    [
      identities.map(({ kind }) => kind),
      identities.map(({ value }) => value),
      identities.map(({ contactId }) => contactId),
      identities.map(({ since }) => since),
      identities.map(({ until }) => until),
    ],
  );
}

/** The loser's rows stay where they are, so that a merge can be taken back; whoever was merged into it follows. */
export async function mergeContacts(
  tx: Db,
  merges: readonly { loserId: number; winnerId: number }[],
): Promise<void> {
  await tx.query(
    `update contact c set merged_into = g.winner
     from unnest($1::bigint[], $2::bigint[]) as g (loser, winner)
     where c.id = g.loser or c.merged_into = g.loser`,
    [merges.map(({ loserId }) => loserId), merges.map(({ winnerId }) => winnerId)],
  );
}

/**
 * The phone first seen last among those not left. By a union, not an `or`: that read every contact for each of the
 * batch (6 messages a second with 2,000 new contacts; now by index).
 */
export async function refreshPhones(tx: Db, contactIds: readonly number[]): Promise<void> {
  await tx.query(
    `with root as (
       select distinct id from unnest($1::bigint[]) as id
     ), family as (
       select id as root_id, id from root
       union all
       select o.merged_into, o.id from contact o where o.merged_into = any ($1::bigint[])
     ), latest as (
       select distinct on (f.root_id) f.root_id, i.value
       from family f
       left join contact_identity i on i.contact_id = f.id and i.kind = 'wa_id' and i.until is null
       order by f.root_id, i.since desc nulls last, i.value desc nulls last
     )
     update contact c set phone = latest.value
     from latest
     where c.id = latest.root_id and c.phone is distinct from latest.value`,
    [contactIds],
  );
}

/** The latest wish counts; of two at the same moment the one to stop. */
export async function writePreferences(
  tx: Db,
  wishes: readonly { contactId: number; wantsMarketing: boolean; at: Date }[],
): Promise<void> {
  await tx.query(
    `update contact c set marketing_stopped_at = case when g.wants then null else g.at end, marketing_changed_at = g.at
     from unnest($1::bigint[], $2::boolean[], $3::timestamptz[]) as g (id, wants, at)
     where c.id = g.id and (c.marketing_changed_at is null or g.at > c.marketing_changed_at
       or (g.at = c.marketing_changed_at and not g.wants))`,
    [
      wishes.map(({ contactId }) => contactId),
      wishes.map(({ wantsMarketing }) => wantsMarketing),
      wishes.map(({ at }) => at),
    ],
  );
}
