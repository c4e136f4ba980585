import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { entries, text } from "../../test/deliveries.ts";
import { intakeSystem } from "../../test/intake-system.ts";
import { lookAtBody, pageOfDead, replayAllDead, replayDead, replaySomeDead } from "./dead.ts";
import { intakeFigures, intakeSummary } from "./summary.ts";

const intake = await intakeSystem();
const { db, clock } = intake;
beforeEach(() => intake.empty());
afterAll(() => intake.close());

const ids = async () => (await pageOfDead(db, null)).dead.map(({ id }) => id);
const audited = () =>
  db.query<{ action: string; outcome: string | null }>(
    "select action, facts ->> 'outcome' as outcome from audit order by id",
  );

/** Bodies that the rows refuse until they are healed: a mistake of ours that a new version has mended. */
async function poisoned(count: number): Promise<number[]> {
  await db.query("alter table message add constraint poison check (wamid not like 'poison%')");
  await intake.take(...Array.from({ length: count }, (_, n) => entries(text(`poison-${n}`, "secret words"))));
  return (await ids()).toReversed();
}
const heal = () => db.query("alter table message drop constraint if exists poison");
beforeEach(heal);

describe("the list of the dead", () => {
  test("is newest first, says why in a code, and goes on where a page ends", async () => {
    await intake.take("not json");
    await intake.take("{}");
    const { dead, hasMore } = await pageOfDead(db, null);
    expect(dead).toMatchObject([
      { why: { code: "no_entries", detail: null }, attempts: 1, times: 1, bytes: 2 },
      { why: { code: "not_json", detail: null } },
    ]);
    expect(hasMore).toBe(false);
    expect((await pageOfDead(db, dead[0]?.id ?? 0)).dead).toMatchObject([{ why: { code: "not_json" } }]);
  });

  test("counts how often WhatsApp sent the very same", async () => {
    await intake.take("not json", "not json");
    await intake.take("not json");
    expect((await pageOfDead(db, null)).dead).toMatchObject([{ times: 3, attempts: 1 }]);
  });
});

describe("another try", () => {
  test("by two people at once records once, and tells the second that it was recorded", async () => {
    const [id = 0] = await poisoned(1);
    await heal();
    const both = await Promise.all([
      replayDead(db, id, clock.now()),
      replayDead(db, id, clock.now()),
      replayDead(db, id, clock.now()),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["recorded", "recorded", "recorded"]);
    expect(both.filter(({ wasRecorded }) => !wasRecorded)).toHaveLength(1);
    expect(await intakeSummary(db)).toMatchObject({ dead: 0, messages: 1 });
    expect(await db.query("select attempts from delivery")).toEqual([{ attempts: 2 }]);
  });

  test("of all goes while the recorder runs, and each is recorded once", async () => {
    await poisoned(20);
    await heal();
    intake.recorder.start();
    await intake.receive(...Array.from({ length: 300 }, (_, n) => entries(text(`live-${n}`, "x"))));
    const [one, other] = await Promise.all([replayAllDead(db, clock.now()), replayAllDead(db, clock.now())]);
    await intake.recorder.idle();
    const done = [...one, ...other].filter(({ wasRecorded }) => !wasRecorded);
    expect(done.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 20 }, () => "recorded"));
    expect(await intakeSummary(db)).toMatchObject({ dead: 0, pending: 0, messages: 320 });
  });

  test("passes what fails again, once, and says how many are left", async () => {
    const [first = 0] = await poisoned(2);
    await intake.take("not json");
    await heal();
    const some = await replaySomeDead({ db, clock }, first - 1, "system");
    expect(some.replays.map(({ outcome }) => outcome)).toEqual(["recorded", "recorded", "dead"]);
    expect(some).toMatchObject({ next: null, left: 0 });
    expect(await replaySomeDead({ db, clock }, first, "system")).toMatchObject({
      replays: [{ outcome: "dead", wasRecorded: false }],
    });
  });

  test("of what the rows refuse again is counted and keeps its reason, without words", async () => {
    const [id = 0] = await poisoned(1);
    expect(await replayDead(db, id, clock.now())).toMatchObject({ outcome: "dead" });
    const { dead } = await pageOfDead(db, null);
    expect(dead).toMatchObject([{ attempts: 2, why: { code: "database" } }]);
    expect(JSON.stringify(dead)).not.toContain("secret");
  });

  test("is written to the audit, by whom and how it ended", async () => {
    const before = (await audited()).length;
    const [id = 0] = await poisoned(1);
    await replayDead(db, id, clock.now());
    await heal();
    await replayDead(db, id, clock.now());
    await replayDead(db, id, clock.now());
    expect((await audited()).slice(before)).toEqual([
      { action: "delivery.replayed", outcome: "dead" },
      { action: "delivery.replayed", outcome: "recorded" },
    ]);
  });

  test("of a delivery that is not there is refused", async () => {
    await expect(replayDead(db, 999_999, clock.now())).rejects.toMatchObject({ kind: "not_found" });
  });
});

test("whoever looks at a body is written down, and gets it to the byte", async () => {
  const bytes = Buffer.from([0x7b, 0xff, 0x00, 0x22]);
  await intake.take(bytes.toString("latin1"));
  const [id = 0] = await ids();
  const before = (await audited()).length;
  const body = await lookAtBody(db, id, { by: "system", at: clock.now() });
  expect(body.toString("utf8")).toBe(bytes.toString("latin1"));
  expect((await audited()).slice(before)).toMatchObject([{ action: "delivery.looked_at" }]);
  await expect(lookAtBody(db, 999_999, { by: "system", at: clock.now() })).rejects.toMatchObject({
    kind: "not_found",
  });
});

describe("the figures of the page", () => {
  const today = new Date("2026-11-18T00:00:00Z");

  test("count what came today, what waits and since when, the dead, and who got the last one", async () => {
    expect(await intakeFigures(db, today)).toEqual({
      since: { deliveries: 0, isMore: false },
      waiting: { deliveries: 0, oldestAt: null },
      dead: 0,
      last: null,
    });
    await intake.take(entries(text("m1", "x")), "not json");
    expect(await intakeFigures(db, today)).toMatchObject({ since: { deliveries: 2 }, dead: 1 });
    await intake.recorder.stop();
    await intake.receive(entries(text("m2", "x")), entries(text("m3", "x")));
    expect(await intakeFigures(db, today)).toEqual({
      since: { deliveries: 4, isMore: false },
      waiting: { deliveries: 2, oldestAt: clock.now() },
      dead: 1,
      last: { receivedAt: clock.now(), number: expect.stringContaining("") },
    });
    expect(await intakeFigures(db, new Date("2026-11-19T00:00:00Z"))).toMatchObject({
      since: { deliveries: 0 },
    });
  });

  test("tell what waits also while a recorder has it in hand", async () => {
    await intake.recorder.stop();
    await intake.receive(entries(text("m1", "x")));
    await db.transaction(async (tx) => {
      await tx.query("delete from inbox");
      expect(await intakeSummary(db)).toMatchObject({ pending: 1, deliveries: 1 });
      expect(await intakeFigures(db, today)).toMatchObject({ waiting: { deliveries: 1 } });
    });
  });
});
