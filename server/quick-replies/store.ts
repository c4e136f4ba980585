/** SQL of quick replies. */
import type { Db } from "../db/pool.ts";

export type QuickReplyRow = {
  id: number;
  shortcut: string;
  title: string;
  texts: { language: string; body: string }[];
  uses: number;
  lastUsedAt: Date | null;
};

/** Most used first. */
export async function listReplies(db: Db, id: number | null = null): Promise<QuickReplyRow[]> {
  return db.query<QuickReplyRow>(
    `select q.id, q.shortcut, q.title, q.uses, q.last_used_at as "lastUsedAt",
       (select json_agg(json_build_object('language', t.language, 'body', t.body) order by t.position)
        from quick_reply_text t where t.quick_reply_id = q.id) as texts
     from quick_reply q
     where $1::bigint is null or q.id = $1
     order by q.uses desc, q.shortcut`,
    [id],
  );
}

export type Written = { shortcut: string; title: string; texts: { language: string; body: string }[] };

/** Undefined when the shortcut is taken. */
export async function insertReply(
  tx: Db,
  written: Written,
  accountId: number | null,
  now: Date,
): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `insert into quick_reply (shortcut, title, created_at, created_by, changed_at) values ($1, $2, $3, $4, $3)
     on conflict (shortcut) do nothing returning id`,
    [written.shortcut, written.title, now, accountId],
  );
  return row?.id;
}

/** False when it is gone. */
export async function updateReply(tx: Db, id: number, written: Written, now: Date): Promise<boolean> {
  const rows = await tx.query(
    "update quick_reply set shortcut = $2, title = $3, changed_at = $4 where id = $1 returning id",
    [id, written.shortcut, written.title, now],
  );
  return rows.length > 0;
}

export async function findByShortcut(tx: Db, shortcut: string): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>("select id from quick_reply where shortcut = $1", [shortcut]);
  return row?.id;
}

export async function writeTexts(tx: Db, id: number, texts: Written["texts"]): Promise<void> {
  await tx.query("delete from quick_reply_text where quick_reply_id = $1", [id]);
  await tx.query(
    `insert into quick_reply_text (quick_reply_id, language, body, position)
     select $1, language, body, place from unnest($2::text[], $3::text[]) with ordinality as t (language, body, place)`,
    [id, texts.map(({ language }) => language), texts.map(({ body }) => body)],
  );
}

export async function deleteReply(tx: Db, id: number): Promise<boolean> {
  const rows = await tx.query("delete from quick_reply where id = $1 returning id", [id]);
  return rows.length > 0;
}

export async function countUse(tx: Db, id: number, now: Date): Promise<boolean> {
  const rows = await tx.query(
    "update quick_reply set uses = uses + 1, last_used_at = $2 where id = $1 returning id",
    [id, now],
  );
  return rows.length > 0;
}
