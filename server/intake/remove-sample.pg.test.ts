import { afterAll, expect, test } from "vitest";
import { entries, text } from "../../test/deliveries.ts";
import { intakeSystem } from "../../test/intake-system.ts";
import { removeDeliveries, removeWaiting } from "./remove-sample.ts";
import { intakeSummary } from "./summary.ts";

const SAMPLE = "900000000000001";
const intake = await intakeSystem();
afterAll(() => intake.close());

test("what a client wrote stays when the sample day goes, whatever digits are in it", async () => {
  const said = entries(text("m1", `Reference ${SAMPLE}, "phone_number_id":"${SAMPLE}"`));
  await intake.receive(said);
  await intake.db.transaction((tx) => removeWaiting(tx, SAMPLE));
  expect(await intakeSummary(intake.db)).toMatchObject({ pending: 1 });
  await intake.take();
  await intake.db.transaction((tx) => removeDeliveries(tx, { id: 0, phoneNumberId: SAMPLE }));
  expect(await intakeSummary(intake.db)).toMatchObject({ deliveries: 1, messages: 1 });
});
