import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { actorOf } from "./actor.ts";
import { readBoard, readColumn } from "./board.ts";
import type { Ask, ChangeAsk, MoveAsk } from "./command.ts";
import { applyCommand, applyCommands, reserveRequestIds } from "./commands.ts";
import { listRequests, searchRequests } from "./list.ts";
import { openByHand } from "./open.ts";
import { readRequestPage } from "./page.ts";
import { stripById } from "./strips.ts";

let desk: Desk;
let ana: Person;
let bruno: Person;
let carla: Person;
let worker: Client;

beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.person("Ana");
  bruno = await desk.person("Bruno");
  carla = await desk.person("Carla", "coordinator");
  worker = await desk.client("Walid", "worker");
});
afterAll(() => desk.close());

const HAND = {
  contactId: null,
  clientName: null,
  clientPhone: null,
  categoryId: null,
  place: null,
  note: null,
};
const MOVE: MoveAsk = {
  kind: "move",
  to: "ready",
  reason: null,
  workerId: null,
  waitsOn: null,
  version: null,
};
const CHANGE: ChangeAsk = { kind: "change", version: null };

const open = (title: string, by = ana, more: Partial<Parameters<typeof openByHand>[3]> = {}) =>
  desk.db.transaction((tx) =>
    openByHand(tx, desk.system, by, { ...HAND, title, priority: "normal", ...more }),
  );
const tell = (requestId: number, ask: Ask, by = ana) =>
  desk.db.transaction((tx) => applyCommand(tx, desk.system, { requestId, actor: actorOf(by), ask }));
const page = (id: number, by = ana) => readRequestPage(desk.db, by, id, desk.clock.now());
const board = (by = ana, scope: "all" | "mine" | "team" = "all") =>
  readBoard(desk.db, by, { scope }, desk.clock.now());

test("a request by hand is ready, held by its opener, with the client written down", async () => {
  const id = await open("Blocked drain", ana, {
    clientName: "Rosa",
    clientPhone: "+34 600 111 222",
    note: "Called",
  });
  const { strip, events } = await page(id);
  expect(strip).toMatchObject({
    state: "ready",
    client: { name: "Rosa" },
    owner: { name: "Ana" },
    unread: false,
  });
  expect(events.map((event) => [event.kind, event.text])).toEqual([
    ["opened", null],
    ["note", "Called"],
  ]);
  const again = await open("Second drain", ana, { clientPhone: "0034600111222" });
  expect((await page(again)).others.map((other) => other.id)).toEqual([id]);
});

test("assigning names the worker in the story and on the strip", async () => {
  const id = await open("Leak");
  await tell(id, { ...MOVE, to: "assigned", workerId: worker.contactId }, carla);
  const { strip, events } = await page(id);
  expect(strip).toMatchObject({ state: "assigned", worker: { name: "Walid" }, waitsOn: "worker" });
  expect(events.at(-1)).toMatchObject({
    kind: "assigned",
    state: "assigned",
    actor: { kind: "account", name: "Carla" },
    facts: { workerName: "Walid" },
  });
});

test("what is not there is refused by name before the database has to", async () => {
  const id = await open("Lamp");
  await expect(tell(id, { ...CHANGE, categoryId: 999_999 })).rejects.toMatchObject({
    code: "no_such_category",
  });
  await expect(tell(id, { ...CHANGE, owner: { kind: "team", id: 999_999 } })).rejects.toMatchObject({
    code: "no_such_owner",
  });
  const client = await desk.client("Not a worker");
  const assign = { ...MOVE, to: "assigned", workerId: client.contactId } as const;
  await expect(tell(id, assign, carla)).rejects.toMatchObject({ code: "no_such_worker" });
  await expect(tell(999_999, MOVE)).rejects.toMatchObject({ kind: "not_found" });
});

test("a refusal names who holds it and who was faster", async () => {
  const id = await open("Door");
  await expect(tell(id, { ...MOVE, to: "working" }, bruno)).rejects.toMatchObject({
    kind: "forbidden",
    code: "move_held_by_other",
    message: `Ana holds R-${id}. Ask them or a coordinator.`,
  });
  await tell(id, { ...MOVE, to: "working" });
  await expect(
    tell(id, { ...MOVE, to: "waiting", waitsOn: "client", version: 1 }, carla),
  ).rejects.toMatchObject({ message: `Ana moved R-${id} to working a moment ago.` });
});

