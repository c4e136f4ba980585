/** Models as rows, and the decisions they are made from: joined with their messages' words, never a copy of them. */
import type { Priority } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export const MODEL_KINDS = ["category", "priority", "owner"] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** The text models, and the one that tells which request. */
export type AnyKind = ModelKind | "ranker";

export type ModelHead = {
  kind: AnyKind;
  version: number;
  madeAt: Date;
  /** Examples of this installation; the shipped ones are not counted. */
  trainedOn: number;
  decisionId: number;
  basis: string;
  figures: { counts: Record<string, number>; shipped: number };
};
export type ModelRow = ModelHead & { bytes: Buffer };

const HEAD = `kind, version, made_at as "madeAt", trained_on as "trainedOn", decision_id as "decisionId", basis, figures`;

export async function listNewestHeads(db: Db): Promise<ModelHead[]> {
  return db.query<ModelHead>(`select distinct on (kind) ${HEAD} from model order by kind, version desc`);
}

export async function findModel(db: Db, kind: AnyKind, version: number): Promise<ModelRow | undefined> {
  const [row] = await db.query<ModelRow>(
    `select ${HEAD}, bytes from model where kind = $1 and version = $2`,
    [kind, version],
  );
  return row;
}

/** The next version; false when another process wrote it first. */
export async function insertModel(tx: Db, row: ModelRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into model (kind, version, made_at, trained_on, decision_id, basis, figures, bytes)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning version`,
    [
      ...[row.kind, row.version, row.madeAt, row.trainedOn, row.decisionId, row.basis],
      ...[JSON.stringify(row.figures), row.bytes],
    ],
  );
  return rows.length > 0;
}

export async function deleteOldModels(tx: Db, kind: AnyKind, keep: number): Promise<void> {
  await tx.query(
    `delete from model where kind = $1 and version <= (select max(version) from model where kind = $1) - $2`,
    [kind, keep],
  );
}

export async function deleteAllModels(tx: Db): Promise<void> {
  await tx.query("delete from model");
}

export type DecidedExample = {
  decisionId: number;
  /** Null: nothing was said in words, or they were blanked. */
  text: string | null;
  kind: "opens" | "no_request";
  categoryId: number | null;
  priority: Priority | null;
  /** "account:7" or "team:2" by now; null: whoever decided holds it, which says nothing of who should. */
  owner: string | null;
};

/** What the request is filed under and who holds it by now: what was mended later teaches too. */
const EXAMPLE = `
  select d.id as "decisionId", d.kind, r.category_id as "categoryId", r.priority, said.text,
    case when r.owner_team_id is not null then 'team:' || r.owner_team_id
      when r.owner_account_id <> d.account_id then 'account:' || r.owner_account_id end as owner
  from decision d
  left join request r on r.id = d.request_id
  left join lateral (
    select nullif(string_agg(nullif(w.body, ''), e'\\n' order by m.said_at, m.id), '') as text
    from decision_message dm
    join message m on m.id = dm.message_id and m.revoked_at is null
    join message_words w on w.message_id = m.id
    where dm.decision_id = d.id
  ) as said on true
  where d.undone_at is null and d.rule is null and d.kind in ('opens', 'no_request')`;

/** The last `limit`, oldest first. */
export async function listExamples(db: Db, limit: number): Promise<DecidedExample[]> {
  const rows = await db.query<DecidedExample>(`${EXAMPLE} order by d.id desc limit $1`, [limit]);
  return rows.reverse();
}

/** Those after one, oldest first. */
export async function listExamplesAfter(
  db: Db,
  decisionId: number,
  limit: number,
): Promise<DecidedExample[]> {
  return db.query<DecidedExample>(`${EXAMPLE} and d.id > $1 order by d.id limit $2`, [decisionId, limit]);
}

/** None when it was taken back, or teaches nothing. */
export async function findExample(db: Db, decisionId: number): Promise<DecidedExample | undefined> {
  const [row] = await db.query<DecidedExample>(`${EXAMPLE} and d.id = $1`, [decisionId]);
  return row;
}

export async function findLastDecisionId(db: Db): Promise<number> {
  const [row] = await db.query<{ id: number }>("select coalesce(max(id), 0)::float8 as id from decision");
  return row?.id ?? 0;
}

/** Decisions of people after one, and those taken back since a time: what the next model would know more. */
export async function countNews(
  db: Db,
  { decisionId, since, most }: { decisionId: number; since: Date; most: number },
): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select (
      (select count(*) from (
        select 1 from decision
        where id > $1 and undone_at is null and rule is null and kind in ('opens', 'no_request') limit $3) as made)
      + (select count(*) from (
        select 1 from decision
        where id <= $1 and undone_at >= $2 and at >= $2::timestamptz - interval '2 days' and rule is null
        limit $3) as undone)
    )::int as count`,
    [decisionId, since, most],
  );
  return row?.count ?? 0;
}
