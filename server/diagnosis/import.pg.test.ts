import { afterAll, beforeAll, expect, test } from "vitest";
import { type Before, chatImportsApi } from "../../shared/api/chat-imports.ts";
import { type Desk, openDesk, type Person } from "../../test/desk.ts";
import { actorOf } from "../requests/actor.ts";
import { applyCommand } from "../requests/commands.ts";
import { listRequests } from "../requests/list.ts";
import { verify } from "../requests/verify.ts";
import { importChat, undoImport } from "./import.ts";

let desk: Desk;
let marta: Person;

beforeAll(async () => {
  desk = await openDesk();
  marta = await desk.person("Marta");
});
afterAll(async () => {
  expect(await verify(desk.db)).toMatchObject({ differences: [] });
  await desk.close();
});

const BEFORE: Before = {
  ...{
    verdict: "watch",
    messages: 420,
    requests: 61,
    perWeek: 10.2,
    firstReplyMs: 540_000,
    resolutionMs: null,
  },
  ...{ chased: { part: 20, of: 61 }, reactive: { part: 14, of: 30 }, dropped: { part: 0, of: 0 } },
  effectiveStaff: 2.4,
};
const chat = (more: object = {}) =>
  chatImportsApi.importChat.body.parse({
    ...{ title: "Wakala", saidFrom: "2026-01-01T08:00:00Z", saidTo: "2026-02-28T18:00:00Z", before: BEFORE },
    clients: [
      { name: "Amina", phone: "+254 700 000 111" },
      { name: "Juma", phone: null },
    ],
    requests: [
      { title: "Reversal of 4,500", client: 0, note: "Since 27 February, asked again twice" },
      { title: "Float for the shop", client: 1, note: null },
    ],
    roster: [{ name: "Neema", spans: [{ from: 480, to: 960 }] }],
    ...more,
  });
const by = () => ({ actor: marta, address: "127.0.0.1" });
const brings = (given = chat()) => desk.db.transaction((tx) => importChat(tx, desk.system, by(), given));
const takesBack = (id: number) => desk.db.transaction((tx) => undoImport(tx, desk.system, by(), id));
const open = async () =>
  (await listRequests(desk.db, { state: "all" } as never, marta.id)).strips.map(({ title, client }) => [
    title,
    client?.name ?? null,
  ]);

test("open requests stand on the board with their clients and wait with the team; taken back they are gone", async () => {
  const made = await brings();
  expect(made).toMatchObject({ newContacts: 2 });
  expect(await open()).toEqual(
    expect.arrayContaining([
      ["Reversal of 4,500", "Amina"],
      ["Float for the shop", "Juma"],
    ]),
  );
  const [row] = await desk.db.query<{ before: Before; roster: unknown }>(
    "select before, roster from chat_import where id = $1",
    [made.id],
  );
  expect(row?.before).toEqual(BEFORE);
  expect(await takesBack(made.id)).toEqual({ removed: 2, kept: [] });
  expect(await open()).toEqual([]);
  await expect(takesBack(made.id)).rejects.toMatchObject({ code: "conflict" });
});

test("a client whose number is known is that contact; what is no number is left out", async () => {
  const { newContacts } = await brings(
    chat({
      clients: [
        { name: "Amina W.", phone: "254700000111" },
        { name: "Odd", phone: "12" },
      ],
    }),
  );
  expect(newContacts).toBe(1);
  expect(await open()).toContainEqual(["Reversal of 4,500", "Amina"]);
});

test("what somebody worked on stays when the rest is taken back; after ten minutes nothing goes", async () => {
  const made = await brings();
  const [first = 0] = made.requestIds;
  desk.clock.forward({ minutes: 1 });
  await desk.db.transaction((tx) =>
    applyCommand(tx, desk.system, {
      ...{ requestId: first, actor: actorOf(marta) },
      ask: { kind: "note", text: "called them" },
    }),
  );
  expect(await takesBack(made.id)).toEqual({ removed: 1, kept: [first] });
  const late = await brings();
  desk.clock.forward({ minutes: 11 });
  await expect(takesBack(late.id)).rejects.toMatchObject({ code: "undo_too_late" });
});

test("a request of a client who is not in the list is refused at the door", () => {
  expect(() => chat({ clients: [] })).toThrow(/client that is not in the list/);
});
