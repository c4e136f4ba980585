import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk, type Person } from "../../test/desk.ts";
import { actorOf } from "../requests/actor.ts";
import type { Ask } from "../requests/command.ts";
import { applyCommand } from "../requests/commands.ts";
import { openByHand } from "../requests/open.ts";
import { readRequestPage } from "../requests/page.ts";
import { clearTimer, setTimer } from "./set.ts";
import { startSweeper, sweepOnce } from "./sweep.ts";

let desk: Desk;
let carla: Person;

beforeAll(async () => {
  desk = await openDesk();
  carla = await desk.person("Carla", "coordinator");
});
afterAll(() => desk.close());

const open = (title: string) =>
  desk.db.transaction((tx) =>
    openByHand(tx, desk.system, carla, {
      title,
      contactId: null,
      clientName: null,
      clientPhone: null,
      categoryId: null,
      place: null,
      note: null,
      priority: "normal",
    }),
  );
const tell = (requestId: number, ask: Ask) =>
  desk.db.transaction((tx) => applyCommand(tx, desk.system, { requestId, actor: actorOf(carla), ask }));
const move = (id: number, to: "working" | "done" | "closed") =>
  tell(id, { kind: "move", to, reason: "so", workerId: null, waitsOn: null, version: null });
const inHours = (hours: number) => new Date(desk.clock.now().getTime() + hours * 3_600_000).toISOString();
const promise = (id: number, at: string | null) => tell(id, { kind: "change", version: null, promiseAt: at });
const story = async (id: number) => {
  const { strip, events } = await readRequestPage(desk.db, carla, id, desk.clock.now());
  return { ...strip, kinds: events.map((event) => event.kind) };
};
const timers = () => desk.db.query("select purpose from timer");

test("done work nobody writes about is closed after 72 hours, by Baton", async () => {
  const id = await open("Quiet");
  await move(id, "working");
  await move(id, "done");
  desk.clock.forward({ hours: 71, minutes: 59 });
  expect(await sweepOnce(desk.system)).toBe(0);
  desk.clock.forward({ minutes: 1 });
  expect(await sweepOnce(desk.system)).toBe(1);
  expect(await story(id)).toMatchObject({ state: "closed", nextStep: null });
  expect(await timers()).toEqual([]);
});

test("a word from the client begins the 72 hours anew", async () => {
  const id = await open("Not quiet");
  await move(id, "working");
  await move(id, "done");
  desk.clock.forward({ hours: 70 });
  const at = desk.clock.now().toISOString();
  await tell(id, { kind: "message", said: { count: 1, firstAt: at, lastAt: at } });
  desk.clock.forward({ hours: 70 });
  await sweepOnce(desk.system);
  expect(await story(id)).toMatchObject({ state: "done" });
  desk.clock.forward({ hours: 2 });
  await sweepOnce(desk.system);
  expect(await story(id)).toMatchObject({ state: "closed" });
});

test("a promise is broken at its time, once, even when two sweep at once", async () => {
  const id = await open("Promised");
  await promise(id, inHours(2));
  desk.clock.forward({ hours: 3 });
  await Promise.all([sweepOnce(desk.system), sweepOnce(desk.system)]);
  const { kinds, promise: told } = await story(id);
  expect(told?.state).toBe("broken");
  expect(kinds.filter((kind) => kind === "promise_broken")).toHaveLength(1);
});

test("a promise moved, taken back or kept in time breaks nothing", async () => {
  const moved = await open("Moved");
  await promise(moved, inHours(1));
  await promise(moved, inHours(5));
  const withdrawn = await open("Withdrawn");
  await promise(withdrawn, inHours(1));
  await promise(withdrawn, null);
  const kept = await open("Kept");
  await promise(kept, inHours(1));
  await move(kept, "working");
  await move(kept, "done");
  desk.clock.forward({ hours: 2 });
  await sweepOnce(desk.system);
  expect((await story(moved)).promise?.state).toBe("open");
  expect((await story(withdrawn)).promise).toBeNull();
  expect((await story(kept)).promise?.state).toBe("kept");
});

test("a timer's subject is undone with its move", async () => {
  const id = await open("Undone");
  await move(id, "working");
  await move(id, "done");
  await tell(id, { kind: "undo", seq: null });
  desk.clock.forward({ hours: 80 });
  await sweepOnce(desk.system);
  expect(await story(id)).toMatchObject({ state: "working" });
});

test("a promise taken back after it ran out leaves none, and none comes back later", async () => {
  const id = await open("Too soon");
  await promise(id, inHours(0.05));
  desk.clock.forward({ minutes: 4 });
  await sweepOnce(desk.system);
  expect((await story(id)).promise?.state).toBe("broken");
  await tell(id, { kind: "undo", seq: null });
  expect((await story(id)).promise).toBeNull();
  await promise(id, inHours(1));
  await tell(id, { kind: "undo", seq: null });
  expect((await story(id)).promise).toBeNull();
});

test("a clock that is set back while timers are swept loses none of them", async () => {
  const id = await open("Set back");
  await promise(id, inHours(1));
  desk.clock.forward({ hours: 1 });
  const due = desk.clock.now();
  const before = new Date(due.getTime() - 60_000);
  let looks = 0;
  await sweepOnce({ ...desk.system, clock: { now: () => (looks++ === 0 ? due : before) } });
  expect((await story(id)).promise?.state).toBe("broken");
});

test("one timer that fails holds up no other and is tried again", async () => {
  const acted: number[] = [];
  const handlers = new Map([
    [
      "try",
      async (_tx: unknown, _system: unknown, subject: number) => {
        if (subject === 1 && acted.length < 1) throw new Error("not this time");
        acted.push(subject);
      },
    ],
  ]);
  await desk.db.transaction(async (tx) => {
    for (const subject of [1, 2, 3]) await setTimer(tx, "try", subject, desk.clock.now());
    await clearTimer(tx, "try", 3);
  });
  await sweepOnce(desk.system, handlers);
  expect(acted).toEqual([2]);
  desk.clock.forward({ minutes: 1 });
  await sweepOnce(desk.system, handlers);
  expect(acted).toEqual([2, 1]);
});

test("of two processes one sweeps, and the other takes over when it goes", async () => {
  const first = startSweeper(desk.system, desk.database.connection, 20);
  await expect.poll(() => first.isLeader()).toBe(true);
  const second = startSweeper(desk.system, desk.database.connection, 20);
  const id = await open("Swept");
  await promise(id, inHours(1));
  desk.clock.forward({ hours: 2 });
  await expect.poll(async () => (await story(id)).promise?.state).toBe("broken");
  expect(second.isLeader()).toBe(false);
  await first.stop();
  await expect.poll(() => second.isLeader()).toBe(true);
  await second.stop();
});

test("a sweeper whose connection is cut takes the lock again", async () => {
  const sweeper = startSweeper(desk.system, desk.database.connection, 20);
  const holder = async () => {
    const [row] = await desk.db.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'baton timers' and datname = current_database()",
    );
    return row?.pid;
  };
  await expect.poll(() => sweeper.isLeader()).toBe(true);
  const before = await holder();
  await desk.db.query("select pg_terminate_backend($1)", [before]);
  await expect.poll(async () => sweeper.isLeader() && (await holder()) !== before).toBe(true);
  await sweeper.stop();
});
