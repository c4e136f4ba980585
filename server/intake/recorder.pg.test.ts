import { afterAll, beforeEach, describe, expect, test } from "vitest";
import {
  ANA,
  AT,
  change,
  echo,
  entries,
  history,
  OUR_NUMBER,
  said,
  status,
  text,
} from "../../test/deliveries.ts";
import { digestOf, intakeSystem, stateOf } from "../../test/intake-system.ts";
import { listDeadDeliveries, replayDead } from "./dead.ts";
import { intakeSummary } from "./summary.ts";
import { traceIntake } from "./trace.ts";

const intake = await intakeSystem();
const { db } = intake;
beforeEach(() => intake.empty());
afterAll(() => intake.close());

const message = async (wamid: string) => {
  const [row] = await db.query<Record<string, unknown>>(
    `select m.*, w.body, w.first_body, f.state as media_state from message m join message_words w on w.message_id = m.id
     left join media f on f.message_id = m.id where wamid = $1`,
    [wamid],
  );
  return row;
};

describe("a delivery", () => {
  test("that comes ten times at once is recorded once, and counted", async () => {
    const body = entries(text("m1", "hello"));
    await intake.take(...Array.from({ length: 10 }, () => body));
    expect(await intakeSummary(db)).toMatchObject({ deliveries: 1, messages: 1 });
    expect(await db.query("select times from delivery")).toEqual([{ times: 10 }]);
  });

  test("of a number nobody set up is recorded under an unclaimed one", async () => {
    await intake.take(entries(text("m1", "hello")));
    expect(await db.query("select phone_number_id, kind from number")).toEqual([
      { phone_number_id: OUR_NUMBER, kind: "unclaimed" },
    ]);
  });

  test.each(["", "not json", "{}", "[1]"])(
    "like %j is kept as dead and holds nothing up",
    async (garbage) => {
      await intake.take(garbage, entries(text("m1", "hello")));
      expect(await intakeSummary(db)).toMatchObject({ deliveries: 2, pending: 0, dead: 1, messages: 1 });
    },
  );

  test("of a thousand messages is recorded whole", async () => {
    await intake.take(entries(...Array.from({ length: 1_000 }, (_, n) => text(`m${n}`, "x", ANA, AT + n))));
    expect(await intakeSummary(db)).toMatchObject({ deliveries: 1, messages: 1_000, contacts: 1 });
  });
});

describe("a delivery that the rows refuse", () => {
  // A side that does not exist stands for any mistake of ours that a body could find.
  const poison = () => db.query("alter table message add constraint poison check (wamid <> 'poison')");
  const heal = () => db.query("alter table message drop constraint poison");

  test("is kept with its reason and holds nobody else up; replayed twice it is recorded once", async () => {
    await poison();
    const others = Array.from({ length: 5 }, (_, n) => entries(text(`m${n}`, "x")));
    await intake.take(...others, entries(text("poison", "secret words")), entries(text("last", "x")));
    const [dead] = await listDeadDeliveries(db);
    expect(dead).toMatchObject({ attempts: 1, reason: expect.stringContaining("23514") });
    expect(dead?.reason).not.toContain("secret");
    expect(await intakeSummary(db)).toMatchObject({ pending: 0, dead: 1, messages: 6 });

    const id = dead?.id ?? 0;
    expect(await replayDead(db, id, intake.clock.now())).toMatchObject({ outcome: "dead" });
    expect((await listDeadDeliveries(db))[0]).toMatchObject({ attempts: 2 });
    await heal();
    expect(await replayDead(db, id, intake.clock.now())).toMatchObject({ outcome: "recorded" });
    expect(await replayDead(db, id, intake.clock.now())).toMatchObject({ outcome: "recorded" });
    expect(await intakeSummary(db)).toMatchObject({ dead: 0, messages: 7 });
    expect(intake.logged()).not.toContain("secret");
  });
});

test("two recorders on one database record everything once", async () => {
  const bodies = Array.from({ length: 1_500 }, (_, n) =>
    entries(
      text(`m${n % 1_200}`, "x", { waId: `1555000${n % 97}`, bsuid: `US.P${n % 97}` }, AT + (n % 1_200)),
    ),
  );
  const [one, other] = [intake.another(), intake.another()];
  await intake.receive(...bodies);
  one.start();
  other.start();
  await one.idle();
  await Promise.all([one.stop(), other.stop()]);
  expect(await intakeSummary(db)).toMatchObject({
    dead: 0,
    messages: 1_200,
    contacts: 97,
    conversations: 97,
  });
  const state = digestOf(await stateOf(db));
  await intake.empty();
  await intake.take(...bodies);
  expect(digestOf(await stateOf(db))).toBe(state);
});

