/** SQL of templates: reading. What a listing or a notice writes is in sync-store. */
import type { TemplateState } from "../../shared/template.ts";
import type { Db } from "../db/pool.ts";

export type TemplateHead = {
  id: number;
  businessAccountId: string;
  name: string;
  language: string;
  category: string;
  state: TemplateState;
  definition: unknown;
};

export async function findForSending(db: Db, id: number): Promise<TemplateHead | null> {
  const [row] = await db.query<TemplateHead>(
    `select id, business_account_id as "businessAccountId", name, language, category, state, definition
     from template where id = $1`,
    [id],
  );
  return row ?? null;
}

export type TemplateRow = TemplateHead & {
  providerId: string;
  stateAt: Date;
  providerState: string;
  reason: string | null;
  quality: "high" | "medium" | "low" | null;
  pausedUntil: Date | null;
  nextCategory: string | null;
  nextCategoryAt: Date | null;
  previousCategory: string | null;
  edits: Date[];
};

const COLUMNS = `
  id, business_account_id as "businessAccountId", provider_id as "providerId", name, language, category, state,
  state_at as "stateAt", provider_state as "providerState", definition, reason, quality,
  paused_until as "pausedUntil", next_category as "nextCategory", next_category_at as "nextCategoryAt",
  previous_category as "previousCategory", edits`;

export async function listTemplateRows(db: Db): Promise<TemplateRow[]> {
  return db.query<TemplateRow>(
    `select ${COLUMNS} from template order by state = 'deleted', name, language, id`,
  );
}

export async function findTemplate(db: Db, id: number): Promise<TemplateRow | null> {
  const [row] = await db.query<TemplateRow>(`select ${COLUMNS} from template where id = $1`, [id]);
  return row ?? null;
}

export type ChosenBefore = { variable: string; source: string; fixed: string | null };

export async function listSources(db: Db, templateId: number): Promise<ChosenBefore[]> {
  return db.query<ChosenBefore>(
    "select variable, source, fixed from template_source where template_id = $1 order by variable",
    [templateId],
  );
}

export async function writeSources(
  tx: Db,
  templateId: number,
  chosen: readonly ChosenBefore[],
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into template_source (template_id, variable, source, fixed, chosen_at)
     select $1, variable, source, fixed, $5
     from unnest($2::text[], $3::text[], $4::text[]) as c (variable, source, fixed)
     on conflict (template_id, variable) do update
       set source = excluded.source, fixed = excluded.fixed, chosen_at = excluded.chosen_at`,
    [
      templateId,
      chosen.map(({ variable }) => variable),
      chosen.map(({ source }) => source),
      chosen.map(({ fixed }) => fixed),
      now,
    ],
  );
}
