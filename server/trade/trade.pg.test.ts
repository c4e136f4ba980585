import { afterAll, beforeAll, expect, test } from "vitest";
import { aCategory, NO_AIMS, openTradeOffice, type TradeOffice } from "../../test/trade-office.ts";
import { readBoard, readColumn } from "../requests/board.ts";
import { listKinds } from "../requests/kinds.ts";
import { listRequests } from "../requests/list.ts";
import { openByHand } from "../requests/open.ts";
import { readRequestPage } from "../requests/page.ts";
import { verify } from "../requests/verify.ts";
import { addArea, changeArea, changeCategory } from "./categories.ts";
import { archiveKind, mergeKind, restoreKind } from "./standing.ts";
import { addStartingSet, removeStartingSet, restoreCategories, startingSets } from "./starting-sets.ts";

let office: TradeOffice;

beforeAll(async () => {
  office = await openTradeOffice();
});
afterAll(async () => {
  expect(await verify(office.db)).toMatchObject({ differences: [] });
  await office.close();
});

test("the six that came with Baton mean what the measure calls them", async () => {
  const { categories } = await office.trade();
  expect(categories.slice(0, 6).map(({ name, label, broughtBy }) => [name, label, broughtBy])).toEqual([
    ["Repair", "breakdown_repair", "first"],
    ["Appointment", "appointment", "first"],
    ["Delivery", "delivery_problem", "first"],
    ["Billing", "billing_payment", "first"],
    ["Complaint", "complaint", "first"],
    ["Question", "information", "first"],
  ]);
});

test("a category is written with its evidence and targets, and anew", async () => {
  const targets = { ...aCategory("").targets, urgent: { firstReply: 5, takeUp: 15, resolution: null } };
  const id = await office.makeCategory("Boiler", {
    evidence: ["photo", "reading"],
    priority: "high",
    targets,
  });
  expect(await office.category(id)).toMatchObject({
    evidence: ["photo", "reading"],
    priority: "high",
    targets,
    isUsed: false,
    version: 1,
  });
  await office.does((tx, by) =>
    changeCategory(tx, id, { ...aCategory("Boilers", { evidence: ["photo"] }), version: 1 }, by),
  );
  expect(await office.category(id)).toMatchObject({
    name: "Boilers",
    evidence: ["photo"],
    targets: { urgent: NO_AIMS },
    version: 2,
  });
});

test("a name is taken while it is in use, whatever its case, and free again afterwards", async () => {
  const id = await office.makeCategory("Gutters");
  await expect(office.makeCategory("GUTTERS")).rejects.toMatchObject({ code: "name_taken" });
  await office.does((tx, by) => archiveKind(tx, "category", { id, version: 1 }, by));
  await office.makeCategory("Gutters");
  await expect(
    office.does((tx, by) => restoreKind(tx, "category", { id, version: 2, name: "Gutters" }, by)),
  ).rejects.toMatchObject({ code: "name_taken" });
});

test("of two who rename at once, one is told that the other was faster", async () => {
  const id = await office.makeCategory("Roof");
  const rename = (name: string) =>
    office.does((tx, by) => changeCategory(tx, id, { ...aCategory(name), version: 1 }, by));
  const ends = await Promise.allSettled([rename("Roofs"), rename("Roofing")]);
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "trade_changed" },
  });
});

