/** Accounts and the teams they are in. */
import type { Role } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export type Account = {
  id: number;
  name: string;
  login: string;
  role: Role;
  locale: string | null;
  isActive: boolean;
  lastSeenAt: Date | null;
  teamIds: number[];
};

const ACCOUNT = `
  a.id, a.name, a.login, a.role, a.locale, a.is_active as "isActive", a.last_seen_at as "lastSeenAt",
  array(select m.team_id from team_member m where m.account_id = a.id order by m.team_id)::float8[] as "teamIds"`;

export async function findAccount(db: Db, id: number): Promise<Account | null> {
  const [row] = await db.query<Account>(`select ${ACCOUNT} from account a where a.id = $1`, [id]);
  return row ?? null;
}

export async function listAccounts(db: Db): Promise<Account[]> {
  return db.query<Account>(`select ${ACCOUNT} from account a order by a.is_active desc, lower(a.name), a.id`);
}

export async function listTeams(db: Db): Promise<{ id: number; name: string }[]> {
  return db.query<{ id: number; name: string }>(
    "select id, name from team where archived_at is null order by id",
  );
}

export type Credentials = { id: number; passwordHash: string; isActive: boolean };

/** Only for checking a password: the hash goes nowhere else. */
export async function findCredentials(db: Db, login: string): Promise<Credentials | null> {
  const [row] = await db.query<Credentials>(
    `select id, password_hash as "passwordHash", is_active as "isActive" from account where login = $1`,
    [login],
  );
  return row ?? null;
}

/** Null when the login is taken. */
export async function insertAccount(
  tx: Db,
  account: {
    name: string;
    login: string;
    role: Role;
    passwordHash: string;
    locale: string | null;
    createdAt: Date;
  },
): Promise<number | null> {
  const [row] = await tx.query<{ id: number }>(
    `insert into account (name, login, role, password_hash, locale, created_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (login) do nothing
     returning id`,
    [account.name, account.login, account.role, account.passwordHash, account.locale, account.createdAt],
  );
  return row?.id ?? null;
}

export async function hasActiveAdmin(db: Db): Promise<boolean> {
  const [row] = await db.query<{ there: boolean }>(
    "select exists (select from account where role = 'admin' and is_active) as there",
  );
  return row?.there ?? false;
}

/** Locked in id order: two who demote each other wait for one another instead of leaving none. */
export async function lockActiveAdmins(tx: Db): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    "select id from account where role = 'admin' and is_active order by id for no key update",
  );
  return rows.map((row) => row.id);
}

export async function lockAccount(tx: Db, id: number): Promise<Account | null> {
  await tx.query("select id from account where id = $1 for no key update", [id]);
  return findAccount(tx, id);
}

export async function updateAccount(
  tx: Db,
  id: number,
  to: { name: string; role: Role; isActive: boolean; locale: string | null },
): Promise<void> {
  await tx.query("update account set name = $2, role = $3, is_active = $4, locale = $5 where id = $1", [
    id,
    to.name,
    to.role,
    to.isActive,
    to.locale,
  ]);
}

export async function updatePassword(tx: Db, id: number, passwordHash: string): Promise<void> {
  await tx.query("update account set password_hash = $2 where id = $1", [id, passwordHash]);
}
