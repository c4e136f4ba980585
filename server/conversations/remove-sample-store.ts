/** What was said by way of the sample number, and who said it nowhere else. */
import type { Db } from "../db/pool.ts";

export async function selectConversations(tx: Db, numberId: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    "select id from conversation where number_id = $1 order by id for update",
    [numberId],
  );
  return rows.map(({ id }) => id);
}

/** People who spoke by this number and by no other. */
export async function selectOwnContacts(tx: Db, numberId: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `
    select c.id
    from contact c
    where c.id in (
        select contact_id from conversation where number_id = $1
        union select contact_id from message where number_id = $1)
      and not exists (select from conversation v where v.contact_id = c.id and v.number_id <> $1)
      and not exists (select from message m where m.contact_id = c.id and m.number_id <> $1)
    order by c.id
    for update`,
    [numberId],
  );
  return rows.map(({ id }) => id);
}

export async function selectFiles(tx: Db, numberId: number): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select stored_as as name from media where number_id = $1 and stored_as is not null
     union
     select thumbnail_as from media where number_id = $1 and thumbnail_as is not null`,
    [numberId],
  );
  return rows.map(({ name }) => name);
}

/** What was chosen to be sent to these people: the rows go, whoever chose it. */
export async function deleteUploads(tx: Db, files: readonly string[]): Promise<void> {
  await tx.query("delete from upload where stored_as = any ($1::text[])", [files]);
}

export async function deleteAnnotations(tx: Db, numberId: number): Promise<void> {
  await tx.query("delete from message_status where number_id = $1", [numberId]);
  await tx.query("delete from reaction where number_id = $1", [numberId]);
  await tx.query("delete from revision where number_id = $1", [numberId]);
  await tx.query("delete from handed_file where number_id = $1", [numberId]);
}

/** Their words, media and outbox rows go with them. */
export async function deleteMessages(tx: Db, numberId: number): Promise<void> {
  await tx.query("delete from message where number_id = $1", [numberId]);
}

export async function deleteConversations(tx: Db, numberId: number): Promise<void> {
  await tx.query("delete from conversation where number_id = $1", [numberId]);
}

/** But for those that something else still names. */
export async function deleteContacts(tx: Db, ids: readonly number[]): Promise<void> {
  await tx.query(
    `
    with gone as (
      select c.id
      from contact c
      where c.id = any ($1::bigint[])
        and not exists (select from request r where r.contact_id = c.id or r.worker_contact_id = c.id)
        and not exists (
          select from contact other where other.merged_into = c.id and other.id <> all ($1::bigint[]))
    ), unnamed as (
      delete from contact_identity i using gone where i.contact_id = gone.id returning i.value
    ), unclaimed as (
      delete from identity_pair p using unnamed where p.a_value = unnamed.value or p.b_value = unnamed.value
    )
    delete from contact c using gone where c.id = gone.id`,
    [ids],
  );
}
