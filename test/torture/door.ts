/** The door as WhatsApp finds it: the real HTTP server, webhook and recorder on a real database, and what is behind it to look at. */
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { readConfig } from "../../server/config.ts";
import { readThread, type Thread } from "../../server/conversations/read.ts";
import { openHttp } from "../../server/http/server.ts";
import { WEBHOOK_PATH, webhookRoutes } from "../../server/intake/webhook.ts";
import { type Numbers, openNumbers } from "../../server/numbers/directory.ts";
import { upsertNumber } from "../../server/numbers/register.ts";
import { sealWith } from "../../server/numbers/seal.ts";
import type { System } from "../../server/system.ts";
import { OWNER_OF } from "../architecture/tables.ts";
import { OUR_NUMBER } from "../deliveries.ts";
import { digestOf, type IntakeSystem, intakeSystem, stateOf } from "../intake-system.ts";
import { signatureOf } from "../webhook-load.ts";

export const SECRET = "the secret of our number";
/** Still good while a secret is being changed. */
export const OTHER_SECRET = "the secret of the environment";
export const VERIFY_TOKEN = "a verify token";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

export type Asking = {
  method?: string;
  path?: string;
  /** The headers in place of what Meta sends; null leaves one out. */
  headers?: Record<string, string | string[] | null>;
  /** Without content-length, in pieces. */
  isChunked?: boolean;
};

export type KeptDelivery = { outcome: string; reason: string | null; times: number; sha256: string };
export type Row = Record<string, unknown>;

export type Door = IntakeSystem & {
  system: System;
  numbers: Numbers;
  /** Everything gone but our own number. */
  fresh(): Promise<void>;
  /** Signed as Meta does, unless the headers say otherwise. */
  post(body: Buffer | string, asking?: Asking): Promise<Answer>;
  ask(path: string, method?: string): Promise<Answer>;
  /** Each posted in this order and acknowledged, all of it recorded. */
  deliver(...bodies: readonly (Buffer | string)[]): Promise<void>;
  /** Bytes as they are, piece by piece; what came back until the other side closed. Cut: nothing is waited for. */
  raw(pieces: readonly (Buffer | string)[], how?: { pauseMs?: number; isCut?: boolean }): Promise<string>;
  /** What was acknowledged is here, and only that, in the order in which it came. */
  kept(): Promise<KeptDelivery[]>;
  rows(table: string): Promise<Row[]>;
  /** The one message with this id, with its words and media; undefined when it is not here. */
  message(wamid: string): Promise<Row | undefined>;
  /** A whole thread as a screen shows it, oldest first. */
  thread(wamid: string): Promise<Thread>;
  digest(): Promise<string>;
  /** The whole state but for how it was cut into bodies. */
  state(): Promise<Record<string, string[]>>;
  /** What became of each delivery in the order in which they came; of a dead one, why. */
  outcomes(): Promise<string[]>;
};

/**
 * Whatever intake writes, deleted without triggers: a few rows are gone in 5 ms where truncating takes 120, and there are
 * hundreds of stories. Our own number stays: sealed anew, its secrets would be other bytes.
 */
const EMPTY = [
  "set local session_replication_role = replica",
  ...Object.entries(OWNER_OF).flatMap(([table, owner]) =>
    table !== "number" && ["intake", "conversations", "numbers"].includes(owner)
      ? [`delete from ${table}`]
      : [],
  ),
  `delete from number where phone_number_id <> '${OUR_NUMBER}'`,
  "delete from graphile_worker._private_jobs",
];

export const shaOf = (body: Buffer | string): string => createHash("sha256").update(body).digest("hex");

