/**
 * Bodies that no one would send: each is acknowledged, kept once and recorded or dead with its reason, and whatever was
 * recorded can be read. Through a process of its own. 1,000 each time, the same ones; BATON_MUTANTS=100000 with a seed
 * of their own in `npm run test:long`.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../server/db/pool.ts";
import { api } from "../../shared/api/list.ts";
import { testDatabase } from "../database.ts";
import { fixtureBodies } from "../fixture-bodies.ts";
import { differences, type State, stateOf } from "../intake-state.ts";
import { type BatonProcess, runBaton, startBaton } from "../process.ts";
import { NUMBER_ID, post } from "../webhook-load.ts";
import { until } from "../world.ts";
import { shaOf } from "./door.ts";
import { type Mutant, mutants, randomOf } from "./mutate.ts";

const COUNT = Number(process.env.BATON_MUTANTS ?? 1_000);
const SEED = Number(process.env.BATON_MUTANTS_SEED ?? 3);
const LANES = 16;
const isLong = COUNT > 1_000;
const TIMEOUT_MS = isLong ? 4 * 3_600_000 : 180_000;

const database = await testDatabase();
const db: Database = openDatabase(database.connection, () => {});
const folder = await mkdtemp(join(tmpdir(), "baton-mutated-"));
const env = {
  BATON_DATA: folder,
  DATABASE_URL: database.url,
  BATON_LOG: "info",
  WHATSAPP_APP_SECRET: "s",
  WHATSAPP_VERIFY_TOKEN: "v",
  WHATSAPP_PHONE_NUMBER_ID: NUMBER_ID,
};
const agent = new Agent({ keepAlive: true, maxSockets: LANES });
const posted = new Set<string>();
let baton: BatonProcess;
let token: string;

beforeAll(async () => {
  baton = await startBaton(env);
  token = (await runBaton(["token", "add", "--role", "admin"], env)).stdout.trim();
});
afterAll(async () => {
  agent.destroy();
  await baton.stop();
  await db.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Tells how far it is in a run of hours. */
const progress = (text: string) => {
  if (isLong) console.log(`${new Date().toISOString()} ${text}`);
};

