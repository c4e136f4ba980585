/** SQL of numbers on their way, and of what connecting writes on the number's own row. */
import type { CheckName, CheckResult } from "../../shared/connecting.ts";
import type { Db } from "../db/pool.ts";
import type { GraphNumberAnswer } from "./graph-answers.ts";

export type StoredConnection = {
  id: number;
  numberId: number | null;
  wantedPhoneNumberId: string | null;
  graphUrl: string;
  graphVersion: string;
  accessTokenSealed: Buffer | null;
  appId: string | null;
  businessAccountId: string | null;
  found: {
    appName?: string | null;
    accountIds?: string[];
    numbers?: GraphNumberAnswer[];
    expiresAt?: string | null;
    hasMadeVerifyToken?: boolean;
    /** A Graph has accepted the token. */
    hasWorked?: boolean;
  };
  checks: Partial<Record<CheckName, CheckResult>>;
  testMessageId: number | null;
  testSince: Date | null;
  begunAt: Date;
  finishedAt: Date | null;
};

const COLUMNS = `
  id, number_id as "numberId", wanted_phone_number_id as "wantedPhoneNumberId", graph_url as "graphUrl",
  graph_version as "graphVersion", access_token_sealed as "accessTokenSealed", app_id as "appId",
  business_account_id as "businessAccountId", found, checks, test_message_id as "testMessageId",
  test_since as "testSince", begun_at as "begunAt", finished_at as "finishedAt"`;

