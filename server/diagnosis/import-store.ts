/** Chats that the board began with. */
import type { Before } from "../../shared/api/chat-imports.ts";
import type { Db } from "../db/pool.ts";

export type ImportRow = {
  at: Date;
  accountId: number;
  title: string | null;
  saidFrom: Date;
  saidTo: Date;
  before: Before;
  roster: readonly { name: string; spans: readonly { from: number; to: number }[] }[];
  requestIds: readonly number[];
};

export async function insertImport(tx: Db, row: ImportRow): Promise<number> {
  const [made] = await tx.query<{ id: number }>(
    `with made as (
      insert into chat_import (at, account_id, title, said_from, said_to, before, roster)
      values ($1, $2, $3, $4, $5, $6, $7) returning id
    ), linked as (
      insert into chat_import_request (import_id, request_id) select made.id, r from made, unnest($8::bigint[]) as r
    )
    select id from made`,
    [
      ...[row.at, row.accountId, row.title, row.saidFrom, row.saidTo],
      ...[JSON.stringify(row.before), JSON.stringify(row.roster), row.requestIds],
    ],
  );
  if (!made) throw new Error("an import was not written");
  return made.id;
}

/** Locked. */
export async function lockImport(
  tx: Db,
  id: number,
): Promise<{ accountId: number; isUndone: boolean; requestIds: number[] } | undefined> {
  const [row] = await tx.query<{ accountId: number; isUndone: boolean; requestIds: number[] }>(
    `select account_id as "accountId", undone_at is not null as "isUndone",
      array(select request_id from chat_import_request where import_id = chat_import.id order by request_id)::float8[]
        as "requestIds"
    from chat_import where id = $1 for update`,
    [id],
  );
  return row;
}

export async function markUndone(tx: Db, id: number, at: Date): Promise<void> {
  await tx.query("update chat_import set undone_at = $2 where id = $1", [id, at]);
}
