import { afterAll, beforeEach, expect, test } from "vitest";
import { fixtureBodies } from "../../test/fixture-bodies.ts";
import { intakeSystem, stateOf } from "../../test/intake-system.ts";
import { listDeadDeliveries } from "./dead.ts";
import { intakeSummary } from "./summary.ts";

const intake = await intakeSystem();
const bodies = [...fixtureBodies().values()];
beforeEach(() => intake.empty());
afterAll(() => intake.close());

test("every body WhatsApp is known to send is recorded", async () => {
  await intake.take(...bodies);
  expect(await listDeadDeliveries(intake.db)).toEqual([]);
  expect(await intakeSummary(intake.db)).toMatchObject({ deliveries: bodies.length, pending: 0, dead: 0 });
});

test("a second round in another order changes nothing", async () => {
  await intake.take(...bodies);
  const [summary, state] = [await intakeSummary(intake.db), await stateOf(intake.db)];
  await intake.take(...bodies.toReversed());
  expect(await intakeSummary(intake.db)).toEqual(summary);
  expect(await stateOf(intake.db)).toEqual(state);
});

test("backwards and one by one they end in the same state", async () => {
  await intake.take(...bodies);
  const state = await stateOf(intake.db);
  await intake.empty();
  for (const body of bodies.toReversed()) await intake.take(body);
  expect(await stateOf(intake.db)).toEqual(state);
});