export async function insertConnection(
  tx: Db,
  begun: {
    graphUrl: string;
    graphVersion: string;
    businessAccountId: string | null;
    wantedPhoneNumberId: string | null;
    now: Date;
  },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into number_connection (graph_url, graph_version, business_account_id, wanted_phone_number_id, begun_at)
     values ($1, $2, $3, $4, $5) returning id`,
    [begun.graphUrl, begun.graphVersion, begun.businessAccountId, begun.wantedPhoneNumberId, begun.now],
  );
  if (!row) throw new Error("the new connection has no id");
  return row.id;
}

export async function findConnection(db: Db, id: number): Promise<StoredConnection | undefined> {
  const [row] = await db.query<StoredConnection>(`select ${COLUMNS} from number_connection where id = $1`, [
    id,
  ]);
  return row;
}

export async function lockConnection(tx: Db, id: number): Promise<StoredConnection | undefined> {
  const [row] = await tx.query<StoredConnection>(
    `select ${COLUMNS} from number_connection where id = $1 for update`,
    [id],
  );
  return row;
}

export async function writeConnection(tx: Db, row: StoredConnection): Promise<void> {
  await tx.query(
    `update number_connection set number_id = $2, graph_url = $3, graph_version = $4, access_token_sealed = $5,
       app_id = $6, business_account_id = $7, found = $8, checks = $9, test_message_id = $10, test_since = $11,
       finished_at = $12
     where id = $1`,
    [
      row.id,
      row.numberId,
      row.graphUrl,
      row.graphVersion,
      row.accessTokenSealed,
      row.appId,
      row.businessAccountId,
      JSON.stringify(row.found),
      JSON.stringify(row.checks),
      row.testMessageId,
      row.testSince,
      row.finishedAt,
    ],
  );
}

export async function deleteConnection(tx: Db, id: number): Promise<boolean> {
  const rows = await tx.query("delete from number_connection where id = $1 returning id", [id]);
  return rows.length === 1;
}

export async function listUnfinished(
  db: Db,
): Promise<
  { id: number; numberId: number | null; name: string | null; phone: string | null; begunAt: Date }[]
> {
  return db.query(
    `select c.id, n.id as "numberId", n.name, n.display_phone as phone, c.begun_at as "begunAt"
     from number_connection c left join number n
       on n.id = c.number_id or (c.number_id is null and n.phone_number_id = c.wanted_phone_number_id)
     where c.finished_at is null
     order by c.begun_at desc
     limit 20`,
  );
}

export type GraphFacts = {
  throughput: number;
  throughputKind: "normal" | "coexistence" | "upgraded";
  now: Date;
};

/** What the Graph said of it. */
export async function writeGraphFacts(tx: Db, id: number, facts: GraphFacts): Promise<void> {
  await tx.query("update number set throughput = $2, throughput_kind = $3, checked_at = $4 where id = $1", [
    id,
    facts.throughput,
    facts.throughputKind,
    facts.now,
  ]);
}

export async function writeTokenFacts(
  tx: Db,
  id: number,
  facts: { appId: string | null; expiresAt: Date | null },
): Promise<void> {
  await tx.query("update number set app_id = coalesce($2, app_id), token_expires_at = $3 where id = $1", [
    id,
    facts.appId,
    facts.expiresAt,
  ]);
}

/** Null starts the wait for Meta's knock anew. */
export async function setVerified(tx: Db, ids: readonly number[], at: Date | null): Promise<void> {
  await tx.query("update number set verified_at = $2 where id = any ($1::bigint[])", [ids, at]);
}

/** On the ways that still wait for Meta's knock. Once: anybody can knock, as often as they like. */
export async function writeOtherToken(tx: Db, found: CheckResult): Promise<boolean> {
  const rows = await tx.query(
    `update number_connection c set checks = jsonb_set(c.checks, '{handshake}', $1::jsonb)
     from number n
     where n.id = c.number_id and n.verified_at is null and n.app_secret_sealed is not null
       and c.finished_at is null and c.checks #>> '{handshake,code}' is distinct from $1::jsonb ->> 'code'
     returning c.id`,
    [JSON.stringify(found)],
  );
  return rows.length > 0;
}

export async function updateNumber(
  tx: Db,
  id: number,
  change: { name: string | null; sendsReadMarks: boolean | null },
): Promise<boolean> {
  const rows = await tx.query(
    `update number set name = coalesce($2, name), sends_read_marks = coalesce($3, sends_read_marks)
     where id = $1 returning id`,
    [id, change.name, change.sendsReadMarks],
  );
  return rows.length === 1;
}

/** Its secrets are gone; the row and all that was said stay. */
export async function forgetSecrets(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query(
    `update number set access_token_sealed = null, app_secret_sealed = null, verify_token_sealed = null,
       token_expires_at = null, verified_at = null, disconnected_at = $2
     where id = $1`,
    [id, now],
  );
}

/** Who wrote to the number since then: the first, with what WhatsApp calls them and when they last did. */
export async function firstHeard(
  db: Db,
  numberId: number,
  since: Date,
): Promise<
  | { conversationId: number; name: string | null; username: string | null; phone: string | null; at: Date }
  | undefined
> {
  const [row] = await db.query<{
    conversationId: number;
    name: string | null;
    username: string | null;
    phone: string | null;
    at: Date;
  }>(
    `select m.conversation_id as "conversationId", c.name, c.username, c.phone,
       (select max(l.said_at) from message l
        where l.conversation_id = m.conversation_id and l.side in ('client', 'worker')) as at
     from message m
     join conversation v on v.id = m.conversation_id and v.contact_id is not null
     join contact said on said.id = v.contact_id
     join contact c on c.id = coalesce(said.merged_into, said.id)
     where m.number_id = $1 and m.recorded_at >= $2 and m.came_by = 'webhook' and m.side in ('client', 'worker')
     order by m.id
     limit 1`,
    [numberId, since],
  );
  return row;
}

export async function sendStateOf(
  db: Db,
  messageId: number,
): Promise<{ state: string | null; error: number | null; at: Date } | undefined> {
  const [row] = await db.query<{ state: string | null; error: number | null; at: Date }>(
    "select send_state as state, send_error as error, said_at as at from message where id = $1",
    [messageId],
  );
  return row;
}
