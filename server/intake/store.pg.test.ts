import { afterAll, expect, test } from "vitest";
import { entries, text } from "../../test/deliveries.ts";
import { intakeSystem } from "../../test/intake-system.ts";
import { takeInbox } from "./store.ts";
import { intakeSummary } from "./summary.ts";
import { openWeek } from "./weeks.ts";

const intake = await intakeSystem();
afterAll(() => intake.close());

const MEGABYTE = 1024 * 1024;

test("heavy bodies are taken a few at a time, as a small machine can hold, and all of them in the end", async () => {
  const bodies = Array.from({ length: 12 }, (_, n) => entries(text(`m${n}`, "x".repeat(2 * MEGABYTE))));
  await intake.receive(...bodies);
  await openWeek(intake.db, intake.clock.now());
  const undone = new Error("only looked");
  await intake.db
    .transaction(async (tx) => {
      const taken = await takeInbox(tx, 200, intake.clock.now());
      const bytes = taken.reduce((sum, { body }) => sum + body.length, 0);
      expect(taken.length).toBeGreaterThan(0);
      expect(bytes).toBeLessThan(12 * MEGABYTE);
      throw undone;
    })
    .catch((error) => {
      if (error !== undone) throw error;
    });
  await intake.take();
  expect(await intakeSummary(intake.db)).toMatchObject({ deliveries: 12, pending: 0, dead: 0, messages: 12 });
});
