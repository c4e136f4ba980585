/** Writes teams, who is in them and which numbers they take. */
import type { Db } from "../db/pool.ts";
import type { Span } from "./rules.ts";

export type TeamColumns = {
  name: string;
  isIntake: boolean;
  languages: readonly string[];
  hours: readonly Span[];
  timeZone: string;
};

export async function insertTeam(tx: Db, team: TeamColumns, now: Date): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into team (name, is_intake, languages, hours, time_zone, created_at)
    values ($1, $2, $3, $4, $5, $6) returning id`,
    [team.name, team.isIntake, team.languages, JSON.stringify(team.hours), team.timeZone, now],
  );
  if (!row) throw new Error("no team was made");
  return row.id;
}

export async function updateTeam(tx: Db, id: number, team: TeamColumns): Promise<void> {
  await tx.query(
    `update team set name = $2, is_intake = $3, languages = $4, hours = $5, time_zone = $6, version = version + 1
    where id = $1`,
    [id, team.name, team.isIntake, team.languages, JSON.stringify(team.hours), team.timeZone],
  );
}

export type StoodTeam = {
  id: number;
  version: number;
  isArchived: boolean;
  isFirst: boolean;
};

/** In id order: two who merge into each other wait for one another. */
export async function lockTeams(tx: Db, ids: readonly number[]): Promise<StoodTeam[]> {
  return tx.query<StoodTeam>(
    `select id, version, archived_at is not null as "isArchived", id = (select min(id) from team) as "isFirst"
    from team where id = any($1::bigint[]) order by id for no key update`,
    [ids],
  );
}

export async function writeTeamStanding(
  tx: Db,
  team: { id: number; archivedAt: Date | null; mergedInto: number | null },
): Promise<void> {
  await tx.query("update team set archived_at = $2, merged_into = $3, version = version + 1 where id = $1", [
    team.id,
    team.archivedAt,
    team.mergedInto,
  ]);
}

/** Those of the ids that name somebody who is here. */
export async function listActive(tx: Db, accountIds: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    "select id from account where id = any($1::bigint[]) and is_active",
    [accountIds],
  );
  return rows.map(({ id }) => id);
}

export async function listNumbers(tx: Db, numberIds: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>("select id from number where id = any($1::bigint[])", [
    numberIds,
  ]);
  return rows.map(({ id }) => id);
}

/** Whoever left stays in their teams, unseen, so that coming back brings them back. */
export async function writeMembers(tx: Db, teamId: number, accountIds: readonly number[]): Promise<void> {
  await tx.query(
    `delete from team_member m using account a
    where m.team_id = $1 and a.id = m.account_id and a.is_active and m.account_id <> all($2::bigint[])`,
    [teamId, accountIds],
  );
  await addMembers(tx, teamId, accountIds);
}

export async function addMembers(tx: Db, teamId: number, accountIds: readonly number[]): Promise<void> {
  await tx.query(
    `insert into team_member (team_id, account_id) select $1, id from unnest($2::bigint[]) as t (id)
    on conflict (team_id, account_id) do nothing`,
    [teamId, accountIds],
  );
}

/** Everybody of the one is in the other too. */
export async function copyMembers(tx: Db, from: number, to: number): Promise<void> {
  await tx.query(
    `insert into team_member (team_id, account_id) select $2, account_id from team_member where team_id = $1
    on conflict (team_id, account_id) do nothing`,
    [from, to],
  );
}

export async function writeNumbers(tx: Db, teamId: number, numberIds: readonly number[]): Promise<void> {
  await tx.query("delete from team_number where team_id = $1", [teamId]);
  await tx.query(
    "insert into team_number (team_id, number_id) select $1, id from unnest($2::bigint[]) as t (id)",
    [teamId, numberIds],
  );
}

/** A team that takes all numbers goes on taking all. */
export async function copyNumbers(tx: Db, from: number, to: number): Promise<void> {
  await tx.query(
    `insert into team_number (team_id, number_id)
    select $2, number_id from team_number
    where team_id = $1 and exists (select 1 from team_number where team_id = $2)
    on conflict (team_id, number_id) do nothing`,
    [from, to],
  );
}

/** The team that holds what nobody takes; new people join it. */
export async function findFirstTeam(db: Db): Promise<number> {
  const [row] = await db.query<{ id: number }>("select min(id) as id from team");
  if (!row) throw new Error("there is no team");
  return row.id;
}
