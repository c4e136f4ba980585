import { afterAll, beforeAll, expect, test } from "vitest";
import { openTradeOffice, type TradeOffice } from "../../test/trade-office.ts";
import { ownerFor } from "../requests/actor.ts";
import { verify } from "../requests/verify.ts";
import { joinFirstTeam } from "./join.ts";
import { archiveTeam, changeTeam, restoreTeam } from "./teams.ts";

let office: TradeOffice;

beforeAll(async () => {
  office = await openTradeOffice();
});
afterAll(async () => {
  expect(await verify(office.db)).toMatchObject({ differences: [] });
  await office.close();
});

test("of two who make the same name at once, one is told that it is taken", async () => {
  const ends = await Promise.allSettled([office.makeTeam("Night"), office.makeTeam("night")]);
  expect(ends.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "name_taken" } });
});

test("a team that holds open work is not put away without somebody who gets it; what is over stays its own", async () => {
  const crew = await office.makeTeam("Crew");
  const heir = await office.makeTeam("Heir");
  const heating = await office.makeCategory("Heating", { teamId: crew });
  const [working, over] = [await office.open(null), await office.open(null)];
  await office.give(working, crew);
  await office.give(over, crew);
  await office.tell(over, {
    kind: "move",
    to: "cancelled",
    reason: "twice",
    workerId: null,
    waitsOn: null,
    version: null,
  });
  const archive = (handOnTo: number | null) =>
    office.does((tx, by) => archiveTeam(tx, office.system, { id: crew, version: 1, handOnTo }, by));
  await expect(archive(null)).rejects.toMatchObject({ code: "team_holds_work", detail: { open: 1 } });
  await archive(heir);
  expect((await office.strip(working)).owner).toMatchObject({ kind: "team", id: heir });
  expect((await office.strip(over)).owner).toMatchObject({ kind: "team", id: crew });
  expect(await office.category(heating)).toMatchObject({ teamId: heir });
  expect((await office.events(working)).at(-1)).toEqual({ kind: "handed_over" });
  await expect(office.give(working, crew)).rejects.toMatchObject({ code: "no_such_owner" });
  // It opens again: nobody is in that team any more.
  await office.tell(over, {
    kind: "move",
    to: "ready",
    reason: null,
    workerId: null,
    waitsOn: null,
    version: null,
  });
  expect((await office.strip(over)).owner).toMatchObject({ kind: "team", name: "Intake" });
});

test("an undo gives a request back to no team that was put away, but to the one it went into", async () => {
  const [old, next] = [await office.makeTeam("Old"), await office.makeTeam("Next")];
  const id = await office.open(null);
  await office.give(id, old);
  await office.give(id, next);
  await office.does((tx, by) =>
    archiveTeam(tx, office.system, { id: old, version: 1, handOnTo: next, merges: true }, by),
  );
  await office.tell(id, { kind: "undo", seq: null });
  expect((await office.strip(id)).owner).toMatchObject({ id: next });
});

test("a merged team brings its people and numbers along; apart again it has its own", async () => {
  const [day, night] = [
    await office.makeTeam("Day desk", { memberIds: [office.marta.id] }),
    await office.makeTeam("Night desk", {
      isIntake: true,
      hours: [{ weekday: 1, from: "22:00", to: "06:00" }],
    }),
  ];
  expect((await office.team(night)).hours).toEqual([{ weekday: 1, from: "22:00", to: "06:00" }]);
  await office.does((tx, by) =>
    archiveTeam(tx, office.system, { id: day, version: 1, handOnTo: night, merges: true }, by),
  );
  expect(await office.team(night)).toMatchObject({ memberIds: [office.marta.id] });
  expect(await office.team(day)).toMatchObject({
    isArchived: true,
    mergedInto: { id: night, name: "Night desk" },
  });
  await office.does((tx, by) => restoreTeam(tx, { id: day, version: 2, name: "Day desk" }, by));
  expect(await office.team(day)).toMatchObject({ isArchived: false, memberIds: [office.marta.id] });
});

test("the first team can be renamed and never put away; new people join it", async () => {
  const { teams } = await office.trade();
  const first = teams.find(({ isFirst }) => isFirst);
  if (!first) throw new Error("no first team");
  await expect(
    office.does((tx, by) =>
      archiveTeam(tx, office.system, { id: first.id, version: first.version, handOnTo: null }, by),
    ),
  ).rejects.toMatchObject({ code: "team_is_first" });
  await office.does((tx, by) => changeTeam(tx, first.id, { ...first, name: "Front" }, by));
  const dora = await office.person("Dora");
  await office.does((tx) => joinFirstTeam(tx, dora.id));
  expect(await office.team(first.id)).toMatchObject({ name: "Front", isIntake: true });
  expect((await office.team(first.id)).memberIds).toContain(dora.id);
});

test("hours that make no sense are refused", async () => {
  const hours = [{ weekday: 1, from: "09:00", to: "09:00" }];
  await expect(office.makeTeam("Odd", { hours })).rejects.toMatchObject({ code: "team_hours" });
  await expect(office.makeTeam("Odd", { timeZone: "Mars/Base" })).rejects.toMatchObject({
    code: "time_zone",
  });
  const whole = await office.makeTeam("Whole", { hours: [{ weekday: 1, from: "00:00", to: "24:00" }] });
  expect((await office.team(whole)).hours).toEqual([{ weekday: 1, from: "00:00", to: "24:00" }]);
});

test("what a program opens goes to the team that is there for it: the category's, at night the night desk", async () => {
  // The first day of the office is a Monday, 09:00 UTC.
  const day = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "08:00", to: "17:00" }));
  const night = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "17:00", to: "08:00" }));
  const billing = await office.makeTeam("Accounts", { hours: day });
  const desk = await office.makeTeam("Late desk", { hours: night, isIntake: true });
  const invoices = await office.makeCategory("Invoices", { teamId: billing });
  const byProgram = async (categoryId: number | null, at: string) => {
    const program = { kind: "token", id: 1, name: "till", role: "operator" } as const;
    const about = { categoryId, conversationId: null, at: new Date(at) };
    return (await office.does((tx) => ownerFor(tx, program, about))).id;
  };
  expect(await byProgram(invoices, "2026-03-02T09:00:00Z")).toBe(billing);
  expect(await byProgram(invoices, "2026-03-04T23:00:00Z")).toBe(desk);
  expect(await byProgram(null, "2026-03-05T03:00:00Z")).toBe(desk);
  // On Sunday neither is there: the category's own gets it all the same.
  expect(await byProgram(invoices, "2026-03-08T12:00:00Z")).toBe(billing);
  expect((await office.team(await byProgram(null, "2026-03-08T12:00:00Z"))).isFirst).toBe(true);
});
