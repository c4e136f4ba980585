/** SQL of blocked contacts. A merged contact is blocked wherever one of its parts is. */
import type { Db } from "../db/pool.ts";

export type Blockable = {
  numberId: number;
  /** The part that speaks with this number. */
  contactId: number;
  phone: string | null;
  bsuid: string | null;
  at: Date | null;
  by: string | null;
};

/** Where they have spoken with us, with the ids by which WhatsApp knows them there. */
export async function listBlockable(db: Db, contactId: number): Promise<Blockable[]> {
  return db.query<Blockable>(
    `select v.number_id as "numberId", part.id as "contactId", ids.bsuid,
       coalesce(ids.phone, case when part.merged_into is null then part.phone end) as phone,
       b.at, a.name as by
     from contact part
     join conversation v on v.contact_id = part.id
     left join contact_block b on b.contact_id = part.id and b.number_id = v.number_id
     left join account a on a.id = b.by_account
     left join lateral (
       select (array_agg(i.value order by i.since desc) filter (where i.kind = 'wa_id'))[1] as phone,
         (array_agg(i.value order by i.since desc) filter (where i.kind = 'bsuid'))[1] as bsuid
       from contact_identity i where i.contact_id = part.id and i.until is null
     ) ids on true
     where coalesce(part.merged_into, part.id) = (
       select coalesce(merged_into, id) from contact where id = $1)
     order by v.number_id, part.id`,
    [contactId],
  );
}

export async function insertBlock(
  tx: Db,
  block: { contactId: number; numberId: number; accountId: number | null; now: Date },
): Promise<void> {
  await tx.query(
    `insert into contact_block (contact_id, number_id, at, by_account) values ($1, $2, $3, $4)
     on conflict (contact_id, number_id) do nothing`,
    [block.contactId, block.numberId, block.now, block.accountId],
  );
}

export async function deleteBlock(tx: Db, contactId: number, numberId: number): Promise<void> {
  await tx.query("delete from contact_block where contact_id = $1 and number_id = $2", [contactId, numberId]);
}

export async function isBlockedIn(db: Db, conversationId: number): Promise<boolean> {
  const rows = await db.query(
    `select 1
     from conversation v
     join contact own on own.id = v.contact_id
     join contact_block b on b.number_id = v.number_id
     join contact part on part.id = b.contact_id
     where v.id = $1 and coalesce(part.merged_into, part.id) = coalesce(own.merged_into, own.id)
     limit 1`,
    [conversationId],
  );
  return rows.length > 0;
}
