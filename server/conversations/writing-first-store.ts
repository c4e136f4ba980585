/** Where a contact is written to. Whatever was merged into a contact counts as its own. */
import type { Db } from "../db/pool.ts";

/** Where we heard from them last, of their conversations with this number. */
export async function selectConversationWith(
  db: Db,
  rootId: number,
  numberId: number,
): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>(
    `
    select v.id
    from contact part
    join conversation v on v.contact_id = part.id and v.number_id = $2
    where part.id = $1 or part.merged_into = $1
    order by v.last_in_at desc nulls last, v.id
    limit 1`,
    [rootId, numberId],
  );
  return row?.id;
}

/** By a phone number or by the id of somebody who shows none. */
export async function isReachable(db: Db, rootId: number): Promise<boolean> {
  const rows = await db.query(
    `
    select c.id
    from contact c
    where c.id = $1 and (c.phone is not null or exists (
      select from contact part
      join contact_identity i on i.contact_id = part.id and i.kind = 'bsuid' and i.until is null
      where part.id = c.id or part.merged_into = c.id))`,
    [rootId],
  );
  return rows.length > 0;
}
