/** Split, move and take out: what each does to its requests, and what is told to whom comes too late. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MendingDesk, openMendingDesk } from "../../test/mending-desk.ts";
import { mendingFaults } from "../../test/mending-digest.ts";
import { isRequestOf } from "../conversations/outbox-store.ts";
import { readThread } from "../conversations/read.ts";
import { listStanding } from "../triage/situation-store.ts";
import { undoDecision } from "../triage/undo.ts";
import { verify } from "./verify.ts";

let at: MendingDesk;
beforeAll(async () => {
  at = await openMendingDesk();
});
afterAll(async () => {
  expect(await verify(at.desk.db)).toMatchObject({ differences: [] });
  expect(await mendingFaults(at.desk.db)).toEqual([]);
  await at.desk.close();
});

test("split: the words are of a new request since they were said, with owner, next step and time", async () => {
  const { id, messageIds, client } = await at.opened([
    "The tap drips",
    "And the lift is stuck",
    "Fourth floor",
  ]);
  const [, lift = 0, floor = 0] = messageIds;
  const made = await at.split(at.ana, id, [lift, floor], {
    title: "Lift stuck",
    priority: "high",
    place: "4",
  });
  const fresh = await at.page(made.requestId);
  expect(fresh.messageIds).toEqual([lift, floor]);
  expect(fresh.strip).toMatchObject({
    title: "Lift stuck",
    priority: "high",
    place: "4",
    state: "ready",
    owner: { kind: "account", name: "Ana" },
    nextStep: { code: "offer" },
    client: { id: client.contactId },
    unread: false,
  });
  expect(fresh.events[0]).toMatchObject({ kind: "opened", facts: { fromRequestId: id, messageCount: 2 } });
  const old = await at.page(id);
  expect(old.messageIds).toEqual([messageIds[0]]);
  expect(old.strip).toMatchObject({ state: "ready", owner: { name: "Ana" }, nextStep: { code: "offer" } });
  expect(old.events.at(-1)).toMatchObject({ kind: "split", facts: { toRequestId: made.requestId } });
});

test("split kept in both: the message concerns two requests", async () => {
  const { id, messageIds } = await at.opened(["Tap and lift, both broken"]);
  const made = await at.split(at.ana, id, messageIds, { keep: true });
  expect((await at.page(id)).messageIds).toEqual(messageIds);
  expect((await at.page(made.requestId)).messageIds).toEqual(messageIds);
});

test("a split is undone from either request, once, and the new one is gone", async () => {
  for (const from of ["old", "new"] as const) {
    const { id, messageIds } = await at.opened(["One", "Two"]);
    const made = await at.split(at.ana, id, messageIds.slice(1));
    await at.undo(at.ana, from === "old" ? id : made.requestId);
    expect((await at.page(id)).messageIds).toEqual(messageIds);
    await expect(at.page(made.requestId)).rejects.toMatchObject({ code: "request_not_found" });
  }
});

test("what was opened by a split and worked on since stays", async () => {
  const { id, messageIds } = await at.opened(["One", "Two"]);
  const made = await at.split(at.ana, id, messageIds.slice(1));
  await at.ask(at.bruno, made.requestId, { kind: "note", text: "Called" });
  await expect(at.undo(at.ana, id)).rejects.toMatchObject({ code: "undo_built_on", detail: { by: "Bruno" } });
});

test("somebody else went on meanwhile: nothing is undone by halves", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  await at.merge(at.ana, one.id, two.id);
  await at.ask(at.bruno, two.id, { kind: "change", version: null, priority: "high" }).catch(() => null);
  await at.ask(at.clara, two.id, { kind: "change", version: null, priority: "high" });
  await expect(at.undo(at.ana, two.id)).rejects.toMatchObject({
    code: "undo_not_yours",
    detail: { by: "Clara" },
  });
  await expect(at.undo(at.ana, one.id)).rejects.toMatchObject({
    code: "undo_built_on",
    detail: { by: "Clara" },
  });
  expect((await at.page(one.id)).mergedInto).toBe(two.id);
});

test("undo is for whoever did it, and for ten minutes", async () => {
  const { id, messageIds } = await at.opened(["One", "Two"]);
  await at.split(at.ana, id, messageIds.slice(1));
  await expect(at.undo(at.bruno, id)).rejects.toMatchObject({ code: "undo_not_yours" });
  at.desk.clock.forward({ minutes: 11 });
  await expect(at.undo(at.ana, id)).rejects.toMatchObject({ code: "undo_too_late" });
});

test("moved messages are of the other request, and its clock runs from them", async () => {
  const one = await at.opened(["The tap drips"]);
  const other = await at.opened(["The lift", "Is it the lift still?"], at.ana, one.client);
  const last = (await at.strip(one.id)).openedAt;
  await at.move(at.ana, other.id, other.messageIds.slice(1), one.id);
  expect((await at.page(one.id)).messageIds).toEqual([...one.messageIds, other.messageIds[1]]);
  expect((await at.strip(one.id)).openedAt).toBe(last);
  await at.undo(at.ana, one.id);
  expect((await at.page(one.id)).messageIds).toEqual(one.messageIds);
});

test("a request gathers a second contact, and both are offered it when they write again", async () => {
  const tenant = await at.opened(["Water in the cellar"]);
  const landlord = await at.opened(["My tenant told me of the water"]);
  await at.move(at.ana, landlord.id, landlord.messageIds, tenant.id);
  const { parties, messageIds } = await at.page(tenant.id);
  expect(parties.map(({ name }) => name)).toEqual([tenant.client.name, landlord.client.name]);
  expect(messageIds).toEqual([...tenant.messageIds, ...landlord.messageIds]);
  expect(await at.offered(landlord.client)).toContain(tenant.id);
  const standing = await listStanding(at.desk.db, {
    ...{ contactId: landlord.client.contactId, overSince: at.desk.clock.now(), without: [] },
  });
  expect(standing.map(({ id }) => id)).toContain(tenant.id);
  const { messages } = await readThread(at.desk.db, {
    conversationId: landlord.client.conversationId,
    requestId: tenant.id,
  });
  expect(messages.map(({ id }) => id)).toEqual(messageIds);
  expect(await isRequestOf(at.desk.db, tenant.id, landlord.client.conversationId)).toBe(true);
});

test("taken out, what the client said waits in the tray again; kept elsewhere it does not", async () => {
  const { id, messageIds, decisionId, client } = await at.opened(["Hello", "The tap drips"]);
  const waiting = async () => {
    const rows = await at.desk.db.query<{ id: number }>(
      "select id from message where conversation_id = $1 and triage = 'waiting'",
      [client.conversationId],
    );
    return rows.map((row) => row.id);
  };
  await at.out(at.ana, id, messageIds.slice(0, 1));
  expect(await waiting()).toEqual(messageIds.slice(0, 1));
  await expect(
    at.desk.db.transaction((tx) => undoDecision(tx, at.desk.system, at.ana, decisionId)),
  ).rejects.toMatchObject({ code: "undo_built_on" });
  await at.undo(at.ana, id);
  expect(await waiting()).toEqual([]);
  await at.split(at.ana, id, messageIds.slice(1), { keep: true });
  await at.out(at.ana, id, messageIds.slice(1));
  expect(await waiting()).toEqual([]);
});

test("what was taken out and sorted anew is not put back under whoever sorted it", async () => {
  const { id, messageIds } = await at.opened(["One", "Two"]);
  await at.out(at.ana, id, messageIds.slice(1));
  await at.decide(at.bruno, { messageIds: messageIds.slice(1), kind: "opens", title: "Two" });
  await expect(at.undo(at.ana, id)).rejects.toMatchObject({ code: "undo_built_on", detail: { by: "Bruno" } });
});

test("a decision whose message went on elsewhere is undone after that only", async () => {
  const one = await at.opened(["One"]);
  const two = await at.opened(["Two"], at.ana, one.client);
  const late = await at.desk.says(one.client, "About one");
  const { decisionId } = await at.decide(at.ana, { messageIds: [late], kind: "belongs", requestId: one.id });
  const takeBack = () => at.desk.db.transaction((tx) => undoDecision(tx, at.desk.system, at.ana, decisionId));
  const { mendingId } = await at.move(at.bruno, one.id, [late], two.id);
  await expect(takeBack()).rejects.toMatchObject({ code: "undo_built_on", detail: { by: "Bruno" } });
  await at.undoMending(at.bruno, mendingId);
  expect(await takeBack()).toEqual([late]);
});