test("two people who move the same request at once: one wins, the other hears what happened", async () => {
  const id = await open("Window", carla);
  const dana = await desk.person("Dana", "coordinator");
  const results = await Promise.allSettled([
    tell(id, { ...MOVE, to: "working", version: 1 }, carla),
    tell(id, { ...MOVE, to: "waiting", waitsOn: "client", version: 1 }, dana),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = results.find((result) => result.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "move_moved_meanwhile" });
});

test("a batch goes through in order, and what is refused in it changes nothing", async () => {
  const applied = await desk.db.transaction(async (tx) => {
    const [one = 0, two = 0] = await reserveRequestIds(tx, 2);
    const actor = actorOf(ana);
    const opening = (title: string): Ask => ({
      kind: "open",
      state: "new",
      title,
      place: null,
      categoryId: null,
      priority: "normal",
      contactId: null,
      conversationId: null,
      owner: { kind: "team", id: 1 },
      said: null,
      note: null,
      linkedTo: null,
    });
    return applyCommands(tx, desk.system, [
      { requestId: one, actor, ask: opening("First") },
      { requestId: two, actor, ask: opening("Second") },
      { requestId: one, actor, ask: MOVE },
      { requestId: two, actor, ask: { ...MOVE, to: "done" } },
      { requestId: one, actor, ask: { ...CHANGE, title: "First, renamed" } },
      { requestId: one, actor, ask: { kind: "undo", seq: null } },
    ]);
  });
  expect(applied.map((result) => result.ok)).toEqual([true, true, true, false, true, true]);
  const [first] = applied;
  if (!first?.ok) throw new Error("not opened");
  expect(await stripById(desk.db, first.row.id, ana.id)).toMatchObject({
    title: "First",
    state: "ready",
    version: 4,
  });
});

test("the board counts what is open and shows its soonest fifty, and the cursor brings the rest once", async () => {
  const before = (await board()).columns.find((column) => column.state === "ready")?.count ?? 0;
  for (let index = 0; index < 120; index++) {
    desk.clock.forward({ seconds: 1 });
    await open(`Strip ${index}`, bruno);
  }
  const shown = await board();
  const ready = shown.columns.find((column) => column.state === "ready");
  expect(ready?.count).toBe(before + 120);
  expect(ready?.strips).toHaveLength(50);
  const ids = ready?.strips.map((strip) => strip.id) ?? [];
  let next = ready?.next ?? null;
  while (next) {
    const column = await readColumn(desk.db, ana, "ready", { scope: "all", after: next }, desk.clock.now());
    ids.push(...column.strips.map((strip) => strip.id));
    next = column.next;
  }
  expect(ids).toHaveLength(before + 120);
  expect(new Set(ids).size).toBe(ids.length);
});

test("mine is what I hold, my team's what it or its members hold", async () => {
  const eva = await desk.person("Eva");
  const [team] = await desk.db.query<{ id: number }>(
    "insert into team (name, created_at) values ('North', $1) returning id",
    [desk.clock.now()],
  );
  for (const person of [eva, carla])
    await desk.db.query("insert into team_member (team_id, account_id) values ($1, $2)", [
      team?.id,
      person.id,
    ]);
  const mine = await open("Eva's", eva);
  const teams = await open("North's", carla);
  await tell(teams, { ...CHANGE, owner: { kind: "team", id: team?.id ?? 0 } }, carla);
  const idsOf = async (scope: "mine" | "team") =>
    (await board(eva, scope)).columns.flatMap((column) => column.strips.map((strip) => strip.id));
  expect(await idsOf("mine")).toEqual([mine]);
  const held = await idsOf("team");
  expect(held).toEqual(expect.arrayContaining([mine, teams]));
  expect((await board(eva)).inYourHands).toBe(1);
  expect(held.every((id) => id !== 0)).toBe(true);
});

test("late is a next step or a promise past its time", async () => {
  const fay = await desk.person("Fay");
  const id = await open("Late one", fay);
  await tell(id, { ...CHANGE, promiseAt: new Date(desk.clock.now().getTime() + 60_000).toISOString() }, fay);
  expect((await board(fay, "mine")).late).toBe(0);
  desk.clock.forward({ minutes: 2 });
  expect(await board(fay, "mine")).toMatchObject({ open: 1, late: 1 });
});

test("a search finds title, place, client, part of a number and the reference", async () => {
  const id = await open("Zebra crossing lamp", ana, {
    clientName: "Quim Puig",
    clientPhone: "+34 611 222 333",
    place: "Carrer Nou 7",
  });
  const found = async (q: string) =>
    (await listRequests(desk.db, { q, state: "open" }, ana.id)).strips.map((strip) => strip.id);
  for (const q of ["zebra", "carrer nou", "PUIG", "611 222", `R-${id}`, `r${id}`])
    expect(await found(q)).toContain(id);
  expect(await found("100%")).not.toContain(id);
  const box = await searchRequests(desk.db, `R-${id}`, ana.id, 8);
  expect(box[0]?.id).toBe(id);
});

test("a search of the archive goes through all of it, page by page", async () => {
  const id = await open("Quokka in the yard");
  await tell(id, { ...MOVE, to: "cancelled", reason: "It left" });
  const found = async (state: "all" | "cancelled" | "closed" | "ready") =>
    (await listRequests(desk.db, { q: "quokka", state }, ana.id)).strips.map((strip) => strip.id);
  expect(await found("all")).toEqual([id]);
  expect(await found("cancelled")).toEqual([id]);
  expect(await found("closed")).toEqual([]);
  expect(await found("ready")).toEqual([]);
  const all: number[] = [];
  let after: string | undefined;
  do {
    const page = await listRequests(desk.db, { q: "strip", state: "all", after }, ana.id);
    all.push(...page.strips.map((strip) => strip.id));
    after = page.next ?? undefined;
  } while (after);
  expect(all).toHaveLength(120);
  expect(new Set(all).size).toBe(120);
});

test("hands count how long it waited on whom", async () => {
  const id = await open("Hands");
  desk.clock.forward({ hours: 1 });
  await tell(id, { ...MOVE, to: "waiting", waitsOn: "third_party" });
  desk.clock.forward({ hours: 2 });
  await tell(id, { ...MOVE, to: "ready" });
  desk.clock.forward({ minutes: 30 });
  expect((await page(id)).hands).toEqual({
    us: 1.5 * 3_600_000,
    client: 0,
    worker: 0,
    third_party: 2 * 3_600_000,
  });
});

test("undo is offered to its maker alone, for ten minutes", async () => {
  const id = await open("Undo me");
  const { undoUntil } = await page(id);
  expect(undoUntil).toBe(new Date(desk.clock.now().getTime() + 600_000).toISOString());
  expect((await page(id, bruno)).undoUntil).toBeNull();
  desk.clock.forward({ minutes: 11 });
  expect((await page(id)).undoUntil).toBeNull();
});
