import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk, type Person } from "../../test/desk.ts";
import type { Db } from "../db/pool.ts";
import { actorOf } from "./actor.ts";
import type { Ask } from "./command.ts";
import { applyCommand } from "./commands.ts";
import { handOn } from "./hand-on.ts";
import { openByHand } from "./open.ts";
import { stripById } from "./strips.ts";
import { verify } from "./verify.ts";

let desk: Desk;
let carla: Person;

beforeAll(async () => {
  desk = await openDesk();
  carla = await desk.person("Carla", "admin");
});
afterAll(async () => {
  expect(await verify(desk.db)).toMatchObject({ differences: [] });
  await desk.close();
});

const BLANK = {
  contactId: null,
  clientName: null,
  clientPhone: null,
  categoryId: null,
  place: null,
  note: null,
};
const open = (by: Person) =>
  desk.db.transaction((tx) =>
    openByHand(tx, desk.system, by, { ...BLANK, title: "Kitchen tap", priority: "normal" }),
  );
const tell = (requestId: number, ask: Ask, by = carla) =>
  desk.db.transaction((tx) => applyCommand(tx, desk.system, { requestId, actor: actorOf(by), ask }));
const move = (id: number, to: "ready" | "cancelled") =>
  tell(id, { kind: "move", to, reason: "so", workerId: null, waitsOn: null, version: null });
const give = (id: number, to: Person) =>
  tell(id, { kind: "change", version: null, owner: { kind: "account", id: to.id } });
const leave = (who: Person) =>
  desk.db.transaction(async (tx) => {
    await tx.query("update account set is_active = false where id = $1", [who.id]);
    await handOn(tx, desk.system, who.id, carla);
  });
const WAITING =
  "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
const owner = async (id: number) => (await stripById(desk.db, id, carla.id)).owner;

test("a request that opens again after its holder left is Intake's", async () => {
  const dora = await desk.person("Dora");
  const id = await open(dora);
  await move(id, "cancelled");
  await leave(dora);
  await move(id, "ready");
  expect(await owner(id)).toMatchObject({ kind: "team", name: "Intake" });
});

test("an undo gives a request back to nobody who left", async () => {
  const eli = await desk.person("Eli");
  const id = await open(eli);
  await give(id, carla);
  await leave(eli);
  await tell(id, { kind: "undo", seq: null });
  expect(await owner(id)).toMatchObject({ kind: "team", name: "Intake" });
});

/** While one transaction holds the request, somebody else begins to leave; resolves when they have left. */
const leaveDuring = async (who: Person, work: (tx: Db) => Promise<unknown>): Promise<void> => {
  let leaving: Promise<void> = Promise.resolve();
  await desk.db.transaction(async (tx) => {
    await work(tx);
    leaving = leave(who);
    leaving.catch(() => {});
    await expect.poll(async () => (await desk.db.query(WAITING)).length > 0).toBe(true);
  });
  await leaving;
};

test("an opening that is taken back at that moment keeps nobody from leaving", async () => {
  const gus = await desk.person("Gus");
  const id = await open(gus);
  await leaveDuring(gus, (tx) =>
    applyCommand(tx, desk.system, {
      requestId: id,
      actor: actorOf(gus),
      ask: { kind: "undo", seq: null },
    }),
  );
  expect(await desk.db.query("select is_active from account where id = $1", [gus.id])).toEqual([
    { is_active: false },
  ]);
});

test("what was given to somebody else at that moment stays theirs", async () => {
  const hana = await desk.person("Hana");
  const id = await open(hana);
  const owner = { kind: "account", id: carla.id } as const;
  await leaveDuring(hana, (tx) =>
    applyCommand(tx, desk.system, {
      requestId: id,
      actor: actorOf(carla),
      ask: { kind: "change", version: null, owner },
    }),
  );
  expect((await stripById(desk.db, id, carla.id)).owner).toMatchObject(owner);
});

test("whoever is leaving at this moment is given nothing", async () => {
  const finn = await desk.person("Finn");
  const id = await open(carla);
  let given: Promise<unknown> = Promise.resolve();
  await desk.db.transaction(async (tx) => {
    await tx.query("update account set is_active = false where id = $1", [finn.id]);
    await handOn(tx, desk.system, finn.id, carla);
    let isOver = false;
    given = give(id, finn).finally(() => {
      isOver = true;
    });
    given.catch(() => {});
    await expect.poll(async () => isOver || (await desk.db.query(WAITING)).length > 0).toBe(true);
  });
  await expect(given).rejects.toMatchObject({ code: "no_such_owner" });
  expect(await owner(id)).toMatchObject({ kind: "account", id: carla.id });
});
