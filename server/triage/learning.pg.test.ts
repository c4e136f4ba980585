import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { migrateJobs } from "../jobs/worker.ts";
import type { Live } from "../live/changes.ts";
import { openLive } from "../live/listener.ts";
import { applyCommand } from "../requests/commands.ts";
import { decideOnce } from "./decider.ts";
import { readLearning } from "./learning.ts";
import { trainClassifier } from "./model/classifier.ts";
import { packModel } from "./model/pack.ts";
import { withCategory } from "./model/seed.ts";
import type { ModelKind } from "./model-store.ts";
import { type Models, openModels } from "./models.ts";
import { sortMessages } from "./sort.ts";
import { learn, type Train, wakeTraining } from "./training.ts";
import { readTrayItem } from "./tray.ts";
import { undoDecision } from "./undo.ts";

let desk: Desk;
let ana: Person;
let seen = 0;
let live: Live;
const open: Models[] = [];

/** A few examples stand for the shipped thousands, so that nothing here takes long. */
const SHIPPED = [
  ["breakdown_repair", "high", "the boiler is broken and there is no hot water"],
  ["breakdown_repair", "normal", "the tap in the kitchen drips"],
  ["breakdown_repair", "normal", "our washing machine makes a noise and stops"],
  ["billing_payment", "normal", "the invoice of last month is wrong"],
  ["billing_payment", "normal", "I paid twice, please send the money back"],
  ["billing_payment", "low", "where do I find the receipt for my payment"],
  ["appointment", "normal", "can I move the appointment to friday"],
  ["appointment", "normal", "I would like an appointment for a check"],
  ["appointment", "low", "is the visit still at ten"],
] as const;
const examplesOf = (kind: ModelKind) =>
  SHIPPED.map(([category, priority, text]) => ({
    text: kind === "category" ? text : withCategory(text, category),
    label: kind === "category" ? category : priority,
  }));
const bytesOf = (kind: ModelKind, more: readonly { text: string; label: string }[] = []) =>
  Buffer.from(packModel(trainClassifier([...examplesOf(kind), ...more])));
const trained: Train = async (kind, examples) => ({
  bytes: kind === "owner" ? Buffer.from(packModel(trainClassifier([...examples]))) : bytesOf(kind, examples),
  shipped: SHIPPED.length,
});

/** A process of its own, as far as models go. */
const aProcess = (): Models => {
  const models = openModels({ ...desk.system, live }, async (kind) => bytesOf(kind));
  open.push(models);
  return models;
};

beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.person("Ana");
  await migrateJobs(desk.database.connection);
  live = await openLive({ connection: desk.database.connection, log: desk.system.log });
});
afterEach(async () => {
  for (const models of open.splice(0)) await models.close();
  await desk.db.query("update message set triage = 'sorted' where triage = 'waiting'");
  await desk.db.query("update decision set undone_at = at where undone_at is null");
  await desk.db.query("delete from model");
});
afterAll(async () => {
  await live.close();
  await desk.close();
});

const categoryId = async (name: string): Promise<number> => {
  const [row] = await desk.db.query<{ id: number }>("select id from category where name = $1", [name]);
  return row?.id ?? 0;
};
const says = async (text: string): Promise<{ client: Client; id: number }> => {
  const client = await desk.client(`Client ${++seen}`);
  return { client, id: await desk.says(client, text) };
};
const file = async (text: string, name: string, models?: Models) => {
  const { id } = await says(text);
  if (models) await decideOnce(desk.system, models.current);
  desk.clock.forward({ seconds: 5 });
  const category = await categoryId(name);
  return desk.db.transaction((tx) =>
    sortMessages(tx, desk.system, ana, {
      ...{ kind: "opens", messageIds: [id], requestId: null, title: null, categoryId: category },
      ...{ priority: "normal", place: null, linkedTo: null },
    }),
  );
};
const suggestedFor = async (text: string, models: Models): Promise<number | null> => {
  const { id } = await says(text);
  const page = await readTrayItem(desk.db, id, ana.id, desk.clock.now(), models.current());
  return page.suggestion?.categoryId?.value ?? null;
};

