import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ANA, AT, echo, entries, said, status, text } from "../../test/deliveries.ts";
import { intakeSystem } from "../../test/intake-system.ts";
import { replayDead } from "./dead.ts";
import { type Trace, traceIntake } from "./trace.ts";

const intake = await intakeSystem();
const { db, clock } = intake;
beforeEach(() => intake.empty());
afterAll(() => intake.close());

async function traceOf(id: string): Promise<Trace> {
  const trace = await traceIntake(db, id);
  if (!trace) throw new Error(`nothing is known by ${id}`);
  return trace;
}
const codes = ({ steps }: Trace) => steps.map(({ fact }) => fact.code);
const facts = <Code extends string>({ steps }: Trace, code: Code) =>
  steps.flatMap(({ fact }) => (fact.code === code ? [fact] : []));
/** A recorder at work may have asked for the time already. */
async function later(): Promise<void> {
  await intake.recorder.stop();
  clock.forward({ seconds: 5 });
}

const react = (emoji: string) => said("r1", { type: "reaction", reaction: { message_id: "m1", emoji } });
const revoke = said("x3", { type: "revoke", revoke: { original_message_id: "m1" } }, ANA, AT + 30);
const quote = said("m2", { type: "text", text: { body: "yes" }, context: { id: "m1" } }, ANA, AT + 3);

describe("the trace of a message", () => {
  test("goes from WhatsApp's word to its statuses, oldest first, with the time between", async () => {
    const sent = echo("e1", { type: "text", text: { body: "secret words" } });
    await intake.take(entries(sent));
    await intake.take(entries(status("e1", "read", AT + 60)));
    const trace = await traceOf("e1");
    expect(codes(trace)).toEqual(["said", "status", "received", "recorded", "written"]);
    expect(trace.steps[1]).toMatchObject({ afterMs: 60_000, byWhatsapp: true });
    expect(trace.messages).toMatchObject([{ side: "staff", sendState: "read", requestIds: [] }]);
    expect(JSON.stringify(trace)).not.toContain("secret");
  });

  test("is the same by its number, by WhatsApp's id, and by the id of its edit", async () => {
    await intake.take(entries(text("m1", "x")), entries(revoke));
    const trace = await traceOf("m1");
    const id = trace.messages[0]?.id;
    expect(await traceOf(`message:${id}`)).toEqual(trace);
    expect(await traceOf("x3")).toEqual(trace);
  });

  test("says what waited for it, and until when", async () => {
    await intake.take(entries(react("👍")), entries(revoke), entries(quote));
    await later();
    const until = clock.now().toISOString();
    await intake.take(entries(text("m1", "x")));
    expect(facts(await traceOf("m1"), "parked")).toMatchObject([
      { what: "reaction", until },
      { what: "revoke", until },
    ]);
    expect(facts(await traceOf("m2"), "parked")).toMatchObject([{ what: "quote", until }]);
  });

  test("that never came tells what waits for it", async () => {
    await intake.take(entries(react("👍")), entries(status("m1", "delivered")));
    const trace = await traceOf("m1");
    expect(trace).toMatchObject({ messages: [], delivery: { outcome: "recorded" } });
    expect(facts(trace, "parked").map((fact) => fact)).toMatchObject([{ until: null }, { until: null }]);
    expect(facts(trace, "reaction")).toMatchObject([{ messageId: null, isTakenBack: false }]);
  });

  test("says that the delivery that brought it is not kept any more", async () => {
    await intake.take(entries(text("m1", "x")));
    const { delivery } = await traceOf("m1");
    await db.query("delete from delivery");
    expect(await traceOf("m1")).toMatchObject({ delivery: null, goneDeliveryId: delivery?.id });
    expect(await traceOf(`delivery:${delivery?.id}`)).toMatchObject({
      goneDeliveryId: delivery?.id,
      messages: [{ wamid: "m1" }],
    });
  });

  test("tells how it was sent and how it was sorted", async () => {
    await intake.take(entries(text("m1", "x")));
    const now = clock.now();
    await db.query(
      `with ours as (
         insert into message (conversation_id, number_id, side, kind, said_at, recorded_at, send_state, send_state_at)
         select id, number_id, 'staff', 'text', $1, $1, 'failed', $1 from conversation returning id
       ) insert into outbox (message_id, callback_data, idempotency_key, state, queued_at, called_at, answered_at, attempts, error_code)
         select id, 'mark', 'key', 'refused', $1, $1, $1, 1, 131047 from ours`,
      [now],
    );
    await db.query(
      `with made as (
         insert into decision (conversation_id, kind, at) select id, 'no_request', $1 from conversation returning id
       ) insert into decision_message select made.id, m.id from made, message m where m.wamid is null`,
      [now],
    );
    const [ours] = await db.query<{ id: number }>("select id from message where wamid is null");
    const trace = await traceOf(`message:${ours?.id}`);
    expect(codes(trace)).toEqual(["queued", "called", "answered", "said", "written", "sorted"]);
    expect(facts(trace, "answered")).toMatchObject([{ state: "refused", errorCode: 131047 }]);
    expect(facts(trace, "sorted")).toMatchObject([{ decision: "no_request", requestId: null }]);
  });

  test("nobody knows is null", async () => {
    for (const id of ["wamid.nobody", "12345", "message:12345", "delivery:12345", "", "delivery:"])
      expect(await traceIntake(db, id)).toBeNull();
  });
});

