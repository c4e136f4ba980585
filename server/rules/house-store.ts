/** Reads what rules can name: numbers, categories, areas, teams, people, quick replies. */
import type { Db } from "../db/pool.ts";
import type { House } from "./ready-rules.ts";

export async function readHouse(db: Db): Promise<House> {
  const [row] = await db.query<House>(
    `select
      (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.id), '[]')
        from number n) as numbers,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'countsAs', c.counts) order by c.id), '[]')
        from (select f.id, f.name,
            case when t.archived_at is null then t.id end as counts
          from category f join category t on t.id = coalesce(f.counts_as, f.id)) c) as categories,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'places', a.places)
          order by lower(a.name), a.id), '[]')
        from area a where a.archived_at is null) as areas,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'hours', t.hours,
          'timeZone', t.time_zone) order by t.id), '[]')
        from team t where t.archived_at is null) as teams,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by lower(a.name), a.id), '[]')
        from account a where a.is_active) as people,
      (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.title) order by lower(q.title), q.id), '[]')
        from quick_reply q) as "quickReplies"`,
  );
  if (!row) throw new Error("nothing was read of the house");
  return row;
}
