import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConversationSystem, conversationSystem } from "../../test/conversation-system.ts";
import { addJobs } from "./add.ts";
import { beat } from "./process-store.ts";
import { openWorker, type Tasks, type Worker } from "./worker.ts";

let system: ConversationSystem;
const workers: Worker[] = [];

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
  await system?.close();
});

const idle: Partial<Tasks> = { probe_number: async () => {}, fetch_media: async () => {} };
async function start(processId: string, tasks: Partial<Tasks>, onlyAlive = async () => {}): Promise<Worker> {
  const { connection, db, log } = system;
  const worker = await openWorker({
    ...{ connection, db, log, processId, onlyAlive },
    tasks: { ...idle, ...tasks },
    tickMs: 100,
  });
  workers.push(worker);
  return worker;
}
async function stop(worker: Worker): Promise<void> {
  workers.splice(workers.indexOf(worker), 1);
  await worker.stop();
}
const add = (queue: string, n: number) =>
  system.db.transaction((tx) => addJobs(tx, [{ task: "probe_number", payload: { n }, queue }]));

test("a job runs at once, and jobs of one queue one after another", { timeout: 20_000 }, async () => {
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const worker = await start("serial", {
    async probe_number({ n }) {
      running += 1;
      most = Math.max(most, running);
      started.push(Number(n));
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
    },
  });
  await add("warm", 0);
  await expect.poll(() => started).toEqual([0]);
  const before = performance.now();
  await add("one", 1);
  await expect.poll(() => started, { interval: 5 }).toEqual([0, 1]);
  expect(performance.now() - before).toBeLessThan(500);
  for (const n of [2, 3, 4, 5]) await add("one", n);
  await expect.poll(() => started, { timeout: 10_000 }).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(1);
  await stop(worker);
});

test("stopping waits for what runs and takes the process off the list", async () => {
  const going = Promise.withResolvers<void>();
  let ended = false;
  const worker = await start("leaving", {
    async probe_number() {
      going.resolve();
      await new Promise((resolve) => setTimeout(resolve, 200));
      ended = true;
    },
  });
  await add("leaving", 1);
  await going.promise;
  await stop(worker);
  expect(ended).toBe(true);
  expect(await system.db.query("select id from job_process where id = 'leaving'")).toEqual([]);
});

test("the first sign of life is given before any job runs, and tells who lives", async () => {
  await beat(system.db, "a neighbour", null);
  const told: (readonly string[])[] = [];
  const worker = await start("newcomer", {}, async (...[ids]: unknown[]) => {
    told.push(ids as string[]);
  });
  expect(new Set(told[0])).toEqual(new Set(["a neighbour", "newcomer"]));
  await stop(worker);
});

test("the jobs of a process that died are done by another", async () => {
  const done: number[] = [];
  await beat(system.db, "the dead", "its pool");
  await add("inherited", 7);
  for (const table of ["_private_jobs", "_private_job_queues"])
    await system.db.query(`update graphile_worker.${table} set locked_by = 'its pool', locked_at = $1`, [
      new Date(),
    ]);
  const worker = await start("heir", { probe_number: async ({ n }) => void done.push(Number(n)) });
  await expect.poll(() => done, { timeout: 5_000 }).toContain(7);
  expect(await system.db.query("select id from job_process where id = 'the dead'")).toEqual([]);
  await stop(worker);
});
