/**
 * Law 7 through many deaths: two processes send side by side, and again and again one of them is killed at some moment. Six
 * times each day; `SEND_KILLS=200` in `npm run test:long`.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { insertReply } from "../../server/conversations/outbox-store.ts";
import type { Db } from "../../server/db/pool.ts";
import { NUMBER_ID } from "../webhook-load.ts";
import { until } from "../world.ts";
import { openVictims, SECRET, type Victims } from "./victims.ts";

const KILLS = Number(process.env.SEND_KILLS ?? 6);
const SIMULATOR = fileURLToPath(new URL("../../simulator/main.ts", import.meta.url));
const FIRST_PHONE = 15_560_000_000;
/** Written for each death, so that there always is something to send; to so many that nobody's own pace holds it up. */
const PER_DEATH = 60;
const PEOPLE = Math.max(100, Math.ceil((KILLS * PER_DEATH) / 25));
const PATIENCE_MS = 180_000;
const TIMEOUT_MS = 2 * PATIENCE_MS + KILLS * 20_000;

let victims: Victims;
let port: number;
let child: ChildProcess;
let simulator: string;

beforeAll(async () => {
  victims = await openVictims();
  port = await freePort();
  child = spawn(
    process.execPath,
    [
      ...[SIMULATOR, "--json", "--fast", "--with-parent", "--port", "0", "--number", NUMBER_ID],
      ...["--webhook", `http://127.0.0.1:${port}/webhooks/whatsapp`, "--app-secret", SECRET],
      ...["--verify-token", "v", "--access-token", "t"],
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  simulator = z.object({ url: z.string() }).parse(JSON.parse(String(line).split("\n")[0] ?? "")).url;
  await control("PATCH", "settings", { throughput: 1_000, latencyMs: 25, batching: 100 });
  await control("POST", "crowd", { count: PEOPLE, firstNumber: String(FIRST_PHONE) });
});
afterAll(async () => {
  await victims?.close();
  child?.kill();
});

async function control(method: string, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${simulator}/control/${path}`, {
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  if (!answer.ok) throw new Error(`simulator ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** As many as there are people, each with an open window. */
async function openConversations(): Promise<{ id: number; numberId: number }[]> {
  await victims.query("update number set throughput = 1000");
  return victims.query<{ id: number; numberId: number }>(
    `with people as (
       insert into contact (name, phone, created_at)
       select 'Client ' || n, ($1::bigint + n)::text, now() from generate_series(0, $2::int - 1) as n
       returning id
     )
     insert into conversation (number_id, contact_id, last_in_at, last_message_at, created_at)
     select number.id, people.id, now(), now(), now() from people, number
     returning id::int as id, number_id::int as "numberId"`,
    [FIRST_PHONE, PEOPLE],
  );
}

let written = 0;
async function write(places: readonly { id: number; numberId: number }[]): Promise<void> {
  const db: Db = {
    inTransaction: false,
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await victims.pool.query(text, [...values])).rows as Row[],
  };
  for (let n = 0; n < PER_DEATH; n++) {
    written += 1;
    const place = places[written % places.length];
    if (!place) throw new Error("there is nobody to write to");
    await insertReply(db, {
      ...{ conversationId: place.id, numberId: place.numberId, accountId: null, side: "bot", kind: "text" },
      ...{ body: `Number ${written}`, content: {}, quotedWamid: null },
      ...{ key: `often-${written}`, callbackData: `often-${written}`, now: new Date() },
    });
  }
}

const Found = z.object({
  found: z.array(z.object({ callback: z.string(), ids: z.array(z.string()) })),
});
const reached = async (): Promise<Map<string, number>> => {
  const callbacks = Array.from({ length: written }, (_, n) => `often-${n + 1}`);
  const { found } = Found.parse(await control("POST", "received/find", { callbacks }));
  return new Map(found.flatMap(({ callback, ids }) => (ids.length > 0 ? [[callback, ids.length]] : [])));
};
const standing = () =>
  victims.query<{ mark: string; state: string; shown: string }>(
    `select o.callback_data as mark, o.state, m.send_state as shown
     from outbox o join message m on m.id = o.message_id`,
  );

test(
  `${KILLS} deaths while sending: each message reaches WhatsApp at most once, and the end of each is known or said to be unknown`,
  async () => {
    const env = {
      WHATSAPP_GRAPH_URL: simulator,
      WHATSAPP_ACCESS_TOKEN: "t",
      BATON_SECRET_KEY: "0".repeat(64),
    };
    // The first start makes the number; the webhook is at the first process's port.
    const first = await victims.start({ ...env, PORT: String(port) });
    const places = await openConversations();
    await first.kill();
    let killed = 0;
    const dieAgainAndAgain = async (more: Record<string, string>) => {
      while (killed < KILLS) {
        const baton = await victims.start({ ...env, ...more });
        await write(places);
        await sleep(Math.random() * 300);
        killed += 1;
        await baton.kill();
      }
    };
    await Promise.all([dieAgainAndAgain({ PORT: String(port) }), dieAgainAndAgain({ PORT: "0" })]);
    const last = await Promise.all([
      victims.start({ ...env, PORT: String(port) }),
      victims.start({ ...env, PORT: "0" }),
    ]);
    // Whoever is dead is known to be after half a minute; then what stood behind their calls goes on.
    await until(
      async () => (await standing()).filter(({ state }) => state === "queued" || state === "calling").length,
      (left) => left === 0,
      PATIENCE_MS,
    );
    // What WhatsApp has, its statuses settle, whatever became of the answer.
    const got = await reached();
    await until(
      async () =>
        (await standing()).filter(
          ({ mark, shown }) => got.has(mark) && shown !== "delivered" && shown !== "read",
        ),
      (left) => left.length === 0,
      PATIENCE_MS,
    );
    const all = await standing();
    const counts = Object.groupBy(all, ({ state }) => state);
    console.log(
      `${killed} deaths, ${written} messages: ${Object.entries(counts)
        .map(([state, of]) => `${of?.length} ${state}`)
        .join(", ")}`,
    );
    expect(all).toHaveLength(written);
    expect([...(await reached()).values()].filter((times) => times !== 1)).toEqual([]);
    expect(all.filter(({ mark, state }) => got.has(mark) !== (state === "accepted"))).toEqual([]);
    expect(all.filter(({ mark, state }) => !got.has(mark) && state !== "unknown")).toEqual([]);
    for (const baton of last) expect(await baton.stop()).toBe(0);
  },
  TIMEOUT_MS,
);

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return free;
}
