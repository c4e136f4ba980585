/** SQL of what WhatsApp says of templates. */
import { TemplateDefinition } from "../../shared/template.ts";
import type { Db } from "../db/pool.ts";
import type { SyncTrouble, TemplateFacts } from "./sync-rules.ts";

/** All of an account, held until the transaction ends: a listing and a notice are folded one after the other. */
export async function lockFacts(tx: Db, accountId: string): Promise<TemplateFacts[]> {
  const rows = await tx.query<TemplateFacts>(
    `select provider_id as "providerId", name, language, category, state, state_at as "stateAt",
       provider_state as "providerState", definition, components, components_at as "componentsAt", reason, quality,
       quality_at as "qualityAt", paused_until as "pausedUntil", category_at as "categoryAt",
       next_category as "nextCategory", next_category_at as "nextCategoryAt",
       previous_category as "previousCategory", synced_at as "syncedAt"
     from template where business_account_id = $1 order by id for update`,
    [accountId],
  );
  return rows.map((row) => ({ ...row, definition: TemplateDefinition.parse(row.definition) }));
}

export async function writeFacts(
  tx: Db,
  accountId: string,
  rows: readonly TemplateFacts[],
  now: Date,
): Promise<number[]> {
  const written = await tx.query<{ id: number }>(
    `insert into template (business_account_id, provider_id, name, language, category, state, state_at,
       provider_state, definition, components, components_at, reason, quality, quality_at, paused_until,
       category_at, next_category, next_category_at, previous_category, synced_at, created_at)
     select $1, r."providerId", r.name, r.language, r.category, r.state, r."stateAt", r."providerState", r.definition,
       r.components, r."componentsAt", r.reason, r.quality, r."qualityAt", r."pausedUntil", r."categoryAt",
       r."nextCategory", r."nextCategoryAt", r."previousCategory", r."syncedAt", $3
     from jsonb_to_recordset($2::jsonb) as r ("providerId" text, name text, language text, category text, state text,
       "stateAt" timestamptz, "providerState" text, definition jsonb, components jsonb, "componentsAt" timestamptz,
       reason text, quality text, "qualityAt" timestamptz, "pausedUntil" timestamptz, "categoryAt" timestamptz,
       "nextCategory" text, "nextCategoryAt" timestamptz, "previousCategory" text, "syncedAt" timestamptz)
     on conflict (business_account_id, provider_id) do update set
       name = excluded.name, language = excluded.language, category = excluded.category, state = excluded.state,
       state_at = excluded.state_at, provider_state = excluded.provider_state, definition = excluded.definition,
       components = excluded.components, components_at = excluded.components_at, reason = excluded.reason,
       quality = excluded.quality, quality_at = excluded.quality_at, paused_until = excluded.paused_until,
       category_at = excluded.category_at, next_category = excluded.next_category,
       next_category_at = excluded.next_category_at, previous_category = excluded.previous_category,
       synced_at = excluded.synced_at
     returning id`,
    [accountId, JSON.stringify(rows), now],
  );
  return written.map(({ id }) => id);
}

/** Those that say something about templates; old ones are overtaken by the listings since. */
export async function listNotices(
  tx: Db,
  accountId: string,
  fields: readonly string[],
  from: Date,
): Promise<{ field: string; at: Date; body: unknown }[]> {
  return tx.query<{ field: string; at: Date; body: unknown }>(
    `select field, at, body from notice
     where business_account_id = $1 and field = any ($2::text[]) and at >= $3 order by at, digest`,
    [accountId, fields, from],
  );
}

export type SyncRow = {
  businessAccountId: string;
  begunAt: Date;
  endedAt: Date | null;
  trouble: SyncTrouble | null;
  errorCode: number | null;
};

export async function listSyncs(db: Db): Promise<SyncRow[]> {
  return db.query<SyncRow>(
    `select business_account_id as "businessAccountId", begun_at as "begunAt", ended_at as "endedAt", trouble,
       error_code as "errorCode"
     from template_sync order by business_account_id`,
  );
}

export async function beginSync(db: Db, accountId: string, now: Date): Promise<void> {
  await db.query(
    `insert into template_sync (business_account_id, begun_at) values ($1, $2)
     on conflict (business_account_id) do update set begun_at = excluded.begun_at, ended_at = null`,
    [accountId, now],
  );
}

export async function endSync(
  db: Db,
  accountId: string,
  end: { now: Date; trouble: SyncTrouble | null; errorCode: number | null; listed: number | null },
): Promise<void> {
  await db.query(
    `update template_sync set ended_at = $2, trouble = $3, error_code = $4, listed = coalesce($5, listed)
     where business_account_id = $1`,
    [accountId, end.now, end.trouble, end.errorCode, end.listed],
  );
}

export async function addEdit(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query("update template set edits = edits || $2::timestamptz where id = $1", [id, now]);
}

/** A sample's account has no real number: its templates go with it. */
export async function deleteOfAccount(tx: Db, accountId: string): Promise<void> {
  await tx.query("delete from template where business_account_id = $1", [accountId]);
  await tx.query("delete from template_sync where business_account_id = $1", [accountId]);
}

/** The account that only this number belongs to. */
export async function findSampleAccount(tx: Db, numberId: number): Promise<string | null> {
  const [row] = await tx.query<{ accountId: string }>(
    `select n.business_account_id as "accountId" from number n
     where n.id = $1 and n.business_account_id is not null and not exists (
       select 1 from number other where other.business_account_id = n.business_account_id and other.id <> n.id)`,
    [numberId],
  );
  return row?.accountId ?? null;
}

/** Accounts whose templates these numbers send. */
export async function accountsOfNumbers(tx: Db, numberIds: readonly number[]): Promise<string[]> {
  const rows = await tx.query<{ accountId: string }>(
    `select distinct business_account_id as "accountId" from number
     where id = any ($1::bigint[]) and business_account_id is not null order by 1`,
    [numberIds],
  );
  return rows.map(({ accountId }) => accountId);
}