describe("what comes before what it speaks of", () => {
  test("read before sent stays read", async () => {
    await intake.take(entries(echo("e1", { type: "text", text: { body: "on my way" } })));
    await intake.take(entries(status("e1", "read", AT + 9)), entries(status("e1", "sent", AT + 1)));
    expect(await message("e1")).toMatchObject({
      send_state: "read",
      side: "staff",
      from_phone: true,
      triage: null,
    });
  });

  test("a failure is undone by word that it arrived", async () => {
    const failed = status("e1", "failed", AT + 5, { errors: [{ code: 131026 }] });
    await intake.take(entries(failed), entries(echo("e1", { type: "text", text: { body: "x" } })));
    expect(await message("e1")).toMatchObject({ send_state: "failed", send_error: 131026 });
    await intake.take(entries(status("e1", "delivered", AT + 4)));
    expect(await message("e1")).toMatchObject({ send_state: "delivered", send_error: null });
  });

  test("an edit and a revoke wait for their message", async () => {
    const edit = (id: string, body: string, at: number) =>
      said(
        id,
        { type: "edit", edit: { original_message_id: "m1", message: { type: "text", text: { body } } } },
        ANA,
        at,
      );
    await intake.take(entries(edit("x2", "third", AT + 20)), entries(edit("x1", "second", AT + 10)));
    await intake.take(entries(text("m1", "first")));
    expect(await message("m1")).toMatchObject({ body: "third", first_body: "first", revoked_at: null });
    await intake.take(
      entries(said("x3", { type: "revoke", revoke: { original_message_id: "m1" } }, ANA, AT + 30)),
    );
    expect(await message("m1")).toMatchObject({ revoked_at: new Date((AT + 30) * 1_000), body: "third" });
  });

  test("the latest reaction of a person wins", async () => {
    const react = (id: string, emoji: string, at: number) =>
      said(id, { type: "reaction", reaction: { message_id: "m1", emoji } }, ANA, at);
    await intake.take(
      entries(react("r2", "", AT + 2)),
      entries(react("r1", "👍", AT + 1)),
      entries(text("m1", "x")),
    );
    expect(await db.query("select emoji from reaction")).toEqual([{ emoji: null }]);
  });
});

describe("the same message by two roads", () => {
  const photo = { type: "image", image: { id: "77", mime_type: "image/jpeg" } };

  test("live wins over history and waits in the tray, in either order", async () => {
    const live = entries(text("m1", "hello"));
    const old = entries(
      history(ANA, [
        { from: ANA.waId, id: "m1", timestamp: String(AT), type: "text", text: { body: "hello" } },
      ]),
    );
    await intake.take(old);
    await intake.take(live);
    const state = await stateOf(db);
    expect(await message("m1")).toMatchObject({ triage: "waiting", came_by: "webhook" });
    await intake.empty();
    await intake.take(live);
    await intake.take(old);
    expect(await stateOf(db)).toMatchObject({ message: state.message });
  });

  test("content takes the place of its placeholder, with its media", async () => {
    const from = { from: ANA.waId, id: "h1", timestamp: String(AT) };
    await intake.take(entries(history(ANA, [{ ...from, type: "media_placeholder" }])));
    await intake.take(
      entries(change({ contacts: [{ wa_id: ANA.waId }], messages: [{ ...from, ...photo }] }, "history")),
    );
    expect(await message("h1")).toMatchObject({ kind: "image", media_state: "waiting" });
  });

  test("photos of an old history are not asked for any more", async () => {
    intake.clock.forward({ days: 9 });
    const old = { from: ANA.waId, id: "h1", timestamp: String(AT), ...photo };
    await intake.take(entries(history(ANA, [old])));
    intake.clock.forward({ days: -9 });
    expect(await message("h1")).toMatchObject({ media_state: "failed" });
  });
});

