/**
 * How long after its 200 a message is told to the screens, at a steady 500 messages a second. Each message is of
 * another contact, so that the change which names its conversation is its own and no other's.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { z } from "zod";
import { joinEmbedded } from "../server/db/embedded.ts";
import { runBaton, startBaton } from "../test/process.ts";
import { post } from "../test/webhook-load.ts";
import { aBody } from "./bodies.ts";
import type { Figure } from "./figure.ts";

const PER_SECOND = 500;
const SECONDS = 15;
const TICK_MS = 20;
const SECRET = "s";

const Change = z.object({ topics: z.array(z.string()) });

/** When each conversation was first told of, by the milliseconds of this process. */
async function listen(url: string, token: string, toldAt: Map<string, number>): Promise<() => void> {
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
      const at = performance.now();
      for (const event of events) {
        const data = /^event: change$[\s\S]*^data: (.*)$/m.exec(event)?.[1];
        if (!data) continue;
        for (const topic of Change.parse(JSON.parse(data)).topics)
          if (!toldAt.has(topic) || topic === "conversation") toldAt.set(topic, at);
      }
    }
  })().catch(() => {});
  return () => aborting.abort();
}

export async function benchDelay(): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-delay-"));
  const env = { BATON_DATA: dataFolder, WHATSAPP_APP_SECRET: SECRET, WHATSAPP_VERIFY_TOKEN: "v" };
  const baton = await startBaton(env);
  const token = (await runBaton(["token", "add", "--role", "operator"], env)).stdout.trim();
  const toldAt = new Map<string, number>();
  const stop = await listen(baton.url, token, toldAt);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const answeredAt = new Map<string, number>();
  const posts: Promise<void>[] = [];
  const total = PER_SECOND * SECONDS;
  const began = performance.now();
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * PER_SECOND));
    for (; sent < due; sent++) {
      const wamid = `wamid.delay.${sent}`;
      const body = aBody(wamid, sent, 1_795_000_000 + sent);
      posts.push(
        post(agent, baton.url, body, SECRET).then((status) => {
          if (status === 200) answeredAt.set(wamid, performance.now());
        }),
      );
    }
    await sleep(TICK_MS);
  }
  await Promise.all(posts);
  await sleep(2_000);
  const delays = await delaysOf(dataFolder, answeredAt, toldAt);
  stop();
  agent.destroy();
  await baton.stop();
  await rm(dataFolder, { recursive: true, force: true });
  delays.sort((a, b) => a - b);
  const at = (share: number) => Math.round(delays[Math.floor(delays.length * share)] ?? Number.NaN);
  return [
    { name: `messages answered at ${PER_SECOND}/s`, value: answeredAt.size, unit: `of ${total}` },
    { name: "of them told to the screens", value: delays.length, unit: `of ${answeredAt.size}` },
    { name: "200 to screen, median", value: at(0.5), unit: "ms" },
    { name: "200 to screen, 99th percentile", value: at(0.99), unit: "ms" },
  ];
}

async function delaysOf(
  dataFolder: string,
  answeredAt: ReadonlyMap<string, number>,
  toldAt: ReadonlyMap<string, number>,
): Promise<number[]> {
  const client = new pg.Client(await joinEmbedded(dataFolder));
  await client.connect();
  const { rows } = await client.query<{ wamid: string; id: string }>(
    "select wamid, conversation_id::text as id from message",
  );
  await client.end();
  return rows.flatMap(({ wamid, id }) => {
    const answered = answeredAt.get(wamid);
    const told = toldAt.get(`conversation:${id}`);
    // Told before our own answer arrived counts as at once.
    return answered === undefined || told === undefined ? [] : [Math.max(0, told - answered)];
  });
}
