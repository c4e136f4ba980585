/** Two app processes on one database, a simulator as WhatsApp, and people who wrote a moment ago. */
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Database } from "../server/db/pool.ts";
import { addUser } from "../server/people/by-command.ts";
import { type BatonProcess, startBaton } from "../test/process.ts";
import { benchDatabase } from "./bench-database.ts";
import { type Control, NUMBER, SECRETS, startSimulator } from "./send-simulator.ts";

const PASSWORD = "nine blue kettles";

export type Person = { phoneId: string; conversationId: number };

export type SendPlace = {
  db: Database;
  batons: BatonProcess[];
  people: Person[];
  /** What the number may send in a second, by WhatsApp's word and by ours. */
  allow(perSecond: number): Promise<void>;
  /** So many messages, as programs write them, in turn to each of these people. */
  queue(count: number, people: readonly Person[]): Promise<void>;
  waiting(): Promise<number>;
  /** Somebody of us types an answer. Resolves with the moment it was on the phone, by the simulator's clock. */
  type(person: Person, words: string): Promise<number>;
  /** What the simulator saw since it was last asked: to the fraction of a millisecond, and counted where it accepts. */
  received(): Promise<Received>;
  megabytes(): Promise<number[]>;
  /** Processor time so far, in microseconds: the two apps, the database, the simulator. */
  spent(): Promise<{ apps: number; database: number; simulator: number }>;
  close(): Promise<void>;
};

export async function openSendPlace(count: number): Promise<SendPlace> {
  const database = await benchDatabase();
  const folders = await Promise.all([1, 2].map((n) => mkdtemp(join(tmpdir(), `baton-send-${n}-`))));
  const port = await freePort();
  const { child, control } = await startSimulator(port);
  const { user, password, host, database: name } = database.connection;
  const url = `postgres://${user}:${password}@/${name}?host=${encodeURIComponent(String(host))}`;
  const batons: BatonProcess[] = [];
  const close = async () => {
    await Promise.all(batons.map((baton) => baton.stop()));
    child.kill();
    await once(child, "exit");
    await database.close();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  };
  try {
    for (const [place, folder] of folders.entries())
      batons.push(
        await startBaton({
          ...(place === 0 && { PORT: String(port) }),
          BATON_DATA: folder,
          DATABASE_URL: url,
          BATON_SECRET_KEY: "0".repeat(64),
          WHATSAPP_APP_SECRET: SECRETS.appSecret,
          WHATSAPP_VERIFY_TOKEN: SECRETS.verifyToken,
          WHATSAPP_ACCESS_TOKEN: SECRETS.accessToken,
          WHATSAPP_PHONE_NUMBER_ID: NUMBER,
          WHATSAPP_GRAPH_URL: control.url,
        }),
      );
    await control.call("PATCH", "settings", { batching: 100, autoRead: false });
    const { db } = database;
    const people = await openPeople(db, control, count);
    const cookie = await signIn(db, batons[1]?.url ?? "");
    const place: SendPlace = {
      ...{ db, batons, people, close },
      async allow(perSecond) {
        await control.call("PATCH", "settings", { throughput: perSecond });
        await db.query("update number set throughput = $1", [perSecond]);
      },
      queue: (messages, to) => queue(db, messages, to),
      async waiting() {
        const [row] = await db.query<{ n: number }>(
          "select count(*)::int as n from outbox where state in ('queued', 'calling')",
        );
        return row?.n ?? 0;
      },
      async type(person, words) {
        const answer = await fetch(
          `${batons[1]?.url}/api/v1/conversations/${person.conversationId}/messages`,
          {
            method: "POST",
            headers: { cookie, "x-baton": "1", "content-type": "application/json" },
            body: JSON.stringify({ message: { kind: "text", text: words }, key: `typed-${words}` }),
          },
        );
        if (!answer.ok) throw new Error(`reply: ${answer.status}`);
        return arrivalOf(control, person, words);
      },
      async received() {
        const { numbers, callbacks } = Book.parse(await control.call("GET", "received"));
        await control.call("DELETE", "received");
        const [book] = numbers;
        return {
          accepted: book?.accepted ?? 0,
          refused: Object.values(book?.refused ?? {}).reduce((sum, one) => sum + one, 0),
          mostInASecond: book?.peak.perSecond ?? 0,
          tookMs: book?.firstAt && book.lastAt ? book.lastAt.getTime() - book.firstAt.getTime() : 0,
          repeated: callbacks.repeated,
        };
      },
      async spent() {
        const [row] = await db.query<{ pid: number }>("select pg_backend_pid() as pid");
        const postmaster = (await statOf(row?.pid ?? 0))[1] ?? "";
        const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
        const sum = async (pids: readonly (string | number | undefined)[]) =>
          (await Promise.all(pids.map((pid) => ticksOf(pid ?? 0)))).reduce((all, one) => all + one, 0) *
          TICK_US;
        return {
          apps: await sum(batons.map((baton) => baton.child.pid)),
          database: await sum([postmaster, ...children.split(" ").filter(Boolean)]),
          simulator: await sum([child.pid]),
        };
      },
      megabytes: () =>
        Promise.all(
          batons.map(async ({ child: { pid } }) => {
            const status = await readFile(`/proc/${pid}/status`, "utf8");
            return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
          }),
        ),
    };
    return place;
  } catch (error) {
    await close();
    throw error;
  }
}