describe("people", () => {
  const contacts = () => db.query("select name, phone from contact where merged_into is null order by id");

  test("whose id and phone come apart, then together, are one", async () => {
    await intake.take(entries(text("m1", "x", { bsuid: "US.B1" })));
    await intake.take(entries(text("m2", "x", { waId: "15551" })));
    await intake.take(entries(text("m3", "x", { bsuid: "US.B1", waId: "15551", name: "Bo" })));
    expect(await contacts()).toEqual([{ name: "Bo", phone: "15551" }]);
  });

  test("who both have a phone are never made one by a message", async () => {
    await intake.take(entries(text("m1", "x", { bsuid: "US.B1", waId: "15551" })));
    await intake.take(entries(text("m2", "x", { bsuid: "US.B2", waId: "15552" })));
    await intake.take(entries(text("m3", "x", { bsuid: "US.B1", waId: "15552" })));
    expect(await contacts()).toMatchObject([{ phone: "15551" }, { phone: "15552" }]);
  });

  test("who changed their number keep their thread, and whoever gets the old number is new", async () => {
    const moved = {
      type: "system",
      system: {
        type: "user_changed_number",
        body: "moved",
        wa_id: "15552",
        user_id: "US.B2",
        previous_user_id: "US.B1",
      },
    };
    await intake.take(
      entries(text("m1", "x", { bsuid: "US.B1", waId: "15551" })),
      entries(change({ messages: [{ from: "15551", id: "s1", timestamp: String(AT + 10), ...moved }] })),
      entries(text("m2", "x", { bsuid: "US.B2", waId: "15552" }, AT + 20)),
      entries(text("m3", "x", { bsuid: "US.C9", waId: "15551" }, AT + 30)),
    );
    expect(await contacts()).toMatchObject([{ phone: "15552" }, { phone: "15551" }]);
    const [first] = await db.query<{ n: number }>(
      `select count(distinct coalesce(c.merged_into, c.id)) as n from message m
       join conversation v on v.id = m.conversation_id join contact c on c.id = v.contact_id
       where wamid in ('m1', 's1', 'm2')`,
    );
    expect(first?.n).toBe(1);
  });
});

test("a status with the mark of a call settles it, and gives the message its id", async () => {
  await intake.take(entries(text("m1", "hello")));
  const now = intake.clock.now();
  await db.query(
    `with said as (
       insert into message (conversation_id, number_id, side, kind, said_at, recorded_at, send_state, send_state_at)
       select id, number_id, 'staff', 'text', $1, $1, 'unknown', $1 from conversation returning id
     ) insert into outbox (message_id, callback_data, idempotency_key, state, queued_at)
       select id, 'mark-1', 'key-1', 'unknown', $1 from said`,
    [now],
  );
  await intake.take(entries(status("ours", "sent", AT + 3, { biz_opaque_callback_data: "mark-1" })));
  expect(await db.query("select wamid, send_state from message where side = 'staff'")).toEqual([
    { wamid: "ours", send_state: "sent" },
  ]);
  expect(await db.query("select state from outbox")).toEqual([{ state: "accepted" }]);
});

test("what needs sorting waits in the tray, and nothing else does", async () => {
  await intake.take(
    entries(text("in", "hello")),
    entries(said("poll", { type: "unsupported", errors: [{ code: 131051 }] })),
    entries(said("welcome", { type: "request_welcome" })),
    entries(echo("out", { type: "text", text: { body: "x" } })),
    entries(
      change(
        {
          contacts: [{ wa_id: ANA.waId }],
          calls: [{ id: "c", from: ANA.waId, event: "connect", timestamp: String(AT) }],
        },
        "calls",
      ),
    ),
  );
  const waiting = await db.query("select wamid from message where triage = 'waiting' order by wamid");
  expect(waiting).toEqual([{ wamid: "in" }, { wamid: "poll" }]);
});

test("a trace tells every step of a message without its words", async () => {
  await intake.take(
    entries(echo("e1", { type: "text", text: { body: "secret words" } })),
    entries(status("e1", "read")),
  );
  const trace = await traceIntake(db, "e1");
  expect(trace?.steps.map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("received"),
      expect.stringContaining("text said by staff"),
      "status read",
    ]),
  );
  expect(JSON.stringify(trace)).not.toContain("secret");
  expect(await traceIntake(db, `delivery:${trace?.delivery?.id}`)).toMatchObject({
    messages: [{ wamid: "e1" }],
  });
  expect(await traceIntake(db, "wamid.nobody")).toBeNull();
});
