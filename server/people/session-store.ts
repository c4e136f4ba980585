/** Who is signed in where, and tokens of programs: found by the hash of what they hold. */
import type { Role } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export type LiveSession = {
  id: number;
  lastSeenAt: Date;
  accountId: number;
  name: string;
  role: Role;
  locale: string | null;
};

export async function findSession(db: Db, tokenHash: Buffer, now: Date): Promise<LiveSession | null> {
  const [row] = await db.query<LiveSession>(
    `select s.id, s.last_seen_at as "lastSeenAt", a.id as "accountId", a.name, a.role, a.locale
     from session s join account a on a.id = s.account_id
     where s.token_hash = $1 and s.expires_at > $2 and a.is_active`,
    [tokenHash, now],
  );
  return row ?? null;
}

export async function insertSession(
  tx: Db,
  session: { tokenHash: Buffer; accountId: number; createdAt: Date; expiresAt: Date; browser: string },
): Promise<void> {
  await tx.query(
    `insert into session (token_hash, account_id, created_at, last_seen_at, expires_at, browser)
     values ($1, $2, $3, $3, $4, $5)`,
    [session.tokenHash, session.accountId, session.createdAt, session.expiresAt, session.browser],
  );
}

export async function deleteExpiredSessions(tx: Db, accountId: number, now: Date): Promise<void> {
  await tx.query("delete from session where account_id = $1 and expires_at <= $2", [accountId, now]);
}

/** Slides the end along, never past the absolute one; `unlessSince` keeps parallel requests from all writing. */
export async function touchSession(
  db: Db,
  touch: { id: number; now: Date; unlessSince: Date; idleMinutes: number; absoluteMinutes: number },
): Promise<void> {
  await db.query(
    `with touched as (
       update session
       set last_seen_at = $2::timestamptz,
           expires_at = least($2::timestamptz + make_interval(mins => $4), created_at + make_interval(mins => $5))
       where id = $1 and last_seen_at < $3
       returning account_id
     )
     update account set last_seen_at = $2 where id = (select account_id from touched)`,
    [touch.id, touch.now, touch.unlessSince, touch.idleMinutes, touch.absoluteMinutes],
  );
}

export type ListedSession = { id: number; startedAt: Date; lastSeenAt: Date; browser: string };

export async function listSessions(db: Db, accountId: number, now: Date): Promise<ListedSession[]> {
  return db.query<ListedSession>(
    `select id, created_at as "startedAt", last_seen_at as "lastSeenAt", browser
     from session
     where account_id = $1 and expires_at > $2
     order by last_seen_at desc, id desc`,
    [accountId, now],
  );
}

/** False when there is none of this account's. */
export async function deleteSession(tx: Db, accountId: number, id: number): Promise<boolean> {
  const rows = await tx.query("delete from session where id = $2 and account_id = $1 returning id", [
    accountId,
    id,
  ]);
  return rows.length > 0;
}

/** All of an account's sessions but one, or all with null. */
export async function deleteSessions(tx: Db, accountId: number, except: number | null): Promise<void> {
  await tx.query("delete from session where account_id = $1 and id is distinct from $2", [accountId, except]);
}

export async function deleteAllSessions(tx: Db): Promise<void> {
  await tx.query("delete from session");
}

export type LiveToken = { id: number; name: string; role: Role; lastUsedAt: Date | null };

export async function findToken(db: Db, tokenHash: Buffer): Promise<LiveToken | null> {
  const [row] = await db.query<LiveToken>(
    `select id, name, role, last_used_at as "lastUsedAt"
     from api_token where token_hash = $1 and revoked_at is null`,
    [tokenHash],
  );
  return row ?? null;
}

export async function touchToken(db: Db, id: number, now: Date, unlessSince: Date): Promise<void> {
  await db.query(
    "update api_token set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $3)",
    [id, now, unlessSince],
  );
}

export async function insertToken(
  tx: Db,
  token: { name: string; role: Role; tokenHash: Buffer; createdAt: Date; createdBy: number | null },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into api_token (name, role, token_hash, created_at, created_by)
     values ($1, $2, $3, $4, $5) returning id`,
    [token.name, token.role, token.tokenHash, token.createdAt, token.createdBy],
  );
  if (!row) throw new Error("a token was inserted without an id");
  return row.id;
}

export type ListedToken = LiveToken & { createdAt: Date };

export async function listTokens(db: Db): Promise<ListedToken[]> {
  return db.query<ListedToken>(
    `select id, name, role, created_at as "createdAt", last_used_at as "lastUsedAt"
     from api_token where revoked_at is null order by id`,
  );
}

/** False when there is none that still works. */
export async function revokeToken(tx: Db, id: number, now: Date): Promise<boolean> {
  const rows = await tx.query(
    "update api_token set revoked_at = $2 where id = $1 and revoked_at is null returning id",
    [id, now],
  );
  return rows.length > 0;
}