export async function openDoor(): Promise<Door> {
  const intake = await intakeSystem();
  const { db, clock, recorder } = intake;
  const system: System = {
    config: readConfig({ WHATSAPP_APP_SECRET: OTHER_SECRET }),
    db,
    clock,
    log: intake.log,
    seal: sealWith(randomBytes(32)),
    live: { listen: () => () => {}, close: async () => {} },
    publicUrl: () => "http://127.0.0.1:4400",
  };
  const numbers = await openNumbers(system);
  const http = await openHttp(system, {
    register: (scope, bare) => webhookRoutes(scope, { system, numbers, recorder, bare }),
    endpoints: {},
  });
  await http.listen({ host: "127.0.0.1", port: 0 });
  const { port } = http.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  recorder.start();
  /** In this order; the rows do not tell, and the clock stands still. */
  let posted: string[] = [];

  async function call(asking: Asking, body: Buffer, headers: OutgoingHttpHeaders): Promise<Answer> {
    const { method = "POST", path = WEBHOOK_PATH } = asking;
    const asked = request({ host: "127.0.0.1", port, agent, method, path, headers });
    const answered = new Promise<Answer>((resolve, reject) => {
      asked.on("error", reject);
      asked.on("response", async (answer) => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: await text(answer),
        });
      });
    });
    // What is refused early is answered before all of it was read.
    const piece = Math.max(7, Math.ceil(body.length / 100));
    if (asking.isChunked)
      for (let at = 0; at < body.length; at += piece) asked.write(body.subarray(at, at + piece));
    else if (body.length > 0) asked.write(body);
    asked.end();
    return answered;
  }

  const door: Door = {
    ...intake,
    system,
    numbers,
    async fresh() {
      await recorder.idle();
      posted = [];
      await db.transaction(async (tx) => {
        for (const statement of EMPTY) await tx.query(statement);
      });
      await db.transaction((tx) =>
        upsertNumber(
          tx,
          system.seal,
          {
            phoneNumberId: OUR_NUMBER,
            kind: "real",
            name: "Main line",
            displayPhone: "15550100001",
            appSecret: SECRET,
            verifyToken: VERIFY_TOKEN,
          },
          clock.now(),
        ),
      );
      await numbers.refresh();
    },
    post(given, asking = {}) {
      const body = Buffer.from(given);
      posted.push(shaOf(body));
      const meant: Record<string, string | string[] | null> = {
        "content-type": "application/json",
        "x-hub-signature-256": signatureOf(body, SECRET),
        ...(!asking.isChunked && { "content-length": String(body.length) }),
        ...asking.headers,
      };
      const headers = Object.fromEntries(
        Object.entries(meant).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
      );
      return call(asking, body, headers);
    },
    ask: (path, method = "GET") => call({ method, path }, Buffer.alloc(0), {}),
    async deliver(...bodies) {
      for (const body of bodies) {
        const { status } = await door.post(body);
        if (status !== 200) throw new Error(`A body was answered with ${status}.`);
      }
      await recorder.idle();
    },
    async raw(pieces, { pauseMs = 0, isCut = false } = {}) {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      const chunks: Buffer[] = [];
      socket.on("data", (chunk) => chunks.push(chunk));
      socket.on("error", () => {});
      const closed = once(socket, "close");
      for (const piece of pieces) {
        socket.write(piece);
        if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      if (isCut) socket.resetAndDestroy();
      await closed;
      return Buffer.concat(chunks).toString();
    },
    async kept() {
      const found = await db.query<KeptDelivery>(
        `select outcome, reason, times, encode(sha256, 'hex') as sha256 from delivery
         union all
         select 'waiting', null, 1, encode(sha256(body), 'hex') from inbox`,
      );
      return found.sort((a, b) => posted.indexOf(a.sha256) - posted.indexOf(b.sha256));
    },
    async rows(table) {
      const found = await db.query<{ row: Row }>(
        `select to_jsonb(t) as row from ${table} t order by (to_jsonb(t) ->> 'id')::bigint`,
      );
      return found.map(({ row }) => row);
    },
    async message(wamid) {
      const [row] = await db.query<Row>(
        `select m.*, w.body, w.content, w.first_body, f.state as media_state, f.media_id
         from message m join message_words w on w.message_id = m.id left join media f on f.message_id = m.id
         where m.wamid = $1`,
        [wamid],
      );
      return row;
    },
    async thread(wamid) {
      const [found] = await db.query<{ id: number }>(
        "select conversation_id as id from message where wamid = $1",
        [wamid],
      );
      const conversationId = found?.id ?? 0;
      const whole = await readThread(db, { conversationId });
      let { before } = whole;
      while (before !== null) {
        const page = await readThread(db, { conversationId, before });
        whole.messages.unshift(...page.messages);
        before = page.before;
      }
      return whole;
    },
    digest: async () => digestOf(await stateOf(db)),
    async state() {
      const { delivery: _cut, ...state } = await stateOf(db);
      return state;
    },
    outcomes: async () => (await door.kept()).map(({ outcome, reason }) => reason ?? outcome),
    async close() {
      agent.destroy();
      await http.close();
      numbers.close();
      await intake.close();
    },
  };
  await door.fresh();
  return door;
}

/** As Meta writes it: everything beyond ASCII as \uXXXX. */
export const escaped = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
