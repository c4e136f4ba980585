/** What is certain is decided without a person, what a person takes back stays theirs, and what is over comes back or is followed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { verify } from "../../server/requests/verify.ts";
import type { Message } from "../../shared/api/conversations.ts";
import type { RequestPage } from "../../shared/api/requests.ts";
import type { Decided } from "../../shared/api/tray.ts";
import { type Chat, openTrayStory, type Refusal, type SaidWord, type TrayStory } from "../tray-story.ts";
import { type Person, until } from "../world.ts";

type Page = z.infer<typeof RequestPage>;

let story: TrayStory;
let coordinator: Person;
beforeAll(async () => {
  story = await openTrayStory();
  coordinator = await story.hire("Clara", "coordinator");
});
afterAll(async () => {
  expect((await verify(story.app.system.db)).differences).toEqual([]);
  await story.close();
});

const page = async (requestId: number) => (await story.ana.call<Page>("GET", `requests/${requestId}`)).body;
const waits = async ({ id }: SaidWord) =>
  (await story.tray()).items.some(({ messageIds }) => messageIds.includes(id));
/** The decision that stands about it, newest first. */
async function decisionAbout({ id }: SaidWord): Promise<Decided | undefined> {
  const [row] = await story.app.system.db.query<{ id: number }>(
    `select d.id from decision d join decision_message m on m.decision_id = d.id
    where m.message_id = $1 and d.undone_at is null`,
    [id],
  );
  return (await story.tray()).decided.find((decided) => decided.id === row?.id);
}
async function decidedSoon(said: SaidWord): Promise<Decided | undefined> {
  await story.pause();
  return decisionAbout(said);
}
const LEAK = "The kitchen tap drips in flat 3, water on the floor";

async function saysQuoting(chat: Chat, { onPhone }: SaidWord, text: string) {
  return chat.says({ type: "text", text, quote: onPhone });
}

/** A message of ours with buttons, about a request; its id on their phone. */
async function asksWithButtons(chat: Chat, requestId: number, text: string): Promise<string> {
  const { status } = await story.ana.call<Message>(
    "POST",
    `conversations/${await chat.conversationId()}/messages`,
    {
      key: `ask-${requestId}-${text.length}`,
      requestId,
      message: { kind: "buttons", text, buttons: [{ id: "ten", title: "At ten" }] },
    },
  );
  expect(status).toBe(200);
  const [shown] = await until(
    async () =>
      (
        await story.simulator.control<{ messages: { id: string; text: string | null }[] }>(
          "GET",
          `phones/${chat.phone}/thread`,
        )
      ).messages.filter((message) => message.text === text),
    (found) => found.length === 1,
    30_000,
  );
  return shown?.id ?? "";
}

test("a quote, a button of ours, thanks, a chase and a photo without words are decided by rule, each on its request", async () => {
  const chat = await story.chat("Salma Haddad");
  const { requestId, said } = await story.opened(chat, LEAK);
  const on = { request: { id: requestId }, by: null };

  await story.jump({ seconds: 90 });
  const photo = await chat.says({ type: "image", asset: "valve.jpg" });
  expect(await decidedSoon(photo)).toMatchObject({ kind: "belongs", rule: "photo_after", ...on });

  await story.jump({ hours: 1 });
  const quote = await saysQuoting(chat, said, "It is the left tap in the kitchen");
  expect(await decidedSoon(quote)).toMatchObject({ kind: "belongs", rule: "quote", ...on });

  const onPhone = await asksWithButtons(chat, requestId, "When may the plumber come?");
  const pressed = await chat.says({ type: "button", messageId: onPhone, buttonId: "ten" });
  expect(await decidedSoon({ ...pressed })).toMatchObject({ kind: "answers", rule: "button", ...on });

  await story.jump({ hours: 5 });
  const chase = await chat.says("Any news?");
  expect(await decidedSoon(chase)).toMatchObject({ kind: "chase", rule: "chase", ...on });

  await story.jump({ hours: 1 });
  const thanks = await chat.says("Thank you!");
  expect(await decidedSoon(thanks)).toMatchObject({ kind: "no_request", rule: "acknowledgement" });

  const { strip, messageIds } = await page(requestId);
  expect(strip).toMatchObject({ chases: 1 });
  expect(messageIds).toEqual(
    expect.arrayContaining([said, photo, quote, pressed, chase].map(({ id }) => id)),
  );
  expect(messageIds).not.toContain(thanks.id);
});

