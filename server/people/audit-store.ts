/** Rows of the audit. Inserts only: a trigger refuses anything else. */
import type { Db } from "../db/pool.ts";

export type AuditRow = {
  at: Date;
  actorKind: "account" | "token" | "system" | "nobody";
  actorId: number | null;
  action: string;
  subjectKind: string | null;
  subjectId: number | null;
  facts: Record<string, string | number | boolean | null>;
  address: string | null;
};

export async function insertAudit(tx: Db, row: AuditRow): Promise<void> {
  await tx.query(
    `insert into audit (at, actor_kind, actor_id, action, subject_kind, subject_id, facts, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.at,
      row.actorKind,
      row.actorId,
      row.action,
      row.subjectKind,
      row.subjectId,
      JSON.stringify(row.facts),
      row.address,
    ],
  );
}
