/**
 * A steady stream through the whole way: posted, answered, recorded, told to the screens. Says how long after its 200 a
 * message is told, and whether the server's memory stays as it was.
 */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { z } from "zod";
import { joinEmbedded } from "../server/db/embedded.ts";
import { WEBHOOK_PATH } from "../server/intake/webhook.ts";
import { runBaton, startBaton } from "../test/process.ts";
import { contactOf, realWamid } from "./bodies.ts";

const LOAD = fileURLToPath(new URL("steady-load.ts", import.meta.url));
const SECRET = "s";
const CONNECTIONS = 128;
const CONTACTS = 10_000;

const Loaded = z.object({
  posted: z.number(),
  ok: z.number(),
  refused: z.number(),
  tookSeconds: z.number(),
  answered: z.array(z.tuple([z.number(), z.number()])),
});
const Change = z.object({ topics: z.array(z.string()) });

export type Sustained = {
  answered: number;
  refused: number;
  tookSeconds: number;
  /** Of the sample: answered 200, then told. */
  delaysMs: number[];
  untold: number;
  memory: { firstMb: number; lastMb: number; mostMb: number };
  /** Of processor time, per message: the server's process, and the database's. */
  microseconds: { server: number; database: number };
  mostWaiting: number;
};

/** `dataFolder` may hold an archive already; it is left with what was posted. */
export async function sustain(
  dataFolder: string,
  { perSecond, seconds, run }: { perSecond: number; seconds: number; run: string },
): Promise<Sustained> {
  const env = { BATON_DATA: dataFolder, WHATSAPP_APP_SECRET: SECRET, WHATSAPP_VERIFY_TOKEN: "v" };
  const baton = await startBaton(env);
  const client = new pg.Client(await joinEmbedded(dataFolder));
  await client.connect();
  try {
    const token = (await runBaton(["token", "add", "--role", "operator"], env)).stdout.trim();
    const told = new Map<string, number[]>();
    const stopListening = await listen(baton.url, token, told);
    const watch = watchServer(baton.child.pid ?? 0, client);
    const spent = await spending(baton.child.pid ?? 0, dataFolder);
    const loaded = await load(new URL(baton.url).port, perSecond, seconds, run);
    const end = performance.now() + 30_000;
    while ((await waiting(client)) > 0 && performance.now() < end) await sleep(50);
    const microseconds = await spent(loaded.posted);
    await sleep(500);
    const { memory, mostWaiting } = await watch.stop();
    stopListening();
    const { delaysMs, untold } = await delaysOf(client, loaded.answered, told, run);
    return {
      answered: loaded.ok,
      refused: loaded.refused,
      tookSeconds: loaded.tookSeconds,
      delaysMs,
      untold,
      memory,
      microseconds,
      mostWaiting,
    };
  } finally {
    await client.end();
    await baton.stop();
  }
}

async function load(port: string, perSecond: number, seconds: number, run: string) {
  const args = [LOAD, port, WEBHOOK_PATH, CONNECTIONS, perSecond, seconds, SECRET, CONTACTS, run].map(String);
  const stdout = await new Promise<string>((resolve, reject) =>
    execFile(process.execPath, args, { maxBuffer: 2 ** 30 }, (error, out) =>
      error ? reject(error) : resolve(out),
    ),
  );
  return Loaded.parse(JSON.parse(stdout));
}

/** Every time each conversation was told of, by the wall clock. */
async function listen(url: string, token: string, told: Map<string, number[]>): Promise<() => void> {
  const aborting = new AbortController();
  const stream = await fetch(`${url}/api/v1/live`, {
    headers: { authorization: `Bearer ${token}` },
    signal: aborting.signal,
  });
  void (async () => {
    let text = "";
    for await (const chunk of stream.body ?? []) {
      text += Buffer.from(chunk).toString();
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      const at = performance.timeOrigin + performance.now();
      for (const event of events) {
        const data = /^event: change$[\s\S]*^data: (.*)$/m.exec(event)?.[1];
        if (!data) continue;
        for (const topic of Change.parse(JSON.parse(data)).topics) {
          const times = told.get(topic);
          if (times) times.push(at);
          else told.set(topic, [at]);
        }
      }
    }
  })().catch(() => {});
  return () => aborting.abort();
}

/** The first word of its conversation (or of all, when there were too many to name) after its batch was begun. */
async function delaysOf(
  client: pg.Client,
  answered: readonly (readonly [number, number])[],
  told: ReadonlyMap<string, number[]>,
  run: string,
): Promise<{ delaysMs: number[]; untold: number }> {
  const answeredAt = new Map(answered.map(([n, at]) => [realWamid(run, n, contactOf(n, CONTACTS)), at]));
  const wamids = [...answeredAt.keys()];
  const delaysMs: number[] = [];
  const all = told.get("conversation") ?? [];
  for (let from = 0; from < wamids.length; from += 10_000) {
    const { rows } = await client.query<{ wamid: string; id: string; at: Date }>(
      `select wamid, conversation_id::text as id, recorded_at as at from message
       where wamid = any ($1::text[]) and number_id in (select id from number)`,
      [wamids.slice(from, from + 10_000)],
    );
    for (const { wamid, id, at } of rows) {
      const first = (times: readonly number[]) => times.find((time) => time >= at.getTime());
      const heard = [first(told.get(`conversation:${id}`) ?? []), first(all)].flatMap((time) => time ?? []);
      if (heard.length > 0) delaysMs.push(Math.max(0, Math.min(...heard) - (answeredAt.get(wamid) ?? 0)));
    }
  }
  delaysMs.sort((a, b) => a - b);
  return { delaysMs, untold: wamids.length - delaysMs.length };
}

async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>("select count(*)::int as n from inbox");
  return rows[0]?.n ?? 0;
}

const EVERY_MS = 2_000;

function watchServer(pid: number, client: pg.Client) {
  const megabytes: number[] = [];
  let mostWaiting = 0;
  let stopping = false;
  const running = (async () => {
    while (!stopping) {
      const status = await readFile(`/proc/${pid}/status`, "utf8");
      megabytes.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
      mostWaiting = Math.max(mostWaiting, await waiting(client));
      await sleep(EVERY_MS);
    }
  })();
  return {
    async stop() {
      stopping = true;
      await running;
      // Without the first moments, in which a process finds its size.
      const settled = megabytes.slice(Math.min(5, megabytes.length - 1));
      const part = Math.max(1, Math.floor(settled.length / 4));
      const memory = {
        firstMb: median(settled.slice(0, part)),
        lastMb: median(settled.slice(-part)),
        mostMb: Math.max(...megabytes),
      };
      return { memory, mostWaiting };
    },
  };
}

const TICKS_PER_SECOND = 100;

/** Its own and that of its children which have ended. */
async function ticksOf(pid: string | number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") 0");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0);
}

async function spending(server: number, dataFolder: string) {
  const [postmaster = ""] = (await readFile(join(dataFolder, "postgres/postmaster.pid"), "utf8")).split("\n");
  const database = async () => {
    const children = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
    const ticks = await Promise.all([postmaster, ...children.split(" ").filter(Boolean)].map(ticksOf));
    return ticks.reduce((sum, one) => sum + one, 0);
  };
  const before = { server: await ticksOf(server), database: await database() };
  return async (messages: number) => {
    const each = (ticks: number) => Math.round(((ticks / TICKS_PER_SECOND) * 1e6) / messages);
    return {
      server: each((await ticksOf(server)) - before.server),
      database: each((await database()) - before.database),
    };
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