const TICK_US = 10_000;

/** Fields of /proc/…/stat after the name. */
async function statOf(pid: string | number): Promise<string[]> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") 0");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
const ticksOf = async (pid: string | number): Promise<number> =>
  (await statOf(pid)).slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);

export type Received = {
  accepted: number;
  refused: number;
  mostInASecond: number;
  tookMs: number;
  /** Messages that came more than once. */
  repeated: number;
};

const Book = z.object({
  numbers: z.array(
    z.object({
      accepted: z.number(),
      refused: z.record(z.string(), z.number()),
      firstAt: z.coerce.date().nullable(),
      lastAt: z.coerce.date().nullable(),
      peak: z.object({ perSecond: z.number() }),
    }),
  ),
  callbacks: z.object({ repeated: z.number() }),
});

const FIRST_PHONE = 15_560_000_000;

/** Each has written a moment ago, so their windows are open here and there. */
async function openPeople(db: Database, control: Control, count: number): Promise<Person[]> {
  await control.call("POST", "crowd", { count, firstNumber: String(FIRST_PHONE) });
  const now = new Date();
  const rows = await db.query<{ phone: string; conversationId: number }>(
    `
    with people as (
      insert into contact (name, phone, created_at)
      select 'Client ' || n, ($1::bigint + n)::text, $3 from generate_series(0, $2::int - 1) as n
      returning id, phone
    ), opened as (
      insert into conversation (number_id, contact_id, last_in_at, last_message_at, created_at)
      select number.id, people.id, $3, $3, $3 from people, number
      returning id, contact_id
    )
    select people.phone, opened.id as "conversationId" from opened join people on people.id = opened.contact_id`,
    [FIRST_PHONE, count, now],
  );
  return rows.map(({ phone, conversationId }) => ({ phoneId: `crowd-${phone}`, conversationId }));
}

async function signIn(db: Database, url: string): Promise<string> {
  await addUser(
    db,
    { name: "Mariam", login: "mariam", role: "operator", password: PASSWORD },
    { now: new Date() },
  );
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-baton": "1" },
    body: JSON.stringify({ login: "mariam", password: PASSWORD }),
  });
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
}

const AT_ONCE = 10_000;

/** The rows that a reply of a program writes, many in one statement. */
async function queue(db: Database, count: number, people: readonly Person[]): Promise<void> {
  const ids = people.map(({ conversationId }) => conversationId);
  for (let from = 0; from < count; from += AT_ONCE)
    await db.query(
      `
      with wanted as (
        select n, v.id, v.number_id
        from generate_series($2::int, $3::int) as n
        join conversation v on v.id = ($1::bigint[])[n % array_length($1::bigint[], 1) + 1]
        order by n
      ), said as (
        insert into message (id, conversation_id, number_id, side, kind, said_at, recorded_at, send_state, send_state_at)
        select nextval('inbox_id_seq') * 65536, id, number_id, 'bot', 'text', $4, $4, 'queued', $4 from wanted
        returning id, conversation_id, number_id
      ), worded as (
        insert into message_words (message_id, body, content) select id, 'Queued ' || id, '{}' from said
      ), boxed as (
        insert into outbox (message_id, conversation_id, callback_data, idempotency_key, state, queued_at)
        select id, conversation_id, 'bench:' || id, 'bench:' || id, 'queued', $4 from said
      )
      insert into send_turn as t (conversation_id, number_id, message_id, lane, due_at)
      select conversation_id, number_id, min(id), 1, $4 from said group by conversation_id, number_id
      on conflict (conversation_id) do update set message_id = coalesce(t.message_id, excluded.message_id),
        due_at = case when t.message_id is null then greatest(excluded.due_at, t.pair_free_at) else t.due_at end`,
      [ids, from, Math.min(count, from + AT_ONCE) - 1, new Date()],
    );
  await db.query("select pg_notify('baton_changes', '[\"outbox\"]')");
}

async function arrivalOf(control: Control, { phoneId }: Person, words: string): Promise<number> {
  const end = performance.now() + 30_000;
  for (;;) {
    const found = (await control.thread(phoneId)).find(({ text }) => text === words);
    if (found) return found.at;
    if (performance.now() > end) return Number.POSITIVE_INFINITY;
    await sleep(40);
  }
}

/** For the app, whose address the simulator has to know before there is an app. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