describe("the trace of a delivery", () => {
  const deliveryOf = async (id: string) => `delivery:${(await traceOf(id)).delivery?.id}`;

  test("tells what became of each thing in it, also of what only speaks of others", async () => {
    await intake.take(entries(text("m1", "x")));
    await later();
    await intake.take(entries(status("m1", "read"), react("👍"), status("e9", "sent")));
    const [last] = await db.query<{ id: number }>("select max(id) as id from delivery");
    const trace = await traceOf(`delivery:${last?.id}`);
    expect(codes(trace).toSorted()).toEqual([
      "parked",
      "reaction",
      "received",
      "recorded",
      "status",
      "status",
    ]);
    expect(facts(trace, "parked")).toMatchObject([{ what: "status", until: null }]);
    expect(trace.messages).toMatchObject([{ wamid: "m1" }]);
  });

  test("says of a message that came before by another that it was known", async () => {
    await intake.take(entries(text("m1", "x")));
    const first = await traceOf("m1");
    await later();
    await intake.take(entries(text("m1", "x"), text("m2", "y")));
    const trace = await traceOf(await deliveryOf("m2"));
    expect(facts(trace, "known")).toMatchObject([{ deliveryId: first.delivery?.id }]);
    expect(facts(trace, "written")).toHaveLength(1);
  });

  test("of thousands shows the first, and says how many are left out", async () => {
    await intake.take(entries(...Array.from({ length: 250 }, (_, n) => text(`m${n}`, "x", ANA, AT + n))));
    const trace = await traceOf(await deliveryOf("m7"));
    expect(trace.leftOut).toBe(50);
    expect(trace.messages).toHaveLength(200);
  });

  test("that was dead tells each try and by whom", async () => {
    await db.query("alter table message add constraint poison check (wamid <> 'm1')");
    await intake.take(entries(text("m1", "x")));
    const [dead] = await db.query<{ id: number }>("select id from delivery");
    const id = dead?.id ?? 0;
    await later();
    await replayDead(db, id, clock.now(), "command");
    expect(codes(await traceOf(String(id)))).toEqual(["received", "dead", "replayed"]);
    await db.query("alter table message drop constraint poison");
    await later();
    await replayDead(db, id, clock.now(), "command");
    const trace = await traceOf(String(id));
    expect(codes(trace)).toEqual(["said", "received", "replayed", "replayed", "recorded", "written"]);
    expect(facts(trace, "replayed")).toMatchObject([{ outcome: "dead" }, { outcome: "recorded" }]);
  });
});