test("what a person takes back from a rule waits again with its suggestion, and no rule decides it a second time", async () => {
  const chat = await story.chat("Omar Nasser");
  const { requestId, said } = await story.opened(chat, LEAK);
  await story.jump({ hours: 1 });
  const quote = await saysQuoting(chat, said, "It is the left tap in the kitchen");
  const decided = await decidedSoon(quote);
  expect(decided).toMatchObject({ rule: "quote" });
  // Bruno was not asked either; hours later he still may.
  await story.jump({ hours: 3 });
  const undone = await story.bruno.call("POST", `tray/decisions/${decided?.id}/undo`);
  expect(undone).toMatchObject({ status: 200, body: { messageIds: [quote.id] } });
  expect((await page(requestId)).messageIds).toEqual([said.id]);
  for (let look = 0; look < 3; look += 1) {
    await story.pause();
    expect(await waits(quote)).toBe(true);
  }
  const { suggestion } = await story.itemOf(quote.id, story.bruno);
  expect(suggestion).toMatchObject({ isProposed: true });
  expect(suggestion?.what[0]).toMatchObject({ kind: "belongs", requestId });
  expect(suggestion?.what[0]?.because.map(({ code }) => code)).toContain("quotes");
  expect((await story.tray()).items.find(({ id }) => id === quote.id)?.hint).toMatchObject({ requestId });
  await story.decide(story.bruno, { messageIds: [quote.id], kind: "belongs", requestId });
  expect((await page(requestId)).messageIds).toEqual([said.id, quote.id]);
});

test("what a person had decided and took back or out again is left to people: no rule is faster than they", async () => {
  const chat = await story.chat("Hana Saleh");
  const { requestId, said } = await story.opened(chat, LEAK);
  await story.jump({ hours: 1 });
  const quote = await saysQuoting(chat, said, "It is the left tap in the kitchen");
  const { decision } = await story.decide(story.ana, { messageIds: [quote.id], kind: "opens", title: "Tap" });
  await story.jump({ minutes: 5 });
  expect(await story.ana.call("POST", `tray/decisions/${decision.id}/undo`)).toMatchObject({ status: 200 });
  await story.pause();
  expect(await waits(quote)).toBe(true);
  await story.decide(story.ana, { messageIds: [quote.id], kind: "belongs", requestId });

  const other = await saysQuoting(chat, said, "It is the big tap in the kitchen");
  expect(await decidedSoon(other)).toMatchObject({ rule: "quote" });
  const out = await story.bruno.call("POST", `requests/${requestId}/messages/take-out`, {
    messageIds: [other.id],
  });
  expect(out).toMatchObject({ status: 200 });
  await story.pause();
  expect(await waits(other)).toBe(true);
});

test("closed within 72 h it is reopened by what belongs to it; later a new one follows the old", async () => {
  const chat = await story.chat("Leila Aziz");
  const { requestId, said } = await story.opened(chat, LEAK);
  const moves = (to: string) =>
    coordinator.call("POST", `requests/${requestId}/moves`, { to, reason: "done by phone" });
  const finish = async () => {
    for (const to of ["working", "done", "closed"]) expect(await moves(to)).toMatchObject({ status: 200 });
  };
  await finish();
  await story.jump({ hours: 71 });
  const again = await saysQuoting(chat, said, "The tap in the kitchen drips again");
  await story.pause();
  expect(await decisionAbout(again)).toMatchObject({ rule: "quote", request: { id: requestId } });
  expect((await page(requestId)).strip.state).toBe("ready");
  expect((await page(requestId)).events.filter(({ kind }) => kind === "opened")).toHaveLength(1);

  // Without a quote a person is offered the closed one, and it is open again.
  await finish();
  await story.jump({ hours: 70 });
  const loose = await chat.says("Is somebody still coming about what I wrote, the dripping has come back");
  await story.pause();
  const { requests } = await story.itemOf(loose.id);
  expect(requests.map(({ id, state }) => [id, state])).toEqual([[requestId, "closed"]]);
  await story.decide(story.ana, { messageIds: [loose.id], kind: "belongs", requestId });
  expect((await page(requestId)).strip.state).toBe("ready");

  await finish();
  await story.jump({ hours: 73 });
  const late = await saysQuoting(chat, said, "Now the tap in the kitchen drips once more");
  await story.pause();
  expect(await waits(late)).toBe(true);
  const { suggestion } = await story.itemOf(late.id);
  expect(suggestion?.what[0]?.kind).toBe("opens");
  const refused = await story.ana.call<Refusal>("POST", "tray/decisions", {
    ...{ messageIds: [late.id], kind: "belongs", requestId },
  });
  expect(refused).toMatchObject({ status: 409, body: { error: { code: "request_closed_long_ago" } } });
  expect(await waits(late)).toBe(true);
  const { decision } = await story.decide(story.ana, {
    ...{ messageIds: [late.id], kind: "opens", title: "Tap drips again", linkedTo: requestId },
  });
  const next = await page(decision.request?.id ?? 0);
  expect(next).toMatchObject({ linkedTo: requestId, messageIds: [late.id] });
  expect(next.strip.state).toBe("ready");
  expect((await page(requestId)).strip.state).toBe("closed");
});
