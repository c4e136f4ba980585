/** Reads categories, areas and teams. */
import type { Priority } from "../../shared/request.ts";
import type { Evidence, Label } from "../../shared/trade.ts";
import type { Db } from "../db/pool.ts";
import type { Area, Span, Team } from "./rules.ts";

type Standing = {
  id: number;
  version: number;
  name: string;
  isArchived: boolean;
  mergedInto: number | null;
  open: number;
  isUsed: boolean;
};

export type TargetRow = {
  priority: Priority;
  firstReply: number | null;
  takeUp: number | null;
  resolution: number | null;
};

export type CategoryRow = Standing & {
  label: Label;
  needsWork: boolean;
  evidence: Evidence[];
  priority: Priority;
  teamId: number | null;
  broughtBy: string | null;
  targets: TargetRow[];
};

const NOT_OVER = "state not in ('closed', 'cancelled') and not is_void";

/**
 * With what is filed under each, or under what was merged into it. The open requests are read once; whether one was ever
 * used is the first entry of an index.
 */
export async function listCategoryRows(db: Db): Promise<CategoryRow[]> {
  return db.query<CategoryRow>(
    `with open as (
      select coalesce(filed.counts_as, filed.id) as id, count(*)::int as count
      from request join category filed on filed.id = request.category_id
      where ${NOT_OVER}
      group by 1
    )
    select c.id, c.version, c.name, c.archived_at is not null as "isArchived", c.merged_into as "mergedInto",
      coalesce(open.count, 0) as open,
      exists (select 1 from request where request.category_id = c.id) as "isUsed",
      c.label, c.needs_work as "needsWork", c.evidence, c.priority, team.id as "teamId", c.brought_by as "broughtBy",
      coalesce((select json_agg(json_build_object('priority', t.priority, 'firstReply', t.first_reply_minutes,
          'takeUp', t.take_up_minutes, 'resolution', t.resolution_minutes))
        from category_target t where t.category_id = c.id), '[]') as targets
    from category c
    left join team on team.id = c.team_id and team.archived_at is null
    left join open on open.id = c.id
    order by c.id`,
  );
}

export type AreaRow = Standing & { places: string[] };

export async function listAreaRows(db: Db): Promise<AreaRow[]> {
  return db.query<AreaRow>(
    `with open as (
      select coalesce(lies.counts_as, lies.id) as id, count(*)::int as count
      from request join area lies on lies.id = request.area_id
      where ${NOT_OVER}
      group by 1
    )
    select a.id, a.version, a.name, a.archived_at is not null as "isArchived", a.merged_into as "mergedInto",
      coalesce(open.count, 0) as open,
      exists (select 1 from request where request.area_id = a.id) as "isUsed", a.places
    from area a
    left join open on open.id = a.id
    order by lower(a.name), a.id`,
  );
}

export type TeamRow = Standing & {
  isIntake: boolean;
  memberIds: number[];
  languages: string[];
  hours: Span[];
  timeZone: string;
  numberIds: number[];
  isFirst: boolean;
};

/** `open` is what the team itself holds, not what its people hold. */
export async function listTeamRows(db: Db): Promise<TeamRow[]> {
  return db.query<TeamRow>(
    `with open as (
      select owner_team_id as id, count(*)::int as count
      from request where ${NOT_OVER} and owner_team_id is not null
      group by 1
    )
    select t.id, t.version, t.name, t.archived_at is not null as "isArchived", t.merged_into as "mergedInto",
      coalesce(open.count, 0) as open, coalesce(open.count, 0) > 0 as "isUsed",
      t.is_intake as "isIntake", t.languages, t.hours, t.time_zone as "timeZone",
      array(select m.account_id from team_member m join account a on a.id = m.account_id
        where m.team_id = t.id and a.is_active order by lower(a.name), a.id)::float8[] as "memberIds",
      array(select n.number_id from team_number n where n.team_id = t.id order by n.number_id)::float8[] as "numberIds",
      t.id = (select min(id) from team) as "isFirst"
    from team t
    left join open on open.id = t.id
    order by t.id`,
  );
}

/** Teams in use with what choosing among them needs, and nothing that must be counted. */
export async function listDesks(db: Db): Promise<Team[]> {
  return db.query<Team>(
    `select t.id, t.name, t.is_intake as "isIntake", t.languages, t.hours, t.time_zone as "timeZone",
      array(select n.number_id from team_number n where n.team_id = t.id)::float8[] as "numberIds"
    from team t
    where t.archived_at is null
    order by t.id`,
  );
}

/** The team of a category, as what it counts now; number and client's language of a conversation. */
export async function findFiling(
  db: Db,
  of: { categoryId: number | null; conversationId: number | null },
): Promise<{ categoryTeamId: number | null; numberId: number | null; language: string | null }> {
  const [row] = await db.query<{
    categoryTeamId: number | null;
    numberId: number | null;
    language: string | null;
  }>(
    `select
      (select shown.team_id from category filed join category shown on shown.id = coalesce(filed.counts_as, filed.id)
        where filed.id = $1) as "categoryTeamId",
      v.number_id as "numberId", coalesce(whole.language, part.language) as language
    from (select 1) as one
    left join conversation v on v.id = $2
    left join contact part on part.id = v.contact_id
    left join contact whole on whole.id = part.merged_into`,
    [of.categoryId, of.conversationId],
  );
  return row ?? { categoryTeamId: null, numberId: null, language: null };
}

/** Areas in use with the words of their places. */
export async function listAreaWords(db: Db): Promise<Area[]> {
  return db.query<Area>("select id, name, places from area where archived_at is null order by id");
}
