/** Law 7 through a death: Baton is killed while WhatsApp has a message in hand and has not answered yet. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { ANA, entries, status, text } from "../deliveries.ts";
import { type FakeGraph, fakeGraph } from "../fake-graph.ts";
import { type BatonProcess, runBaton } from "../process.ts";
import { until } from "../world.ts";
import { openVictims, PATIENCE_MS, postAll, type Victims } from "./victims.ts";

let victims: Victims;
let graph: FakeGraph;
beforeAll(async () => {
  victims = await openVictims();
  graph = await fakeGraph();
});
afterAll(async () => {
  await victims.close();
  await graph.close();
});

const sendStateOf = async (words: string) =>
  (
    await victims.query<{ state: string }>(
      `select m.send_state as state from message m join message_words w on w.message_id = m.id where w.body = $1`,
      [words],
    )
  )[0]?.state;
const becomes = (words: string, state: string) =>
  until(
    () => sendStateOf(words),
    (seen) => seen === state,
    PATIENCE_MS,
  );

test("the message is not sent again, is shown as unknown, settled by its status, and holds up nothing", async () => {
  const env = { WHATSAPP_GRAPH_URL: graph.url, WHATSAPP_ACCESS_TOKEN: "t" };
  const dying = await victims.start(env);
  const token = (await runBaton(["token", "add", "--role", "operator"], victims.env)).stdout.trim();
  const now = Math.floor(Date.now() / 1_000);
  expect(await postAll(dying.url, [Buffer.from(entries(text("wamid.asks", "Hello?", ANA, now)))])).toEqual([
    200,
  ]);
  await victims.recorded();
  const [conversation] = await victims.query<{ id: number }>("select id::int from conversation");
  const write = async (baton: BatonProcess, words: string) => {
    const answer = await fetch(`${baton.url}/api/v1/conversations/${conversation?.id}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ message: { kind: "text", text: words }, key: `key-of-${words}` }),
    });
    expect(answer.status).toBe(200);
  };
  graph.answers = [{ kind: "hang" }];
  await write(dying, "we-come-at-ten");
  await until(
    async () => graph.sent.length,
    (count) => count === 1,
    PATIENCE_MS,
  );
  await write(dying, "bring-the-key");
  await dying.kill();

  const again = await victims.start(env);
  // Until the dead process is known to be dead nothing of the conversation moves.
  await becomes("we-come-at-ten", "unknown");
  await becomes("bring-the-key", "sent");
  expect(graph.sent.map((sent) => sent.text.body)).toEqual(["we-come-at-ten", "bring-the-key"]);

  // WhatsApp did have it: its status carries the word we gave it along.
  const delivered = status(graph.wamid(1), "delivered", now + 60, {
    biz_opaque_callback_data: graph.sent[0]?.biz_opaque_callback_data,
  });
  expect(await postAll(again.url, [Buffer.from(entries(delivered))])).toEqual([200]);
  await becomes("we-come-at-ten", "delivered");
  expect(await again.stop()).toBe(0);
  expect(graph.sent).toHaveLength(2);
});
