/** Links that let a person in, and the code that makes the first admin. */
import type { Role } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export type Invitation = {
  id: number;
  name: string;
  role: Role;
  /** Chosen beforehand, by the command line. */
  login: string | null;
  /** Whose new password it is for; null for a new person. */
  accountId: number | null;
};

/** One that still works; locked within a transaction, so that it works once. */
export async function findInvitation(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<(Invitation & { accountLogin: string | null }) | null> {
  const [row] = await db.query<Invitation & { accountLogin: string | null }>(
    `select i.id, i.name, i.role, i.login, i.account_id as "accountId", a.login as "accountLogin"
     from invitation i left join account a on a.id = i.account_id
     where i.token_hash = $1 and i.used_at is null and i.withdrawn_at is null and i.expires_at > $2
       and coalesce(a.is_active, true)
     ${db.inTransaction ? "for update of i" : ""}`,
    [tokenHash, now],
  );
  return row ?? null;
}

export async function insertInvitation(
  tx: Db,
  invitation: {
    tokenHash: Buffer;
    name: string;
    role: Role;
    login: string | null;
    accountId: number | null;
    createdAt: Date;
    createdBy: number | null;
    expiresAt: Date;
  },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into invitation (token_hash, name, role, login, account_id, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      invitation.tokenHash,
      invitation.name,
      invitation.role,
      invitation.login,
      invitation.accountId,
      invitation.createdAt,
      invitation.createdBy,
      invitation.expiresAt,
    ],
  );
  if (!row) throw new Error("an invitation was inserted without an id");
  return row.id;
}

export async function useInvitation(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query("update invitation set used_at = $2 where id = $1", [id, now]);
}

/** False when there is none that still works. */
export async function withdrawInvitation(tx: Db, id: number, now: Date): Promise<boolean> {
  const rows = await tx.query(
    `update invitation set withdrawn_at = $2
     where id = $1 and used_at is null and withdrawn_at is null returning id`,
    [id, now],
  );
  return rows.length > 0;
}

/** Links for an account that were made before: a new one, or leaving, makes them worthless. */
export async function withdrawResets(tx: Db, accountId: number, now: Date): Promise<void> {
  await tx.query(
    `update invitation set withdrawn_at = $2
     where account_id = $1 and used_at is null and withdrawn_at is null`,
    [accountId, now],
  );
}

export type PendingInvitation = { id: number; name: string; role: Role; expiresAt: Date };

export async function listPendingInvitations(db: Db, now: Date): Promise<PendingInvitation[]> {
  return db.query<PendingInvitation>(
    `select id, name, role, expires_at as "expiresAt" from invitation
     where account_id is null and used_at is null and withdrawn_at is null and expires_at > $1
     order by id`,
    [now],
  );
}

/** The newest code is the one that works, whichever process printed it. */
export async function putSetupCode(db: Db, codeHash: Buffer, now: Date): Promise<void> {
  await db.query(
    `insert into setup_code (code_hash, created_at) values ($1, $2)
     on conflict (only_one) do update set code_hash = excluded.code_hash, created_at = excluded.created_at`,
    [codeHash, now],
  );
}

/** Locked: of two who set up at once the second waits, and finds none. */
export async function lockSetupCode(tx: Db): Promise<Buffer | null> {
  const [row] = await tx.query<{ codeHash: Buffer }>(
    `select code_hash as "codeHash" from setup_code for update`,
  );
  return row?.codeHash ?? null;
}

export async function deleteSetupCode(tx: Db): Promise<void> {
  await tx.query("delete from setup_code");
}
