/** What categories and areas have in common when they are written: put away, taken back, merged. */
import type { Db } from "../db/pool.ts";

export type KindTable = "category" | "area";

export type Stood = {
  id: number;
  version: number;
  isArchived: boolean;
  mergedInto: number | null;
};

/** One after the other: few are ever changed, and where each counts hangs on all of them. */
export async function lockKinds(tx: Db, table: KindTable): Promise<Stood[]> {
  return tx.query<Stood>(
    `select id, version, archived_at is not null as "isArchived", merged_into as "mergedInto"
    from ${table} order by id for no key update`,
  );
}

/** Whether the name is taken by another one in use. */
export async function findNamed(
  db: Db,
  table: KindTable | "team",
  name: string,
  butId: number | null,
): Promise<boolean> {
  const rows = await db.query(
    `select 1 from ${table} where lower(name) = lower($1) and archived_at is null and id is distinct from $2`,
    [name, butId],
  );
  return rows.length > 0;
}

const STAND = "set archived_at = $2, merged_into = $3, counts_as = $3, version = version + 1 where id = $1";
const STANDING = { category: `update category ${STAND}`, area: `update area ${STAND}` };

export async function writeStanding(
  tx: Db,
  table: KindTable,
  kind: { id: number; archivedAt: Date | null; mergedInto: number | null },
): Promise<void> {
  await tx.query(STANDING[table], [kind.id, kind.archivedAt, kind.mergedInto]);
}

const endsOf = (table: KindTable): string => `
  with recursive way as (
    select id, merged_into as at from ${table} where merged_into is not null
    union all
    select way.id, next.merged_into from way join ${table} next on next.id = way.at where next.merged_into is not null
  ), ends as (
    select way.id, way.at from way join ${table} last on last.id = way.at where last.merged_into is null
  )`;
const FOLLOWING = {
  category: `${endsOf("category")}
    update category set counts_as = ends.at from ends
    where category.id = ends.id and category.counts_as is distinct from ends.at`,
  area: `${endsOf("area")}
    update area set counts_as = ends.at from ends where area.id = ends.id and area.counts_as is distinct from ends.at`,
};

/** Where each merged one counts, from the ways as they now are. */
export async function followMerges(tx: Db, table: KindTable): Promise<void> {
  await tx.query(FOLLOWING[table]);
}

export type CategoryColumns = {
  name: string;
  label: string;
  needsWork: boolean;
  evidence: readonly string[];
  priority: string;
  teamId: number | null;
};

export async function insertCategory(
  tx: Db,
  category: CategoryColumns & { broughtBy: string | null },
  now: Date,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into category (name, label, needs_work, evidence, priority, team_id, brought_by, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      category.name,
      category.label,
      category.needsWork,
      category.evidence,
      category.priority,
      category.teamId,
      category.broughtBy,
      now,
    ],
  );
  if (!row) throw new Error("no category was made");
  return row.id;
}

export async function updateCategory(tx: Db, id: number, category: CategoryColumns): Promise<void> {
  await tx.query(
    `update category set name = $2, label = $3, needs_work = $4, evidence = $5, priority = $6, team_id = $7,
      version = version + 1
    where id = $1`,
    [
      id,
      category.name,
      category.label,
      category.needsWork,
      category.evidence,
      category.priority,
      category.teamId,
    ],
  );
}

export type TargetColumns = {
  priority: string;
  firstReply: number | null;
  takeUp: number | null;
  resolution: number | null;
};

/** Those that aim at nothing are left out. */
export async function writeTargets(
  tx: Db,
  categoryId: number,
  targets: readonly TargetColumns[],
): Promise<void> {
  await tx.query("delete from category_target where category_id = $1", [categoryId]);
  await tx.query(
    `insert into category_target (category_id, priority, first_reply_minutes, take_up_minutes, resolution_minutes)
    select $1, priority, first, take, resolve
    from unnest($2::text[], $3::int[], $4::int[], $5::int[]) as t (priority, first, take, resolve)
    where num_nonnulls(first, take, resolve) > 0`,
    [
      categoryId,
      targets.map(({ priority }) => priority),
      targets.map(({ firstReply }) => firstReply),
      targets.map(({ takeUp }) => takeUp),
      targets.map(({ resolution }) => resolution),
    ],
  );
}

/** What a team was there for goes where its work goes. */
export async function moveCategoryTeams(tx: Db, from: number, to: number): Promise<void> {
  await tx.query("update category set team_id = $2 where team_id = $1", [from, to]);
}

export async function insertArea(
  tx: Db,
  area: { name: string; places: readonly string[] },
  now: Date,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    "insert into area (name, places, created_at) values ($1, $2, $3) returning id",
    [area.name, area.places, now],
  );
  if (!row) throw new Error("no area was made");
  return row.id;
}

export async function updateArea(
  tx: Db,
  id: number,
  area: { name: string; places: readonly string[] },
): Promise<void> {
  await tx.query("update area set name = $2, places = $3, version = version + 1 where id = $1", [
    id,
    area.name,
    area.places,
  ]);
}
