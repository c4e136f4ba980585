/** Templates as screens see them. */
import type { Template, TemplateAccount } from "../../shared/api/templates.ts";
import { TemplateDefinition } from "../../shared/template.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Numbers } from "../numbers/directory.ts";
import { mayEdit } from "./edit-rules.ts";
import { findTemplate, listTemplateRows, type TemplateRow } from "./store.ts";
import { placeOf } from "./sync.ts";
import { listSyncs } from "./sync-store.ts";

export async function readTemplates(
  db: Db,
  numbers: Numbers,
  now: Date,
): Promise<{ templates: Template[]; accounts: TemplateAccount[] }> {
  await numbers.refresh();
  const [rows, syncs] = await Promise.all([listTemplateRows(db), listSyncs(db)]);
  const ids = new Set([
    ...numbers.all().flatMap(({ businessAccountId }) => businessAccountId ?? []),
    ...rows.map(({ businessAccountId }) => businessAccountId),
  ]);
  const syncOf = new Map(syncs.map((sync) => [sync.businessAccountId, sync]));
  const canAsk = new Map([...ids].map((id) => [id, placeOf(numbers, id) !== null]));
  return {
    templates: rows.map((row) => shown(row, canAsk.get(row.businessAccountId) ?? false, now)),
    accounts: [...ids].sort().map((businessAccountId) => {
      const sync = syncOf.get(businessAccountId);
      return {
        businessAccountId,
        numbers: numbers
          .all()
          .filter((number) => number.businessAccountId === businessAccountId)
          .map(({ id, name }) => ({ id, name })),
        canAsk: canAsk.get(businessAccountId) ?? false,
        sync: sync
          ? {
              begunAt: sync.begunAt.toISOString(),
              endedAt: sync.endedAt?.toISOString() ?? null,
              trouble: sync.trouble,
              errorCode: sync.errorCode,
            }
          : null,
      };
    }),
  };
}

export async function readTemplate(db: Db, numbers: Numbers, id: number, now: Date): Promise<Template> {
  const row = await templateRow(db, id);
  return shown(row, placeOf(numbers, row.businessAccountId) !== null, now);
}

/** @throws UserError when there is none */
export async function templateRow(db: Db, id: number): Promise<TemplateRow> {
  const row = await findTemplate(db, id);
  if (!row)
    throw new UserError("not_found", "This template is not here (any more). Look it up under Templates.", {
      code: "template_not_found",
    });
  return row;
}

function shown(row: TemplateRow, canAsk: boolean, now: Date): Template {
  const definition = TemplateDefinition.parse(row.definition);
  const edit = mayEdit({ state: row.state, definition, edits: row.edits }, canAsk, now);
  return {
    id: row.id,
    businessAccountId: row.businessAccountId,
    name: row.name,
    language: row.language,
    category: row.category,
    state: row.state,
    stateAt: row.stateAt.toISOString(),
    providerState: row.providerState,
    reason: row.reason,
    quality: row.quality,
    pausedUntil: row.pausedUntil?.toISOString() ?? null,
    nextCategory: row.nextCategory,
    nextCategoryAt: row.nextCategoryAt?.toISOString() ?? null,
    previousCategory: row.previousCategory,
    definition,
    edit: edit.may ? edit : { ...edit, freeAt: edit.freeAt?.toISOString() ?? null },
  };
}
