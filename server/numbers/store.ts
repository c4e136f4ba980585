/** SQL of the number table. */
import type { Db } from "../db/pool.ts";

export type StoredNumber = {
  id: number;
  phoneNumberId: string;
  kind: "real" | "sample" | "unclaimed";
  name: string;
  displayPhone: string | null;
  businessAccountId: string | null;
  graphUrl: string | null;
  graphVersion: string | null;
  accessTokenSealed: Buffer | null;
  appSecretSealed: Buffer | null;
  verifyTokenSealed: Buffer | null;
  throughput: number;
  fromEnvironment: boolean;
  /** Of the Meta app whose secret signs what comes in. */
  appId: string | null;
  throughputKind: "normal" | "coexistence" | "upgraded";
  sendsReadMarks: boolean;
  checkedAt: Date | null;
  tokenExpiresAt: Date | null;
  /** When our webhook was last asked with its verify token. */
  verifiedAt: Date | null;
  disconnectedAt: Date | null;
  /** WhatsApp refuses to send for it, with this code. */
  pausedAt: Date | null;
  pauseCode: number | null;
};

const COLUMNS = `
  id, phone_number_id as "phoneNumberId", kind, name, display_phone as "displayPhone",
  business_account_id as "businessAccountId", graph_url as "graphUrl", graph_version as "graphVersion",
  access_token_sealed as "accessTokenSealed", app_secret_sealed as "appSecretSealed",
  verify_token_sealed as "verifyTokenSealed", throughput, from_environment as "fromEnvironment",
  app_id as "appId", throughput_kind as "throughputKind", sends_read_marks as "sendsReadMarks",
  checked_at as "checkedAt", token_expires_at as "tokenExpiresAt", verified_at as "verifiedAt",
  disconnected_at as "disconnectedAt", paused_at as "pausedAt", pause_code as "pauseCode"`;

export async function listStored(db: Db): Promise<StoredNumber[]> {
  return db.query<StoredNumber>(`select ${COLUMNS} from number order by id`);
}

export async function findStored(db: Db, id: number): Promise<StoredNumber | null> {
  const rows = await db.query<StoredNumber>(`select ${COLUMNS} from number where id = $1`, [id]);
  return rows[0] ?? null;
}

export async function lockStored(tx: Db, phoneNumberId: string): Promise<StoredNumber | null> {
  const rows = await tx.query<StoredNumber>(
    `select ${COLUMNS} from number where phone_number_id = $1 for update`,
    [phoneNumberId],
  );
  return rows[0] ?? null;
}

export type NumberValues = Pick<
  StoredNumber,
  | "phoneNumberId"
  | "kind"
  | "name"
  | "displayPhone"
  | "businessAccountId"
  | "graphUrl"
  | "graphVersion"
  | "accessTokenSealed"
  | "appSecretSealed"
  | "verifyTokenSealed"
  | "throughput"
  | "fromEnvironment"
>;

/** Every value as given; the caller has decided what stays. */
export async function writeStored(tx: Db, values: NumberValues, now: Date): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `insert into number (phone_number_id, kind, name, display_phone, business_account_id, graph_url, graph_version,
       access_token_sealed, app_secret_sealed, verify_token_sealed, throughput, from_environment, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (phone_number_id) do update set
       kind = excluded.kind, name = excluded.name, display_phone = excluded.display_phone,
       business_account_id = excluded.business_account_id, graph_url = excluded.graph_url,
       graph_version = excluded.graph_version, access_token_sealed = excluded.access_token_sealed,
       app_secret_sealed = excluded.app_secret_sealed, verify_token_sealed = excluded.verify_token_sealed,
       throughput = excluded.throughput, from_environment = excluded.from_environment, disconnected_at = null
     returning id`,
    [
      values.phoneNumberId,
      values.kind,
      values.name,
      values.displayPhone,
      values.businessAccountId,
      values.graphUrl,
      values.graphVersion,
      values.accessTokenSealed,
      values.appSecretSealed,
      values.verifyTokenSealed,
      values.throughput,
      values.fromEnvironment,
      now,
    ],
  );
  const row = rows[0];
  if (!row) throw new Error("An upsert of a number returned no row.");
  return row.id;
}

/** The environment describes exactly one number: the one it described before keeps its row but not the mark. */
export async function unmarkOthers(tx: Db, phoneNumberId: string): Promise<void> {
  await tx.query(
    "update number set from_environment = false where from_environment and phone_number_id <> $1",
    [phoneNumberId],
  );
}

/** Ids of the numbers that have a row. Held against removal until the transaction ends. */
export async function findIds(tx: Db, phoneNumberIds: readonly string[]): Promise<[string, number][]> {
  const rows = await tx.query<{ id: number; phoneNumberId: string }>(
    `select id, phone_number_id as "phoneNumberId" from number
     where phone_number_id = any ($1::text[]) order by phone_number_id for key share`,
    [phoneNumberIds],
  );
  return rows.map((row) => [row.phoneNumberId, row.id]);
}

/** In order of their ids, so that two recorders that meet the same strangers wait for each other and never in a ring. */
export async function addUnclaimed(
  tx: Db,
  numbers: readonly { phoneNumberId: string; displayPhone: string | null }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into number (phone_number_id, kind, name, display_phone, created_at)
     select id, 'unclaimed', coalesce(phone, id), phone, $3
     from unnest($1::text[], $2::text[]) as n (id, phone) order by id
     on conflict (phone_number_id) do nothing`,
    [numbers.map((number) => number.phoneNumberId), numbers.map((number) => number.displayPhone), now],
  );
}

/** When each number last said or heard something. */
export async function lastMessages(db: Db): Promise<[number, Date | null][]> {
  const rows = await db.query<{ id: number; at: Date | null }>(
    `select n.id, max(c.last_message_at) as at from number n left join conversation c on c.number_id = n.id group by n.id`,
  );
  return rows.map((row) => [row.id, row.at]);
}
