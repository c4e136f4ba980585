import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { isRequestOf } from "../conversations/outbox-store.ts";
import { sortMessages } from "../triage/sort.ts";
import { readTrayItem } from "../triage/tray.ts";
import { listRequests } from "./list.ts";
import { stripById } from "./strips.ts";

let desk: Desk;
let ana: Person;
/** One person: seen first under the one, then found to be the other. */
let once: Client;
let now: Client;
let requestId: number;

const opens = async (client: Client, title: string): Promise<number> => {
  const messageId = await desk.says(client, title);
  const made = await desk.db.transaction((tx) =>
    sortMessages(tx, desk.system, ana, {
      ...{ kind: "opens", messageIds: [messageId], requestId: null, title },
      ...{ categoryId: null, priority: "normal", place: null, linkedTo: null },
    }),
  );
  return made.requestId ?? 0;
};

beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.person("Ana");
  once = await desk.client("Rosa by her old number");
  now = await desk.client("Rosa");
  requestId = await opens(once, "The lift is stuck");
  await desk.db.query("update contact set merged_into = $1 where id = $2", [now.contactId, once.contactId]);
});
afterAll(() => desk.close());

test("whoever sorts a word of theirs sees what they had open before they were known as one", async () => {
  const messageId = await desk.says(now, "Is anyone coming?");
  const item = await readTrayItem(desk.db, messageId, ana.id, desk.clock.now());
  expect(item.requests.map(({ id }) => id)).toEqual([requestId]);
  expect(item.requestCount).toBe(1);
});

test("their requests are found by either, and name who they are now", async () => {
  for (const contactId of [once.contactId, now.contactId]) {
    const { strips } = await listRequests(desk.db, { contactId, state: "open" }, ana.id);
    expect(strips.map(({ id }) => id)).toEqual([requestId]);
  }
  expect((await stripById(desk.db, requestId, ana.id)).client).toMatchObject({
    id: now.contactId,
    name: "Rosa",
  });
});

test("a request of theirs can be answered where they write now", async () => {
  expect(await isRequestOf(desk.db, requestId, now.conversationId)).toBe(true);
});

test("what opens in the old thread is of who they are now", async () => {
  const id = await opens(once, "And the door too");
  expect((await stripById(desk.db, id, ana.id)).client?.id).toBe(now.contactId);
});
