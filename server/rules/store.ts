/** SQL of the rules of the house. */
import type { Actions, Condition } from "../../shared/api/rules.ts";
import type { Db } from "../db/pool.ts";

export type RuleRow = {
  id: number;
  version: number;
  name: string;
  isOn: boolean;
  match: "all" | "any";
  conditions: Condition[];
  actions: Actions;
  digest: string;
  changedAt: Date;
  changedBy: string | null;
  archivedAt: Date | null;
  archivedBy: string | null;
  trialAt: Date | null;
  trialBy: string | null;
  items: number | null;
  matched: number | null;
  changed: number | null;
};

const SELECT = `
  select r.id, r.version, r.name, r.is_on as "isOn", r.match, r.conditions, r.actions, r.digest,
    r.changed_at as "changedAt", writer.name as "changedBy", r.archived_at as "archivedAt",
    remover.name as "archivedBy", t.at as "trialAt", tried.name as "trialBy", t.items, t.matched, t.changed
  from house_rule r
  left join account writer on writer.id = r.changed_by
  left join account remover on remover.id = r.archived_by
  left join house_rule_trial t on t.digest = r.digest
  left join account tried on tried.id = t.account_id`;

/** In their order. */
export const listRules = (db: Db): Promise<RuleRow[]> =>
  db.query<RuleRow>(`${SELECT} where r.archived_at is null order by r.position, r.id`);

/** Those that act. */
export const listOn = (db: Db): Promise<RuleRow[]> =>
  db.query<RuleRow>(`${SELECT} where r.archived_at is null and r.is_on order by r.position, r.id`);

export const listRemoved = (db: Db, since: Date): Promise<RuleRow[]> =>
  db.query<RuleRow>(`${SELECT} where r.archived_at >= $1 order by r.archived_at desc, r.id desc limit 20`, [
    since,
  ]);

export async function findRule(db: Db, id: number): Promise<RuleRow | undefined> {
  const [row] = await db.query<RuleRow>(`${SELECT} where r.id = $1`, [id]);
  return row;
}

/** Whoever writes rules waits for whoever does: two who put them into order end with one order. */
export async function lockRule(tx: Db, id: number): Promise<RuleRow | undefined> {
  const [row] = await tx.query<RuleRow>(`${SELECT} where r.id = $1 for update of r`, [id]);
  return row;
}

export async function lockOrder(tx: Db): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    "select id from house_rule where archived_at is null order by id for update",
  );
  return rows.map(({ id }) => id);
}

export type RuleColumns = {
  name: string;
  match: "all" | "any";
  conditions: readonly Condition[];
  actions: Actions;
  digest: string;
  isOn: boolean;
};

/** After all others. */
export async function insertRule(tx: Db, rule: RuleColumns, by: number | null, now: Date): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into house_rule (name, position, is_on, match, conditions, actions, digest, created_at, changed_at, changed_by)
    select $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5, $6, $7, $7, $8 from house_rule
    returning id`,
    [
      ...[rule.name, rule.isOn, rule.match, JSON.stringify(rule.conditions), JSON.stringify(rule.actions)],
      ...[rule.digest, now, by],
    ],
  );
  if (!row) throw new Error("no rule was made");
  return row.id;
}

export async function updateRule(
  tx: Db,
  id: number,
  rule: RuleColumns,
  by: number | null,
  now: Date,
): Promise<void> {
  await tx.query(
    `update house_rule set name = $2, is_on = $3, match = $4, conditions = $5, actions = $6, digest = $7,
      changed_at = $8, changed_by = $9, version = version + 1
    where id = $1`,
    [
      ...[
        id,
        rule.name,
        rule.isOn,
        rule.match,
        JSON.stringify(rule.conditions),
        JSON.stringify(rule.actions),
      ],
      ...[rule.digest, now, by],
    ],
  );
}

export async function switchRow(tx: Db, id: number, isOn: boolean): Promise<void> {
  await tx.query("update house_rule set is_on = $2 where id = $1", [id, isOn]);
}

export async function writeOrder(tx: Db, ids: readonly number[]): Promise<void> {
  await tx.query(
    `update house_rule r set position = o.place
    from unnest($1::bigint[]) with ordinality as o (id, place)
    where r.id = o.id and r.position <> o.place`,
    [ids],
  );
}

export async function writeArchived(
  tx: Db,
  id: number,
  archived: { at: Date; by: number | null } | null,
): Promise<void> {
  await tx.query("update house_rule set archived_at = $2, archived_by = $3 where id = $1", [
    ...[id, archived?.at ?? null, archived?.by ?? null],
  ]);
}

export async function hasTrial(db: Db, digest: string): Promise<boolean> {
  return (await db.query("select from house_rule_trial where digest = $1", [digest])).length > 0;
}

export async function writeTrial(
  db: Db,
  trial: { digest: string; items: number; matched: number; changed: number; by: number | null; at: Date },
): Promise<void> {
  await db.query(
    `insert into house_rule_trial (digest, at, account_id, items, matched, changed) values ($1, $2, $3, $4, $5, $6)
    on conflict (digest) do update set at = excluded.at, account_id = excluded.account_id, items = excluded.items,
      matched = excluded.matched, changed = excluded.changed`,
    [trial.digest, trial.at, trial.by, trial.items, trial.matched, trial.changed],
  );
}
