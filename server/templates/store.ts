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
