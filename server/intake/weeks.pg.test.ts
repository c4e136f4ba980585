import { afterAll, beforeEach, expect, test } from "vitest";
import { entries, text } from "../../test/deliveries.ts";
import { intakeSystem } from "../../test/intake-system.ts";
import { countIntake } from "./report-store.ts";
import { listWeeks } from "./week-store.ts";
import { clearOldWeeks } from "./weeks.ts";

const intake = await intakeSystem();
const { db, clock } = intake;
afterAll(() => intake.close());
beforeEach(() => intake.empty());

/** Nobody is in the middle of a batch that began before. */
async function forward(days: number): Promise<void> {
  await intake.recorder.stop();
  clock.forward({ days });
}
const clear = (keepDays = 30) => clearOldWeeks(db, { now: clock.now(), keepDays });
const deliveries = () => db.query<{ times: number; outcome: string }>("select times, outcome from delivery");

test("a body that comes again in the next week is the same delivery", async () => {
  const body = entries(text("m1", "hello"));
  await intake.take(body);
  await forward(6);
  await intake.take(body, body);
  expect(await deliveries()).toEqual([{ times: 3, outcome: "recorded" }]);
});

test("one that comes after the weeks of sending again changes no message", async () => {
  const body = entries(text("m1", "hello"));
  await intake.take(body);
  await forward(15);
  await intake.take(body);
  expect((await deliveries()).length).toBe(2);
  expect(await db.query("select id from message")).toHaveLength(1);
});

test("old weeks go with their raw bodies, stay counted, and leave their messages", async () => {
  await intake.take(entries(text("m1", "hello")), entries(text("m2", "again")));
  await forward(44);
  await intake.take(entries(text("m3", "later")));
  const before = await countIntake(db);
  expect(await clear()).not.toEqual([]);
  expect(await deliveries()).toHaveLength(1);
  expect(await countIntake(db)).toEqual(before);
  expect(await db.query("select id from message")).toHaveLength(3);
  expect(await clear()).toEqual([]);
});

test("what could not be recorded is never cleared away, and can be replayed years later", async () => {
  await intake.take("not json");
  await forward(400);
  await clear();
  expect(await deliveries()).toEqual([{ times: 1, outcome: "dead" }]);
  await intake.take("not json");
  expect(await countIntake(db)).toMatchObject({ deliveries: 1, dead: 1 });
});

test("two processes may open and clear the same weeks at once", async () => {
  await intake.take(entries(text("m1", "hello")));
  await forward(60);
  const first = intake.another();
  const second = intake.another();
  await intake.receive(entries(text("m2", "hello")));
  first.start();
  second.start();
  await Promise.all([clear(), clear()]);
  await first.idle();
  const weeks = await listWeeks(db);
  expect(new Set(weeks).size).toBe(weeks.length);
  expect(await countIntake(db)).toMatchObject({ deliveries: 2, messages: 2, dead: 0 });
});

test("a week whose deliveries somebody reads for long is cleared another time", async () => {
  await intake.take(entries(text("m1", "hello")));
  await forward(60);
  const reader = await db.pool.connect();
  await reader.query("begin; select count(*) from delivery");
  await expect(clear()).rejects.toMatchObject({ code: "55P03" });
  await intake.take(entries(text("m2", "hello")));
  await reader.query("commit");
  reader.release();
  expect(await clear()).toHaveLength(1);
  expect(await countIntake(db)).toMatchObject({ deliveries: 2 });
});