/** Several at once, over connections that stay open; each must be told 200. */
async function postAll(source: Iterable<Mutant>, what: string): Promise<number> {
  const rest = source[Symbol.iterator]();
  const wrong: string[] = [];
  let done = 0;
  const lane = async () => {
    for (;;) {
      const { value, done: isOver } = rest.next();
      if (isOver) return;
      const status = await post(agent, baton.url, value.body, "s");
      if (status !== 200) wrong.push(`${status}: ${value.how}`);
      posted.add(shaOf(value.body));
      done += 1;
      if (done % 2_500 === 0) progress(`${what}: ${done} of ${COUNT}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(wrong).toEqual([]);
  return done;
}

function* some(change: (mutant: Mutant) => Mutant = (mutant) => mutant): Generator<Mutant> {
  let count = 0;
  for (const mutant of mutants(fixtureBodies(), SEED)) {
    if (count === COUNT) return;
    count += 1;
    yield change(mutant);
  }
}

const recorded = () =>
  until(
    async () => (await db.query<{ waits: number }>("select count(*) as waits from inbox"))[0]?.waits,
    (waits) => waits === 0,
    TIMEOUT_MS,
  );

type Kept = { sha: string; outcome: string; reason: string | null; times: number };
const kept = () =>
  db.query<Kept>("select encode(sha256, 'hex') as sha, outcome, reason, times from delivery order by sha256");

/** Without what goes on by itself: photos that are asked for again and again. */
async function settled(): Promise<State> {
  const { job: _waits, media = [], delivery: _counted, ...state } = await stateOf(db);
  const named = media.map((row) => {
    const { message_id, media_id, sha256 } = JSON.parse(row) as Record<string, unknown>;
    return JSON.stringify({ message_id, media_id, sha256 });
  });
  return { ...state, media: named.sort() };
}

/** Everything a person said, and every phone, in the fixtures. */
function privateWords(): string[] {
  const keys =
    /^(body|caption|name|formatted_name|first_name|last_name|full_name|username|from|to|wa_id|phone|phone_number|recipient_id|address|title|description|email|filename)$/;
  const words = new Set<string>();
  const look = (value: unknown, name: string): void => {
    if (typeof value === "string" && keys.test(name) && value.length >= 6) words.add(value);
    else if (typeof value === "object" && value !== null)
      for (const [inner, one] of Object.entries(value)) look(one, Array.isArray(value) ? name : inner);
  };
  for (const body of fixtureBodies().values()) look(JSON.parse(body.toString()), "");
  return [...words];
}

/** Status 0: no answer at all. */
const get = async (path: string): Promise<{ status: number; text: string }> => {
  const began = performance.now();
  try {
    const answer = await fetch(`${baton.url}${path}`, {
      // One that was kept open may be shut just when it is used again.
      headers: { authorization: `Bearer ${token}`, connection: "close" },
      signal: AbortSignal.timeout(120_000),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return { status: 0, text: "" };
  } finally {
    const seconds = Math.round((performance.now() - began) / 1_000);
    if (seconds >= 5) console.log(`${path.replace(/\?.*/, "")} took ${seconds} s`);
  }
};

/** Each page of each thread, of those that one person has by many ids once; what did not answer 200. */
async function readThreads(): Promise<string[]> {
  const conversations = await db.query<{ id: number }>("select id from conversation order by id");
  const wrong: string[] = [];
  const rest = conversations.values();
  const read = new Set<number>();
  const lane = async () => {
    for (const { id } of rest) {
      if (read.has(id)) continue;
      for (let before: string | null = ""; before !== null; ) {
        const query: string = before === "" ? "" : `?before=${encodeURIComponent(before)}`;
        const { status, text } = await get(`/api/v1/conversations/${id}/messages${query}`);
        if (status !== 200) wrong.push(`${status} thread ${id}`);
        if (status !== 200) break;
        const thread = JSON.parse(text) as { before: string | null; conversationIds: number[] };
        for (const part of thread.conversationIds) read.add(part);
        before = thread.before;
      }
    }
  };
  await Promise.all(Array.from({ length: 4 }, lane));
  return wrong;
}

test(`${COUNT} mutated bodies (seed ${SEED}): all acknowledged, none lost, all that was recorded can be read`, {
  timeout: TIMEOUT_MS,
}, async () => {
  expect(await postAll(some(), "posted")).toBe(COUNT);
  await recorded();
  const first = await kept();
  expect(first.map(({ sha }) => sha)).toEqual([...posted].sort());
  const reasons = new Map<string, number>();
  for (const { outcome, reason } of first) {
    const why = outcome === "dead" ? `dead: ${reason}` : outcome;
    reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  console.log(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(reasons))}`);
  // Nothing that can be read fails in being written.
  const DEAD = [
    "dead: The body is not JSON.",
    "dead: The body holds no list of entries.",
    "dead: The body's list of entries is empty.",
  ];
  expect([...reasons.keys()].filter((why) => why !== "recorded" && !DEAD.includes(why))).toEqual([]);
  const dead = first.filter(({ outcome }) => outcome === "dead").length;
  expect(dead).toBeLessThan(first.length / 5);

  const state = await settled();
  await runBaton(["intake", "replay"], env);
  expect(differences(state, await settled())).toEqual([]);
  progress("replayed");

  expect(await postAll(some(), "posted again")).toBe(COUNT);
  await recorded();
  expect(differences(state, await settled())).toEqual([]);
  expect((await kept()).map(({ times, ...same }) => ({ ...same, times: times / 2 }))).toEqual(first);

  expect(await readThreads()).toEqual([]);
  progress("threads read");
});

test("every page of everything answers", { timeout: TIMEOUT_MS }, async () => {
  const ids = async (statement: string) => (await db.query<{ id: number }>(statement)).map(({ id }) => id);
  const subjects: Record<string, number[]> = {
    contacts: await ids("select id from contact order by id limit 300"),
    numbers: await ids("select id from number order by id limit 50"),
    conversations: await ids("select id from conversation order by id limit 50"),
    tray: await ids("select id from message where triage = 'waiting' order by id limit 50"),
  };
  const wrong: string[] = [];
  const gets = Object.values(api).filter(({ method }) => method === "GET");
  for (const { path } of gets) {
    const [, subject = ""] = /^\/api\/v1\/([a-z-]+)\/:id/.exec(path) ?? [];
    const paths = !path.includes(":")
      ? [path]
      : (subjects[subject] ?? []).map((id) => path.replace(":id", String(id)));
    for (const one of paths) {
      const { status } = await get(one);
      if (status === 0 || status >= 500) wrong.push(`${status} ${one}`);
    }
  }
  expect(wrong).toEqual([]);
  for (const path of ["tray", "board", "overview", "numbers", "intake/dead", "intake/summary"])
    expect([path, (await get(`/api/v1/${path}`)).status]).toEqual([path, 200]);
  const found = await fetch(`${baton.url}/api/v1/contacts/search`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ text: "Ana" }),
  });
  expect([found.status, await found.text()]).toEqual([200, expect.anything()]);
});

test("the process lived, and no line of its log holds a word or a phone", async () => {
  expect(baton.child.exitCode).toBeNull();
  const log = baton.output();
  expect(privateWords().filter((word) => log.includes(word))).toEqual([]);
});

test("the same seed gives the same bodies", () => {
  const take = (seed: number) => {
    const made: string[] = [];
    for (const { body } of mutants(fixtureBodies(), seed)) if (made.push(shaOf(body)) === 50) break;
    return made;
  };
  expect(take(5)).toEqual(take(5));
  expect(take(5)).not.toEqual(take(6));
  expect(randomOf(1)()).toBe(randomOf(1)());
});
