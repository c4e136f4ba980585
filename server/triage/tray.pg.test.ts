import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { actorOf } from "../requests/actor.ts";
import { applyCommand } from "../requests/commands.ts";
import { readRequestPage } from "../requests/page.ts";
import { stripById, stripsByIds } from "../requests/strips.ts";
import { verify } from "../requests/verify.ts";
import { sortMessages } from "./sort.ts";
import { readTray, readTrayItem } from "./tray.ts";
import { undoDecision, undoLast } from "./undo.ts";

let desk: Desk;
let ana: Person;
let bruno: Person;
let client: Client;

beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.person("Ana");
  bruno = await desk.person("Bruno");
});
afterAll(async () => {
  expect(await verify(desk.db)).toMatchObject({ differences: [] });
  await desk.close();
});

type Body = Parameters<typeof sortMessages>[3];
const body = (kind: Body["kind"], messageIds: number[], more: Partial<Body> = {}): Body => ({
  kind,
  messageIds,
  requestId: null,
  title: null,
  categoryId: null,
  priority: "normal",
  place: null,
  linkedTo: null,
  ...more,
});
const sort = (person: Person, kind: Body["kind"], ids: number[], more: Partial<Body> = {}) =>
  desk.db.transaction((tx) => sortMessages(tx, desk.system, person, body(kind, ids, more)));
const undo = (person: Person, id: number) =>
  desk.db.transaction((tx) => undoDecision(tx, desk.system, person, id));
const strip = (id: number, person = ana) => stripById(desk.db, id, person.id);

let seen = 0;
/** A client nobody has seen before, so that tests do not meet in the tray. */
const newClient = async () => desk.client(`Client ${++seen}`);
const opened = async (text = "The tap drips", by = ana) => {
  client = await newClient();
  const id = await desk.says(client, text);
  const made = await sort(by, "opens", [id], { title: text });
  if (made.requestId === null) throw new Error("nothing was opened");
  return { ...made, requestId: made.requestId, messageId: id };
};
const waitingIn = async (conversationId: number) =>
  (await readTray(desk.db, ana, desk.clock.now())).items
    .filter((item) => item.conversationId === conversationId)
    .map((item) => item.messageIds);

test("messages at most a minute apart are one item, named by its earliest", async () => {
  const someone = await newClient();
  const first = await desk.says(someone, "Hello");
  desk.clock.forward({ seconds: 60 });
  const second = await desk.says(someone, null, { kind: "image" });
  desk.clock.forward({ seconds: 61 });
  const third = await desk.says(someone, "One more thing");
  expect(await waitingIn(someone.conversationId)).toEqual([[first, second], [third]]);
  const page = await readTrayItem(desk.db, first, ana.id, desk.clock.now());
  expect(page.item).toMatchObject({ id: first, photos: 1, preview: "Hello" });
});

test("two conversations at once stay two items", async () => {
  const one = await newClient();
  const other = await newClient();
  const a = await desk.says(one, "a");
  const b = await desk.says(other, "b");
  expect(await waitingIn(one.conversationId)).toEqual([[a]]);
  expect(await waitingIn(other.conversationId)).toEqual([[b]]);
});

test("opening makes a ready request held by whoever opened it, since the client wrote", async () => {
  client = await newClient();
  const said = desk.clock.now();
  const id = await desk.says(client, "No hot water");
  desk.clock.forward({ minutes: 5 });
  const { requestId } = await sort(ana, "opens", [id], { title: "No hot water", place: "Flat 3" });
  expect(await strip(requestId ?? 0)).toMatchObject({
    title: "No hot water",
    place: "Flat 3",
    state: "ready",
    owner: { kind: "account", name: "Ana" },
    waitsOn: "us",
    nextStep: { code: "offer" },
    openedAt: said.toISOString(),
    unread: false,
  });
  expect(await waitingIn(client.conversationId)).toEqual([]);
});

test("without a title the suggestion is taken", async () => {
  client = await newClient();
  const id = await desk.says(client, "Hola, buenos días! Se rompió la caldera. Es urgente");
  const { requestId } = await sort(ana, "opens", [id]);
  expect((await strip(requestId ?? 0)).title).toBe("Se rompió la caldera");
});

test("of two people who decide about the same item at once one wins and the other is told who", async () => {
  client = await newClient();
  const id = await desk.says(client, "Who is first?");
  const results = await Promise.allSettled([
    sort(ana, "opens", [id], { title: "One" }),
    sort(bruno, "opens", [id], { title: "Two" }),
  ]);
  const lost = results.find((result) => result.status === "rejected");
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  const winner = results[0]?.status === "fulfilled" ? "Ana" : "Bruno";
  expect(lost?.reason).toMatchObject({ kind: "conflict", code: "sorted_already", detail: { by: winner } });
});

