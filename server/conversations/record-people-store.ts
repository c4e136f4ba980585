/** Contacts and their identities, a set at a time. */
import type { Db } from "../db/pool.ts";
import type { IdentityKind, KnownContact, KnownIdentity } from "./record-people-rules.ts";

type Ids = readonly { kind: IdentityKind; value: string }[];

export type KnownPeople = { identities: KnownIdentity[]; contacts: KnownContact[] };
type Joined = KnownIdentity & Omit<KnownContact, "id">;

const JOINED = `
  i.kind, i.value, i.contact_id as "ownerId", r.id as "rootId", i.since, i.until,
  r.kinds, r.phone is not null as "hasPhone", r.name, r.name_at as "nameAt", r.username,
  r.username_at as "usernameAt", r.created_at as "createdAt"`;

/** Identities as they stand, and the contacts they are read at. */
export async function findPeople(tx: Db, ids: Ids): Promise<KnownPeople> {
  return parted(
    await tx.query<Joined>(
      `select ${JOINED}
       from unnest($1::text[], $2::text[]) as k (kind, value)
       join contact_identity i on i.kind = k.kind and i.value = k.value
       join contact c on c.id = i.contact_id
       join contact r on r.id = coalesce(c.merged_into, c.id)`,
      [ids.map(({ kind }) => kind), ids.map(({ value }) => value)],
    ),
  );
}

/** The contacts with every identity of theirs, also of those merged into them. */
export async function wholePeople(tx: Db, contactIds: readonly number[]): Promise<KnownPeople> {
  return parted(
    await tx.query<Joined>(
      `select ${JOINED}
       from (
         select id from unnest($1::bigint[]) as id
         union
         select m.id from contact m where m.merged_into = any ($1::bigint[])
       ) family
       join contact c on c.id = family.id
       join contact r on r.id = coalesce(c.merged_into, c.id)
       join contact_identity i on i.contact_id = c.id`,
      [contactIds],
    ),
  );
}

function parted(rows: readonly Joined[]): KnownPeople {
  const contacts = new Map(rows.map((row) => [row.rootId, { ...row, id: row.rootId }]));
  return { identities: [...rows], contacts: [...contacts.values()] };
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
