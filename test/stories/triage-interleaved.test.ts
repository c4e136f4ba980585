/** Three matters mixed in one chat, sorted by two people on two screens who both go for the same items. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { verify } from "../../server/requests/verify.ts";
import type { Present } from "../../shared/api/desk.ts";
import type { RequestPage, Strip } from "../../shared/api/requests.ts";
import {
  type Chat,
  type Decision,
  type Item,
  type ItemPage,
  openTrayStory,
  type Refusal,
  type TrayStory,
} from "../tray-story.ts";
import type { Person } from "../world.ts";

type Page = z.infer<typeof RequestPage>;
type Matter = "leak" | "gate" | "invoice" | "nothing";
const TITLES = { leak: "Kitchen ceiling leaks", gate: "Gate code does not work", invoice: "October invoice" };
const matterOfTitle = (title: string) => Object.entries(TITLES).find(([, known]) => known === title)?.[0];

let story: TrayStory;
/** What each message is about: only the story knows. */
const about = new Map<number, Matter>();
beforeAll(async () => {
  story = await openTrayStory();
});
afterAll(() => story?.close());

const isFirst = (matter: Matter, ids: readonly number[]): boolean =>
  ids.includes(
    [...about]
      .filter(([, each]) => each === matter)
      .map(([id]) => id)
      .sort((a, b) => a - b)[0] ?? 0,
  );

async function writesMixed(chat: Chat): Promise<void> {
  let leak = "";
  let gate = "";
  const say = async (matter: Matter, message: string | Record<string, unknown>, seconds: number) => {
    const said = await chat.says(message);
    about.set(said.id, matter);
    await story.jump({ seconds });
    return said.onPhone;
  };
  leak = await say("leak", "Good evening, the kitchen ceiling is leaking, flat 12 at Palm Tower", 12);
  await say("leak", { type: "image", asset: "ceiling.jpg" }, 8);
  await say("leak", "it began an hour ago", 9);
  await say("leak", { type: "audio", asset: "valve-drips.ogg" }, 200);
  gate = await say("gate", "And the code of the garage gate does not work any more", 15);
  const wrong = await say("invoice", "the invoice of October says 204, that is wrong", 10);
  // A number like this one is told of an edit only that something came which it cannot read.
  await chat.says({ type: "edit", messageId: wrong, text: "the invoice of October says 402, that is wrong" });
  await story.settled();
  for (const { id } of await story.app.system.db.query<{ id: number }>("select id from message order by id"))
    if (!about.has(id)) about.set(id, "invoice");
  await say("invoice", "402 I mean, not 204", 300);
  await say("leak", { type: "text", text: "the water is on the lamp now", quote: leak }, 20);
  await say("gate", { type: "text", text: "I tried 4471 twice at the garage gate", quote: gate }, 240);
  await say("invoice", { type: "image", asset: "valve.jpg", caption: "this is the October invoice" }, 5);
  await say("gate", "the gate stays red, by the way", 7);
  await say("leak", "and the ceiling gets darker", 6);
  await say("invoice", "the invoice should say 140", 200);
  await say("nothing", "Thank you so much 🙏", 180);
  await say(
    "leak",
    { type: "image", asset: "water-heater.jpg", caption: "the ceiling next to the heater" },
    180,
  );
  await say("gate", { type: "text", text: "the neighbour's code does not open it either", quote: gate }, 180);
  await say("invoice", "Can you send the October invoice again", 180);
}

type Post = { status: number; body: unknown };
/** `met`: refused because the other had been faster. */
const tally = { taken: 0, met: 0 };

/** The same post twice, as a screen does that never heard the answer to the first: never taken twice. */
async function posts(by: Person, decision: Decision, isLost: boolean): Promise<number> {
  const ask = (): Promise<Post> => by.call<unknown>("POST", "tray/decisions", decision);
  const answers = isLost ? await Promise.all([ask(), ask()]) : [await ask()];
  if (isLost) answers.push(await ask());
  const refused = answers.filter(({ status }) => status !== 200);
  for (const { status, body } of refused) {
    const { code, detail } = (body as Refusal).error;
    expect([status, code]).toEqual([409, "sorted_already"]);
    // They are told by whom: themselves, when it was their own answer that got lost.
    if (detail?.by?.toLowerCase() !== by.login) tally.met += 1;
  }
  const taken = answers.length - refused.length;
  expect(taken).toBeLessThanOrEqual(1);
  tally.taken += taken;
  return taken;
}