test("a merge touches no request: strips show the one it went into, and taking it apart gives all of it back", async () => {
  const taps = await office.makeCategory("Taps", { needsWork: false });
  const plumbing = await office.makeCategory("Plumbing");
  const everything = await office.makeCategory("Everything wet");
  const id = await office.open(taps);
  const before = await office.events(id);
  const merge = (from: number, version: number, into: number) =>
    office.does((tx, by) => mergeKind(tx, "category", { id: from, version }, into, by));
  await merge(taps, 1, plumbing);
  expect((await office.strip(id)).category).toEqual({ id: plumbing, name: "Plumbing", needsWork: true });
  await merge(plumbing, 1, everything);
  expect((await office.strip(id)).category).toMatchObject({ id: everything });
  expect(await office.category(everything)).toMatchObject({ open: 1 });
  expect(await office.events(id)).toEqual(before);
  expect((await listKinds(office.db)).some((kind) => kind.id === taps)).toBe(false);
  // Whoever still has the old list on the screen files under the one it became.
  const other = await office.open(taps);
  expect((await office.strip(other)).category).toMatchObject({ id: everything });
  await expect(merge(everything, 1, taps)).rejects.toMatchObject({ code: "trade_into" });

  const restore = async (kind: number, name: string) =>
    office.does(async (tx, by) => {
      const { version } = await office.category(kind);
      await restoreKind(tx, "category", { id: kind, version, name }, by);
    });
  await restore(plumbing, "Plumbing");
  expect((await office.strip(id)).category).toMatchObject({ id: plumbing });
  await restore(taps, "Taps");
  expect((await office.strip(id)).category).toEqual({ id: taps, name: "Taps", needsWork: false });
  expect((await office.strip(other)).category).toMatchObject({ id: everything });
});

test("the board and the list are read by category and area, merged ones with them, and by team", async () => {
  const fences = await office.makeCategory("Fences");
  const gates = await office.makeCategory("Gates");
  const west = await office.does((tx, by) => addArea(tx, { name: "West", places: [] }, by));
  const crew = await office.makeTeam("West crew");
  const [fence, gate, westGate] = [
    await office.open(fences),
    await office.open(gates),
    await office.open(gates, west),
  ];
  await office.give(gate, crew);
  await office.does((tx, by) => mergeKind(tx, "category", { id: fences, version: 1 }, gates, by));
  const board = async (filed: { categoryId?: number; areaId?: number }) => {
    const { columns, open } = await readBoard(
      office.db,
      office.marta,
      { scope: "all", ...filed },
      office.clock.now(),
    );
    const ids = columns.flatMap(({ strips }) => strips.map(({ id }) => id)).sort((a, b) => a - b);
    expect(open).toBe(ids.length);
    return ids;
  };
  expect(await board({ categoryId: gates })).toEqual([fence, gate, westGate]);
  expect(await board({ categoryId: gates, areaId: west })).toEqual([westGate]);
  const column = await readColumn(
    office.db,
    office.marta,
    "ready",
    { scope: "all", areaId: west, after: "0.0" },
    office.clock.now(),
  );
  expect(column.strips.map(({ id }) => id)).toEqual([westGate]);
  const list = async (more: object) => {
    const { strips } = await listRequests(office.db, { state: "open", ...more }, office.marta.id);
    return strips.map(({ id }) => id);
  };
  expect(await list({ categoryId: gates })).toEqual([westGate, gate, fence]);
  expect(await list({ categoryId: gates, areaId: west, q: "tap" })).toEqual([westGate]);
  expect(await list({ teamId: crew })).toEqual([gate]);
});

test("what a category asks of work is asked by the one it was merged into", async () => {
  const quick = await office.makeCategory("Quick answers", { needsWork: false });
  const works = await office.makeCategory("Works");
  const id = await office.open(quick);
  await office.does((tx, by) => mergeKind(tx, "category", { id: quick, version: 1 }, works, by));
  const close = {
    kind: "move",
    to: "closed",
    reason: null,
    workerId: null,
    waitsOn: null,
    version: null,
  } as const;
  await expect(office.tell(id, close)).rejects.toMatchObject({ code: "move_needs_work" });
});

test("nothing new goes into a category that was put away; what is there stays", async () => {
  const id = await office.makeCategory("Chimneys");
  const request = await office.open(id);
  await office.does((tx, by) => archiveKind(tx, "category", { id, version: 1 }, by));
  await expect(office.open(id)).rejects.toMatchObject({ code: "no_such_category" });
  expect((await office.strip(request)).category).toMatchObject({ name: "Chimneys" });
  expect(await office.category(id)).toMatchObject({ isArchived: true, isUsed: true, open: 1 });
});

