/** What a person said of two contacts: that they are one, or that they are not. */
import type { Db } from "../db/pool.ts";
import type { Join } from "./contact-merge-rules.ts";

export type Part = { id: number; rootId: number; kinds: string[]; phone: string | null };

/** Every row of the people these are of. */
export async function selectParts(tx: Db, contactIds: readonly number[]): Promise<Part[]> {
  return tx.query<Part>(
    `
    with root as (
      select distinct coalesce(merged_into, id) as id from contact where id = any ($1::bigint[])
    )
    select c.id, root.id as "rootId", c.kinds, c.phone
    from root
    join contact c on c.id = root.id
    union all
    select c.id, root.id, c.kinds, c.phone
    from root
    join contact c on c.merged_into = root.id
    order by 1`,
    [contactIds],
  );
}

export async function insertJoin(
  tx: Db,
  join: Omit<Join, "id"> & { at: Date; accountId: number | null },
): Promise<void> {
  await tx.query(
    `
    insert into contact_join (contact_id, into_id, side_ids, into_ids, kinds_before, joined_at, joined_by)
    values ($1, $2, $3, $4, $5, $6, $7)`,
    [join.contactId, join.intoId, join.sideIds, join.intoIds, join.kindsBefore, join.at, join.accountId],
  );
}

/** Those that stand and touch any of these rows, oldest first. */
export async function selectJoins(tx: Db, rowIds: readonly number[]): Promise<Join[]> {
  return tx.query<Join>(
    `
    select id, contact_id as "contactId", into_id as "intoId", side_ids::float8[] as "sideIds",
      into_ids::float8[] as "intoIds", kinds_before as "kindsBefore"
    from contact_join
    where parted_at is null and (contact_id = any ($1::bigint[]) or into_id = any ($1::bigint[]))
    order by id`,
    [rowIds],
  );
}

export async function updateParted(
  tx: Db,
  joinId: number,
  by: { at: Date; accountId: number | null },
): Promise<void> {
  await tx.query("update contact_join set parted_at = $2, parted_by = $3 where id = $1", [
    joinId,
    by.at,
    by.accountId,
  ]);
}

export async function insertAparts(
  tx: Db,
  pairs: readonly (readonly [number, number])[],
  by: { at: Date; accountId: number | null },
): Promise<void> {
  await tx.query(
    `
    insert into contact_apart (a_id, b_id, at, by)
    select a_id, b_id, $3, $4 from unnest($1::bigint[], $2::bigint[]) as pair (a_id, b_id)
    on conflict do nothing`,
    [pairs.map(([a]) => a), pairs.map(([, b]) => b), by.at, by.accountId],
  );
}

/** The later word counts: who was taken apart may be put together again. */
export async function deleteAparts(
  tx: Db,
  some: readonly number[],
  others: readonly number[],
): Promise<void> {
  await tx.query(
    `
    delete from contact_apart
    where (a_id = any ($1::bigint[]) and b_id = any ($2::bigint[]))
      or (a_id = any ($2::bigint[]) and b_id = any ($1::bigint[]))`,
    [some, others],
  );
}

export async function updateKinds(tx: Db, contactId: number, kinds: readonly string[]): Promise<void> {
  await tx.query("update contact set kinds = $2 where id = $1", [contactId, kinds]);
}

export async function selectThreadsOf(tx: Db, rowIds: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    "select id from conversation where contact_id = any ($1::bigint[]) order by id",
    [rowIds],
  );
  return rows.map(({ id }) => id);
}

export type ShownPart = {
  id: number;
  name: string | null;
  username: string | null;
  phone: string | null;
  isRoot: boolean;
  /** By whose word; both null when WhatsApp put it together. */
  joinedAt: Date | null;
  joinedBy: string | null;
  lastAt: Date | null;
};

/** What a person is made of, each under its own names. */
export async function selectShownParts(db: Db, rootId: number): Promise<ShownPart[]> {
  return db.query<ShownPart>(
    `
    select c.id, coalesce(c.given_name, c.profile_name, case when c.id = $1 then c.name end) as name,
      c.profile_username as username, own.phone, c.id = $1 as "isRoot",
      word.joined_at as "joinedAt", word.name as "joinedBy", said.last_at as "lastAt"
    from contact c
    left join lateral (
      select i.value as phone from contact_identity i
      where i.contact_id = c.id and i.kind = 'wa_id'
      order by i.until is null desc, i.since desc, i.value desc limit 1
    ) own on true
    left join lateral (
      select j.joined_at, a.name from contact_join j left join account a on a.id = j.joined_by
      where j.parted_at is null and j.contact_id = c.id
      order by j.id desc limit 1
    ) word on true
    left join lateral (
      select max(v.last_message_at) as last_at from conversation v where v.contact_id = c.id
    ) said on true
    where c.id = $1 or c.merged_into = $1
    order by c.id = $1 desc, c.id`,
    [rootId],
  );
}