test("an answer takes a waiting request back to where it came from, at the time of the answer", async () => {
  const { requestId } = await opened();
  await desk.db.transaction((tx) =>
    applyCommand(tx, desk.system, {
      requestId,
      actor: actorOf(ana),
      ask: { kind: "move", to: "waiting", waitsOn: "client", reason: null, workerId: null, version: null },
    }),
  );
  desk.clock.forward({ hours: 1 });
  const answeredAt = desk.clock.now();
  const id = await desk.says(client, "Yes, tomorrow is fine");
  desk.clock.forward({ minutes: 20 });
  await sort(bruno, "answers", [id], { requestId });
  expect(await strip(requestId)).toMatchObject({
    state: "ready",
    stateSince: answeredAt.toISOString(),
    returnsTo: null,
    waitsOn: "us",
  });
  const page = await readRequestPage(desk.db, ana, requestId, desk.clock.now());
  expect(page.hands).toMatchObject({ client: 3_600_000, us: 20 * 60_000 });
});

test("a chase is counted and marks the request unread for others", async () => {
  const { requestId } = await opened();
  desk.clock.forward({ minutes: 30 });
  await sort(bruno, "chase", [await desk.says(client, "Any news?")], { requestId });
  expect(await strip(requestId, ana)).toMatchObject({ chases: 1, unread: true });
  expect(await strip(requestId, bruno)).toMatchObject({ unread: false });
});

test("no request leaves nothing but the decision", async () => {
  client = await newClient();
  const id = await desk.says(client, "Thank you!");
  const { requestId } = await sort(ana, "no_request", [id]);
  expect(requestId).toBeNull();
  const tray = await readTray(desk.db, ana, desk.clock.now());
  expect(tray.decided[0]).toMatchObject({ kind: "no_request", by: "Ana", contactName: client.name });
});

test("undoing an opening puts the messages back and the request away", async () => {
  const { decisionId, requestId, messageId } = await opened();
  expect(await undo(ana, decisionId)).toEqual([messageId]);
  expect(await waitingIn(client.conversationId)).toEqual([[messageId]]);
  expect(await stripsByIds(desk.db, [requestId], ana.id)).toEqual([]);
});

test("an opening that others built on is not undone", async () => {
  const { decisionId, requestId } = await opened();
  await sort(bruno, "belongs", [await desk.says(client, "And the sink")], { requestId });
  await expect(undo(ana, decisionId)).rejects.toMatchObject({
    kind: "conflict",
    code: "undo_built_on",
    detail: { by: "Bruno" },
  });
});

test("decisions on one request can be undone in any order", async () => {
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [0, 2, 1],
  ]) {
    const { decisionId, requestId, messageId } = await opened();
    const before = await strip(requestId);
    const made: { decisionId: number }[] = [];
    const kinds = ["chase", "belongs", "chase"] as const;
    for (const kind of kinds) {
      desk.clock.forward({ seconds: 90 });
      made.push(await sort(ana, kind, [await desk.says(client, kind)], { requestId }));
    }
    expect((await strip(requestId)).chases).toBe(2);
    for (const index of order) await undo(ana, made[index]?.decisionId ?? 0);
    expect(await strip(requestId)).toEqual({ ...before, version: 7 });
    await undo(ana, decisionId);
    expect((await waitingIn(client.conversationId)).flat()[0]).toBe(messageId);
  }
});

test("undo on the request's page takes back the decision that made the last event", async () => {
  const { requestId } = await opened();
  const id = await desk.says(client, "Now?");
  await sort(ana, "chase", [id], { requestId });
  await desk.db.transaction((tx) => undoLast(tx, desk.system, ana, requestId));
  expect((await strip(requestId)).chases).toBe(0);
  expect((await waitingIn(client.conversationId)).flat()).toEqual([id]);
});

test("a decision is undone once, by its maker, within ten minutes", async () => {
  const { decisionId } = await opened();
  await expect(undo(bruno, decisionId)).rejects.toMatchObject({ code: "undo_not_yours" });
  const other = await opened();
  await undo(ana, other.decisionId);
  await expect(undo(ana, other.decisionId)).rejects.toMatchObject({ code: "undo_nothing" });
  desk.clock.forward({ minutes: 11 });
  await expect(undo(ana, decisionId)).rejects.toMatchObject({ code: "undo_too_late" });
});

test("what belongs to a request closed within 72 hours reopens it, later it is refused", async () => {
  const { requestId } = await opened();
  const close = {
    kind: "move",
    to: "cancelled",
    reason: "twice",
    workerId: null,
    waitsOn: null,
    version: null,
  } as const;
  const actor = actorOf(ana);
  await desk.db.transaction((tx) => applyCommand(tx, desk.system, { requestId, actor, ask: close }));
  desk.clock.forward({ hours: 71 });
  await sort(bruno, "belongs", [await desk.says(client, "It drips again")], { requestId });
  expect(await strip(requestId)).toMatchObject({ state: "ready", waitsOn: "us" });
  await desk.db.transaction((tx) => applyCommand(tx, desk.system, { requestId, actor, ask: close }));
  desk.clock.forward({ hours: 73 });
  const late = sort(bruno, "belongs", [await desk.says(client, "And again")], { requestId });
  await expect(late).rejects.toMatchObject({ code: "request_closed_long_ago" });
});
