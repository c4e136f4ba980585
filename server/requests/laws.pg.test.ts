/** Laws 4 and 5 as the database holds them, against statements that go round the code. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Desk, openDesk, type Person } from "../../test/desk.ts";
import { openByHand } from "./open.ts";
import { verify } from "./verify.ts";

let desk: Desk;
let ana: Person;

beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.person("Ana");
});
afterAll(() => desk.close());

const open = (title: string) =>
  desk.db.transaction((tx) =>
    openByHand(tx, desk.system, ana, {
      title,
      contactId: null,
      clientName: null,
      clientPhone: null,
      categoryId: null,
      place: null,
      note: null,
      priority: "normal",
    }),
  );

test("the database itself refuses an open request without owner, next step or time (law 4)", async () => {
  const id = await open("Law four");
  for (const change of [
    "owner_account_id = null",
    "next_step = null",
    "next_step_at = null",
    "waits_on = null",
  ])
    await expect(
      desk.db.query(`update request set version = version + 1, ${change} where id = $1`, [id]),
    ).rejects.toMatchObject({ code: "23514" });
});

test("the database itself refuses a row without its event, and events that change (law 5)", async () => {
  const id = await open("Law five");
  const refused = (sql: string) => expect(desk.db.query(sql, [id])).rejects;
  await refused("update request set priority = 'high' where id = $1").toThrow("without an event");
  await refused("update request set priority = 'high', version = version + 1 where id = $1").toMatchObject({
    code: "23503",
  });
  await refused("update request_event set kind = 'note' where request_id = $1").toThrow("append-only");
  await refused("delete from request_event where request_id = $1").toThrow("append-only");
});

test("verify finds the one row that was tampered with", async () => {
  const before = await verify(desk.db);
  expect(before.differences).toEqual([]);
  const id = await open("Tampered");
  await desk.db.query("alter table request disable trigger request_changes_with_an_event", []);
  await desk.db.query("update request set priority = 'urgent' where id = $1", [id]);
  await desk.db.query("alter table request enable trigger request_changes_with_an_event", []);
  const { checked, differences } = await verify(desk.db);
  expect(checked).toBe(before.checked + 1);
  expect(differences).toEqual([{ requestId: id, column: "priority", row: "urgent", fold: "normal" }]);
});