/** What this person makes of an item they have before them; part of it first when it is about several things. */
function decisionOn({ item, requests }: ItemPage): Decision | null {
  for (const matter of ["leak", "gate", "invoice", "nothing"] as const) {
    const messageIds = item.messageIds.filter((id) => about.get(id) === matter);
    if (messageIds.length === 0) continue;
    if (matter === "nothing") return { messageIds, kind: "no_request" };
    const known = requests.find(({ title }) => matterOfTitle(title) === matter);
    if (known) return { messageIds, kind: "belongs", requestId: known.id };
    // Who scrolls up sees that an earlier message of it is still being sorted.
    if (isFirst(matter, messageIds)) return { messageIds, kind: "opens", title: TITLES[matter] };
  }
  return null;
}

/** Works until nothing waits: mostly what the other does not have before them, every third time whatever is oldest. */
async function works(by: Person, name: string): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const { items } = (await by.call<{ items: Item[] }>("GET", "tray")).body;
    if (items.length === 0) return;
    if (turn > 100) {
      const left = items.map(({ messageIds }) => messageIds.map((id) => about.get(id) ?? "unknown"));
      throw new Error(`it comes to no end: ${JSON.stringify(left)}`);
    }
    const { present } = (await by.call<{ present: Present[] }>("GET", "tray/presence")).body;
    const others = present.filter(({ account }) => account.name !== name);
    const isFree = ({ messageIds }: Item) => !others.some(({ messageId }) => messageIds.includes(messageId));
    const order = turn % 3 === 0 ? items : [...items.filter(isFree), ...items];
    for (const item of order) {
      await by.call("POST", "tray/presence", { messageId: item.id });
      const page = await by.call<ItemPage>("GET", `tray/${item.id}`);
      if (page.status !== 200) break;
      const decision = decisionOn(page.body);
      if (!decision) continue;
      await posts(by, decision, turn % 2 === 1);
      break;
    }
  }
}

test("they end as exactly three requests, each message decided once and in the right one, the chat untouched", async () => {
  const { ana, bruno } = story;
  const { db } = story.app.system;
  const chat = await story.chat("Salma Haddad");
  await writesMixed(chat);
  await story.lookedThrough();
  // Blue ticks come: whoever sorts a message has read it.
  const onPhone = async () =>
    (
      await story.simulator.control<{ messages: { state: string }[] }>("GET", `phones/${chat.phone}/thread`)
    ).messages.map(({ state: _, ...message }) => message);
  const before = await onPhone();
  // Both have the oldest before them and press at the same moment.
  const [oldest] = (await story.tray()).items;
  const first = oldest && decisionOn(await story.itemOf(oldest.id));
  if (!first) throw new Error("nothing waits");
  const both = await Promise.all([posts(ana, first, true), posts(bruno, first, true)]);
  expect(both.toSorted()).toEqual([0, 1]);
  await Promise.all([works(ana, "Ana"), works(bruno, "Bruno"), works(ana, "Ana"), works(bruno, "Bruno")]);
  await story.pause();
  expect((await story.tray()).items).toEqual([]);

  const listed = await ana.call<{ strips: Strip[] }>("POST", "requests/search", { state: "all" });
  const { strips } = listed.body;
  expect(strips.map(({ title }) => title).sort()).toEqual(Object.values(TITLES).sort());
  const held = new Map<number, string[]>();
  for (const { id, title } of strips) {
    const { messageIds, events } = (await ana.call<Page>("GET", `requests/${id}`)).body;
    for (const messageId of messageIds)
      held.set(messageId, [...(held.get(messageId) ?? []), matterOfTitle(title) ?? title]);
    expect(events.filter(({ kind }) => kind === "opened")).toHaveLength(1);
    // Its events tell of exactly the messages it holds.
    const told = events.reduce((sum, { facts }) => sum + Number(facts.messageCount ?? 0), 0);
    expect(told).toBe(messageIds.length);
  }
  const wanted = [...about].filter(([, matter]) => matter !== "nothing");
  expect([...held].sort(([one], [other]) => one - other)).toEqual(
    wanted.map(([id, matter]) => [id, [matter]]),
  );

  const decided = await db.query<{ id: number; by: number }>(
    `select dm.message_id as id, count(*)::int as by from decision_message dm
    join decision d on d.id = dm.decision_id where d.undone_at is null group by dm.message_id order by 1`,
  );
  expect(decided).toEqual([...about.keys()].map((id) => ({ id, by: 1 })));
  const byPeople = await db.query<{ id: number }>("select id from decision where account_id is not null");
  expect(byPeople).toHaveLength(tally.taken);
  expect(tally.met).toBeGreaterThan(0);
  expect((await verify(db)).differences).toEqual([]);
  expect(await onPhone()).toEqual(before);
});
