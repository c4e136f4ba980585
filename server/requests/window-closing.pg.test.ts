import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { sweepOnce } from "../timers/sweep.ts";
import { actorOf } from "./actor.ts";
import type { Ask } from "./command.ts";
import { applyCommand } from "./commands.ts";
import { openByHand } from "./open.ts";
import { stripById } from "./strips.ts";
import { countWindowsClosing } from "./window-closing.ts";

let desk: Desk;
let olga: Person;
let count = 0;

beforeAll(async () => {
  desk = await openDesk();
  olga = await desk.person("Olga", "coordinator");
});
afterAll(() => desk.close());

const tell = (requestId: number, ask: Ask) =>
  desk.db.transaction((tx) => applyCommand(tx, desk.system, { requestId, actor: actorOf(olga), ask }));

/** The recorder's part: the conversation moves, and nobody sorts anything. */
const writes = (client: Client) =>
  desk.db.query("update conversation set last_in_at = $2 where id = $1", [
    client.conversationId,
    desk.clock.now(),
  ]);

/** A client who writes now and whose request Olga opens and holds. */
async function aRequest(): Promise<{ id: number; client: Client }> {
  count += 1;
  const client = await desk.client(`Client ${count}`);
  await writes(client);
  const id = await desk.db.transaction((tx) =>
    openByHand(tx, desk.system, olga, {
      title: "Leak",
      contactId: client.contactId,
      clientName: null,
      clientPhone: null,
      categoryId: null,
      place: null,
      note: null,
      priority: "normal",
    }),
  );
  await tell(id, { kind: "change", version: null, owner: { kind: "account", id: olga.id } });
  return { id, client };
}

const closes = async (id: number) => (await stripById(desk.db, id, olga.id)).windowClosesAt;
const mine = () => countWindowsClosing(desk.db, olga.id, desk.clock.now());
const later = async (of: { hours?: number; minutes?: number; seconds?: number }) => {
  desk.clock.forward(of);
  await sweepOnce(desk.system);
};
const over = (id: number) =>
  tell(id, {
    kind: "move",
    to: "cancelled",
    reason: "so",
    workerId: null,
    waitsOn: null,
    version: null,
  });

test("two hours before the window closes its owner is told, to the second, once", async () => {
  const { id } = await aRequest();
  const end = new Date(desk.clock.now().getTime() + 24 * 3_600_000).toISOString();
  await later({ hours: 21, minutes: 59, seconds: 59 });
  expect([await closes(id), await mine()]).toEqual([null, 0]);
  await later({ seconds: 1 });
  expect([await closes(id), await mine()]).toEqual([end, 1]);
  const told = await desk.db.query("select told_at from window_nudge where request_id = $1", [id]);
  await later({ hours: 1 });
  expect(await desk.db.query("select told_at from window_nudge where request_id = $1", [id])).toEqual(told);
  await later({ hours: 1 });
  expect(await mine()).toBe(0);
  expect(await desk.db.query("select from timer where subject_id = $1", [id])).toEqual([]);
  await over(id);
});

test("a message nobody has sorted yet moves the window, before and after it was told", async () => {
  const { id, client } = await aRequest();
  await later({ hours: 5 });
  await writes(client);
  await later({ hours: 18 });
  expect(await closes(id)).toBeNull();
  await later({ hours: 4 });
  expect(await closes(id)).not.toBeNull();
  await writes(client);
  expect([await closes(id), await mine()]).toEqual([null, 0]);
  await later({ hours: 22 });
  expect([await closes(id), await mine()]).toEqual([
    new Date(desk.clock.now().getTime() + 2 * 3_600_000).toISOString(),
    1,
  ]);
  await over(id);
});

test("a number chooses how long before", async () => {
  const { id } = await aRequest();
  await desk.db.query(
    "insert into number_terms (number_id, time_zone, nudge_minutes, changed_at) select id, 'UTC', 360, $1 from number",
    [desk.clock.now()],
  );
  await later({ hours: 17, minutes: 59 });
  expect(await closes(id)).toBeNull();
  await later({ minutes: 1 });
  expect(await closes(id)).not.toBeNull();
  await desk.db.query("delete from number_terms");
  await over(id);
});

test("who waits on the client, and what is over, is left alone", async () => {
  const waiting = await aRequest();
  await tell(waiting.id, {
    kind: "move",
    to: "waiting",
    reason: null,
    workerId: null,
    waitsOn: "client",
    version: null,
  });
  const gone = await aRequest();
  await over(gone.id);
  await later({ hours: 23 });
  expect([await closes(waiting.id), await closes(gone.id), await mine()]).toEqual([null, null, 0]);
});

test("what is told leaves the strip as soon as it waits on the client", async () => {
  const { id } = await aRequest();
  await later({ hours: 22 });
  expect(await mine()).toBe(1);
  await tell(id, {
    kind: "move",
    to: "waiting",
    reason: null,
    workerId: null,
    waitsOn: "client",
    version: null,
  });
  expect([await closes(id), await mine()]).toEqual([null, 0]);
});