test("a correction changes the next like suggestion, in every process", async () => {
  const here = aProcess();
  const there = aProcess();
  await here.settled();
  await there.settled();
  const like = "the elevator invoice says the wrong floor";
  const [billing, complaint] = [await categoryId("Billing"), await categoryId("Complaint")];
  expect(await suggestedFor(like, here)).toBe(billing);
  await file("the elevator invoice says the wrong floor again", "Complaint");
  for (const models of [here, there])
    await expect.poll(() => suggestedFor(like, models), { timeout: 10_000 }).toBe(complaint);
});

test("what is taken back is forgotten, and a process that starts later knows the same", async () => {
  const here = aProcess();
  await here.settled();
  const like = "the elevator invoice says the wrong floor";
  const { decisionId } = await file(like, "Complaint");
  const complaint = await categoryId("Complaint");
  await expect.poll(() => suggestedFor(like, here), { timeout: 10_000 }).toBe(complaint);
  const late = aProcess();
  await late.settled();
  expect(late.current().category?.model.bias).toEqual(here.current().category?.model.bias);
  await desk.db.transaction((tx) => undoDecision(tx, desk.system, ana, decisionId));
  const billing = await categoryId("Billing");
  for (const models of [here, late])
    await expect.poll(() => suggestedFor(like, models), { timeout: 10_000 }).toBe(billing);
});

test("a new model knows what was decided, is loaded everywhere, and few are kept", async () => {
  const here = aProcess();
  await here.settled();
  for (const door of ["gate", "door", "lift"])
    await file(`the ${door} does not open with my card`, "Complaint");
  for (let round = 1; round <= 5; round++) {
    desk.clock.forward({ minutes: 5 });
    await learn(desk.system, trained);
  }
  await expect.poll(() => here.current().category?.version, { timeout: 10_000 }).toBe(5);
  const rows = await desk.db.query<{ kind: string; version: number; trained: number }>(
    "select kind, version, trained_on as trained from model order by kind, version",
  );
  expect(rows.filter(({ kind }) => kind === "category")).toEqual([
    { kind: "category", version: 3, trained: 3 },
    { kind: "category", version: 4, trained: 3 },
    { kind: "category", version: 5, trained: 3 },
  ]);
  expect(await suggestedFor("the gate does not open with my card", here)).toBe(await categoryId("Complaint"));
});

test("words that were erased are in no next model", async () => {
  const here = aProcess();
  await here.settled();
  await file("the gate does not open with my card", "Complaint");
  await desk.db.query("update message_words set body = null where body like 'the gate%'");
  await learn(desk.system, trained);
  await expect.poll(() => here.current().category?.version, { timeout: 10_000 }).toBe(1);
  const [row] = await desk.db.query<{ trained: number }>(
    "select trained_on as trained from model where kind = 'category'",
  );
  expect(row?.trained).toBe(0);
  expect(await suggestedFor("the gate does not open with my card", here)).not.toBe(
    await categoryId("Complaint"),
  );
});

test("a model is made when enough is new, not with each decision", async () => {
  for (let at = 0; at < 19; at++) await file(`the gate ${at} does not open`, "Complaint");
  expect(await wakeTraining(desk.system)).toBe(false);
  await file("the gate does not open", "Complaint");
  expect(await wakeTraining(desk.system)).toBe(true);
  await learn(desk.system, trained);
  expect(await wakeTraining(desk.system)).toBe(false);
  // Other categories give other labels.
  desk.clock.forward({ minutes: 4 });
  await desk.db.query("update category set label = 'order_new' where name = 'Complaint'");
  expect(await wakeTraining(desk.system)).toBe(true);
  await desk.db.query("update category set label = 'complaint' where name = 'Complaint'");
});

test("what was predicted before the decision is judged by it, once, and an undo takes that back", async () => {
  const here = aProcess();
  await here.settled();
  await desk.db.query("delete from suggestion_outcome");
  await file("the tap in the kitchen drips", "Repair", here);
  const { decisionId } = await file("the invoice of last month is wrong", "Complaint", here);
  const counted = async () =>
    (await readLearning(desk.db, desk.clock.now())).kinds.find(({ kind }) => kind === "category")?.month;
  expect(await counted()).toEqual({ decisions: 2, proposed: 2, right: 1 });
  await desk.db.transaction((tx) => undoDecision(tx, desk.system, ana, decisionId));
  expect(await counted()).toEqual({ decisions: 1, proposed: 1, right: 1 });
});