test("an area is part of a request and of its story, and can be undone", async () => {
  const north = await office.does((tx, by) => addArea(tx, { name: "North", places: ["28004", "28004"] }, by));
  const east = await office.does((tx, by) => addArea(tx, { name: "East", places: [] }, by));
  const id = await office.open(null, north);
  expect((await office.strip(id)).area).toEqual({ id: north, name: "North" });
  await office.tell(id, { kind: "change", version: null, areaId: east });
  const { events } = await readRequestPage(office.db, office.marta, id, office.clock.now());
  expect(events.at(-1)).toMatchObject({ kind: "changed", facts: { changed: "area", areaName: "East" } });
  await office.tell(id, { kind: "undo", seq: null });
  expect((await office.strip(id)).area).toMatchObject({ name: "North" });
  await office.does((tx, by) =>
    changeArea(tx, east, { name: "East end", places: ["Docks"], version: 1 }, by),
  );
  await office.does((tx, by) => mergeKind(tx, "area", { id: north, version: 1 }, east, by));
  expect((await office.strip(id)).area).toEqual({ id: east, name: "East end" });
  await expect(office.open(null, 999)).rejects.toMatchObject({ code: "no_such_area" });
});

test("a starting set comes beside what is there, goes again as long as nobody used it, and comes back", async () => {
  const sets = await startingSets(office.db, "es");
  expect(sets.map(({ key, categories }) => [key, categories.length])).toEqual([
    ["home", 12],
    ["courier", 11],
    ["clinic", 12],
    ["property", 12],
    ["telecom", 11],
  ]);
  await office.makeCategory("Visita del técnico");
  const add = () => office.does((tx, by) => addStartingSet(tx, "telecom", "es", by));
  expect(await add()).toBe(10);
  expect(await add()).toBe(0);
  const { categories } = await office.trade();
  const down = categories.find(({ name }) => name === "Sin servicio");
  expect(down).toMatchObject({
    label: "breakdown_repair",
    broughtBy: "telecom",
    targets: { high: { takeUp: 20 } },
  });
  await office.open(down?.id ?? 0);
  const removed = await office.does((tx, by) => removeStartingSet(tx, "telecom", by));
  expect(removed).toHaveLength(9);
  const left = (await office.trade()).categories.filter(
    (each) => each.broughtBy === "telecom" && !each.isArchived,
  );
  expect(left.map(({ name }) => name)).toEqual(["Sin servicio"]);
  await office.does((tx, by) => restoreCategories(tx, removed, by));
  expect(
    (await office.trade()).categories.filter((each) => each.broughtBy === "telecom" && !each.isArchived),
  ).toHaveLength(10);
  const again = await office.does((tx, by) => removeStartingSet(tx, "telecom", by));
  expect(again).toHaveLength(9);
  expect(await office.does((tx, by) => addStartingSet(tx, "telecom", "en", by))).toBe(10);
  const names = (await office.trade()).categories
    .filter(({ isArchived }) => !isArchived)
    .map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Sin servicio", "Slow or unstable", "Technician’s visit"]));
  expect(names).not.toContain("Lento o inestable");
});

test("every change of the trade is in the audit", async () => {
  const rows = await office.db.query<{ action: string }>("select distinct action from audit order by action");
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["area.added", "category.archived", "category.merged", "category.restored"]),
  );
});

test("a request that opens with a place lies in the area of its words, unless somebody said another", async () => {
  const docks = await office.does((tx, by) => addArea(tx, { name: "Harbour", places: ["Pier"] }, by));
  const hills = await office.does((tx, by) => addArea(tx, { name: "Hills", places: [] }, by));
  const open = (place: string, areaId: number | null) =>
    office.does((tx) =>
      openByHand(tx, office.system, office.marta, {
        ...{ title: "A lamp", place, categoryId: null, areaId, priority: "normal", note: null },
        ...{ contactId: null, clientName: null, clientPhone: null },
      }),
    );
  expect((await office.strip(await open("12 Pier road", null))).area).toMatchObject({ id: docks });
  expect((await office.strip(await open("12 Pier road", hills))).area).toMatchObject({ id: hills });
  expect((await office.strip(await open("12 Main street", null))).area).toBeNull();
});
