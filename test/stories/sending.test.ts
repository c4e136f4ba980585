/** A reply on its way: through the outbox, the simulator and back by status. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Message } from "../../shared/api/conversations.ts";
import { openWorld, type Person, until, type World } from "../world.ts";

let world: World;
let operator: Person;
let conversationId: number;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  operator = await world.as("operator");
  await world.simulator.says("rosa", "No hay agua");
  const [conversation] = await until(
    () => world.app.system.db.query<{ id: number }>("select id from conversation"),
    (rows) => rows.length === 1,
  );
  conversationId = conversation?.id ?? 0;
});
afterAll(() => world?.close());
beforeEach(() => settings({ errorRate: 0, errorAfter: false, freeze: false, autoRead: false }));

const settings = (change: object) => world.simulator.control("PATCH", "settings", change);
const path = () => `conversations/${conversationId}/messages`;
async function write(text: string): Promise<Message> {
  keys += 1;
  const answer = await operator.call<Message>("POST", path(), {
    message: { kind: "text", text },
    key: `reply-number-${keys}`,
  });
  // How far its way is by now is anybody's guess: the job does not wait for this answer.
  expect(answer.status).toBe(200);
  return answer.body;
}
async function thread(): Promise<Message[]> {
  return (await operator.call<{ messages: Message[] }>("GET", path())).body.messages;
}
const becomes = (message: Message, state: string) =>
  until(
    async () => (await thread()).find(({ id }) => id === message.id)?.send,
    (send) => send?.state === state,
  );
const onThePhone = async () =>
  (
    await world.simulator.control<{ messages: { from: string; text: string | null }[] }>(
      "GET",
      "phones/rosa/thread",
    )
  ).messages.flatMap(({ from, text }) => (from === "business" ? text : []));

test("a reply is on the phone and its ticks come back, in order", async () => {
  const first = await write("Llegamos en una hora");
  const second = await write("Con el repuesto");
  await becomes(second, "delivered");
  await becomes(first, "delivered");
  expect((await onThePhone()).slice(-2)).toEqual(["Llegamos en una hora", "Con el repuesto"]);
  await world.simulator.control("POST", "phones/rosa/read", {});
  await becomes(second, "read");
});

test("a refusal is shown with its code", async () => {
  await settings({ errorRate: 1, errorCode: 131026 });
  const message = await write("¿Hola?");
  expect(await becomes(message, "failed")).toMatchObject({ errorCode: 131026 });
});

test("a send whose answer was an error is unknown until its status settles it, and goes out once", async () => {
  await settings({ errorRate: 1, errorCode: 131000, errorAfter: true, freeze: true });
  const message = await write("Una sola vez");
  await becomes(message, "unknown");
  await settings({ errorRate: 0, freeze: false });
  await becomes(message, "delivered");
  expect((await onThePhone()).filter((text) => text === "Una sola vez")).toHaveLength(1);
});

test("the same key is the same message", async () => {
  const ask = { message: { kind: "text", text: "Dos veces pulsado" }, key: "pressed-twice" };
  const [one, other] = await Promise.all([
    operator.call<Message>("POST", path(), ask),
    operator.call<Message>("POST", path(), ask),
  ]);
  expect(one.body.id).toBe(other.body.id);
  await becomes(one.body, "delivered");
  expect((await onThePhone()).filter((text) => text === "Dos veces pulsado")).toHaveLength(1);
});
