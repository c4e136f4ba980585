import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { readThread } from "./read.ts";

let system: ConversationSystem;
let numberId: number;
let id: number;

beforeAll(async () => {
  system = await conversationSystem();
  numberId = await aNumber(system, "http://127.0.0.1:9");
});
beforeEach(async () => {
  id = (await aConversation(system, numberId)).id;
});
afterAll(() => system?.close());

const at = (hours: number) => new Date(system.clock.now().getTime() + hours * 3_600_000);
const free = async () => {
  const { windowUntil, freeUntil, freeIfAnsweredBy } = await readThread(system.db, { conversationId: id });
  return { windowUntil, freeUntil, freeIfAnsweredBy };
};

async function comesByAd(hours: number): Promise<void> {
  const message = await aMessage(system, id, { text: "Hello", saidAt: at(hours) });
  await system.db.query("update message_words set content = $2 where message_id = $1", [
    message,
    { referral: { source: "ad", sourceId: "600" } },
  ]);
  await system.db.query("update conversation set last_in_at = $2 where id = $1", [id, at(hours)]);
}

let count = 0;
async function weAnswer(
  hours: number,
  { cameBy = "us", state = "sent", pricing = null as string | null, sentAt = at(hours) } = {},
): Promise<void> {
  const wamid = `wamid.answer.${count++}`;
  await system.db.query(
    `insert into message (conversation_id, number_id, wamid, side, kind, said_at, recorded_at, send_state, send_state_at, came_by)
     values ($1, $2, $3, 'staff', 'text', $4, $4, $5, $4, $6)`,
    [id, numberId, wamid, at(hours), state, cameBy],
  );
  if (state === "sent")
    await system.db.query(
      "insert into message_status (number_id, wamid, status, at, pricing) values ($1, $2, 'sent', $3, $4)",
      [numberId, wamid, sentAt, pricing === null ? null : { type: pricing, category: "service" }],
    );
}

test("who came by an advertisement can be answered for free for three days", async () => {
  await comesByAd(-2);
  expect(await free()).toEqual({
    windowUntil: at(22).toISOString(),
    freeUntil: null,
    freeIfAnsweredBy: at(22).toISOString(),
  });
  await weAnswer(-1);
  expect(await free()).toEqual({
    windowUntil: at(22).toISOString(),
    freeUntil: at(71).toISOString(),
    freeIfAnsweredBy: null,
  });
});

test("WhatsApp's time of our answer counts, and the first answer alone", async () => {
  await comesByAd(-5);
  await weAnswer(-4, { sentAt: at(-3) });
  await weAnswer(-1);
  expect(await free()).toMatchObject({ freeUntil: at(69).toISOString() });
});

test("an answer that failed, or was typed on the phone, or came before, opens nothing", async () => {
  await comesByAd(-2);
  await weAnswer(-1, { state: "failed" });
  await weAnswer(-1, { cameBy: "echo" });
  await weAnswer(-3);
  expect(await free()).toMatchObject({ freeUntil: null, freeIfAnsweredBy: at(22).toISOString() });
});

test("WhatsApp's price for the answer has the last word", async () => {
  await comesByAd(-2);
  await weAnswer(-1, { pricing: "regular" });
  expect(await free()).toMatchObject({ freeUntil: null, freeIfAnsweredBy: null });
});

test("without an advertisement nothing is free", async () => {
  await aMessage(system, id, { saidAt: at(-2) });
  await weAnswer(-1);
  expect(await free()).toMatchObject({ freeUntil: null, freeIfAnsweredBy: null });
});
