/** What is known about whoever a message is filled in for. */
import type { Db } from "../db/pool.ts";

export type FillFacts = {
  contactName: string | null;
  language: string | null;
  numberName: string | null;
  numberPhone: string | null;
  requestId: number | null;
  title: string | null;
  category: string | null;
  place: string | null;
  promiseAt: Date | null;
  /** The last words of theirs, to see in which script they write. */
  lastWords: string | null;
};

/** One row, whatever of the three is given; a request without a conversation brings its own. */
export async function selectFacts(
  db: Db,
  about: { conversationId: number | null; requestId: number | null; contactId: number | null },
): Promise<FillFacts | null> {
  const [row] = await db.query<FillFacts>(
    `with asked as (
       select r.id, r.conversation_id, r.contact_id, r.promise_at, title.body as title, place.body as place,
         category.name as category
       from (values (1)) as one (row)
       left join request r on r.id = $2 and not r.is_void
       left join words title on title.id = r.title_id
       left join words place on place.id = r.place_id
       left join category on category.id = r.category_id
     )
     select who.name as "contactName", who.language, n.name as "numberName", n.display_phone as "numberPhone",
       asked.id as "requestId", asked.title, asked.category, asked.place, asked.promise_at as "promiseAt",
       (select w.body from message m join message_words w on w.message_id = m.id
        where m.conversation_id = v.id and m.side = 'client' and w.body is not null
        order by m.said_at desc, m.id desc limit 1) as "lastWords"
     from asked
     left join conversation v on v.id = coalesce($1, asked.conversation_id)
     left join number n on n.id = v.number_id
     left join contact said on said.id = coalesce($3, v.contact_id, asked.contact_id)
     left join contact who on who.id = coalesce(said.merged_into, said.id)`,
    [about.conversationId, about.requestId, about.contactId],
  );
  return row ?? null;
}
