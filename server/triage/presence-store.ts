/** Who has which item of the tray before them. */
import type { Db } from "../db/pool.ts";
import type { Look } from "./presence-rules.ts";

export type PresentRow = Look & { accountId: number; name: string };

const SELECT = `
  select tray_presence.account_id as "accountId", account.name, tray_presence.message_id as "messageId",
    tray_presence.is_answering as "isAnswering", tray_presence.since, tray_presence.seen_at as "seenAt"
  from tray_presence join account on account.id = tray_presence.account_id`;

/** Who came first stands first. */
export async function listPresent(db: Db, seenAfter: Date): Promise<PresentRow[]> {
  return db.query<PresentRow>(
    `${SELECT} where tray_presence.seen_at > $1 and account.is_active
    order by tray_presence.since, tray_presence.account_id`,
    [seenAfter],
  );
}

export async function findPresent(db: Db, accountId: number): Promise<PresentRow | undefined> {
  const [row] = await db.query<PresentRow>(`${SELECT} where tray_presence.account_id = $1`, [accountId]);
  return row;
}

/** Nothing when the message is gone. */
export async function upsertPresent(tx: Db, accountId: number, look: Look): Promise<void> {
  await tx.query(
    `insert into tray_presence (account_id, message_id, is_answering, since, seen_at)
    select $1, message.id, $3, $4, $5 from message where message.id = $2
    on conflict (account_id) do update set message_id = excluded.message_id,
      is_answering = excluded.is_answering, since = excluded.since, seen_at = excluded.seen_at`,
    [accountId, look.messageId, look.isAnswering, look.since, look.seenAt],
  );
}

export async function deletePresent(tx: Db, accountId: number): Promise<boolean> {
  const gone = await tx.query("delete from tray_presence where account_id = $1 returning account_id", [
    accountId,
  ]);
  return gone.length > 0;
}