test("what people choose between new and open teaches the ranker of every process, and becomes part of its next row", async () => {
  const [here, there] = [aProcess(), aProcess()];
  await Promise.all([here.settled(), there.settled()]);
  const learnt = (models: Models) => ({ ...models.current().ranker?.weights.weights });
  const before = learnt(here);
  const client = await desk.client(`Client ${++seen}`);
  const first = await desk.says(client, "the tap in the kitchen drips");
  const sort = (messageId: number) =>
    desk.db.transaction((tx) =>
      sortMessages(tx, desk.system, ana, {
        ...{ kind: "opens", messageIds: [messageId], requestId: null, title: "x", categoryId: null },
        ...{ priority: "normal", place: null, linkedTo: null },
      }),
    );
  await sort(first);
  desk.clock.forward({ minutes: 30 });
  const second = await desk.says(client, "the tap in the kitchen drips again");
  await decideOnce(desk.system, here.current);
  desk.clock.forward({ seconds: 5 });
  await sort(second);
  await expect.poll(() => learnt(here), { timeout: 10_000 }).not.toEqual(before);
  await expect.poll(() => learnt(there), { timeout: 10_000 }).toEqual(learnt(here));
  const taught = learnt(here);
  desk.clock.forward({ hours: 2 });
  await learn(desk.system, trained);
  await expect.poll(() => there.current().ranker?.version, { timeout: 10_000 }).toBe(1);
  expect(learnt(there)).toEqual(taught);
  const [left] = await desk.db.query<{ count: number }>("select count(*) as count from decision_lesson");
  expect(left?.count).toBe(0);
});

test("a suggestion that came after the decision, or none, counts for nothing", async () => {
  await desk.db.query("delete from suggestion_outcome");
  await file("the tap in the kitchen drips", "Repair");
  const { kinds } = await readLearning(desk.db, desk.clock.now());
  expect(kinds.every(({ month }) => month.decisions === 0)).toBe(true);
});

test("who is given what is learnt: by words, and only those who are here", async () => {
  const here = aProcess();
  await here.settled();
  const [bea, carl] = [await desk.person("Bea"), await desk.person("Carl")];
  const give = async (text: string, to: Person) => {
    const { requestId } = await file(text, "Complaint");
    await desk.db.transaction((tx) =>
      applyCommand(tx, desk.system, {
        requestId: requestId ?? 0,
        actor: { kind: "account", id: ana.id, mover: "coordinator", through: "screen" },
        ask: { kind: "change", version: null, owner: { kind: "account", id: to.id } },
      }),
    );
  };
  for (const room of ["kitchen", "bathroom", "hall", "garage", "attic", "cellar"]) {
    await give(`water leaks from the pipe in the ${room}`, bea);
    await give(`the lamp in the ${room} has no light, the fuse blows`, carl);
  }
  await learn(desk.system, trained);
  await expect.poll(() => here.current().owner?.version, { timeout: 10_000 }).toBe(1);
  const ownerOf = async (text: string) => {
    const { id } = await says(text);
    const page = await readTrayItem(desk.db, id, ana.id, desk.clock.now(), here.current());
    return page.suggestion?.owner ?? null;
  };
  const pipe = await ownerOf("a pipe leaks water again, in the garden");
  expect(pipe?.value).toEqual({ kind: "account", id: bea.id, name: bea.name });
  expect(pipe?.because[0]).toMatchObject({ code: "given_to", count: 6, name: bea.name });
  expect((await ownerOf("no light, the fuse of the lamp blows"))?.value.id).toBe(carl.id);
  await desk.db.query("update account set is_active = false where id = $1", [bea.id]);
  expect((await ownerOf("water leaks from the pipe under the sink"))?.value.id).not.toBe(bea.id);
});
