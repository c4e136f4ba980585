/** Split, merge, move and undo by two people in any order: in the end everything is as it was, whatever happened between. */
import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../../server/db/pool.ts";
import { verify } from "../../server/requests/verify.ts";
import { testDatabase } from "../database.ts";
import { mendingDigest, mendingFaults } from "../mending-digest.ts";
import { walkOf } from "../mending-walk.ts";
import { type BatonProcess, runBaton, startBaton } from "../process.ts";
import { openTrayStory } from "../tray-story.ts";
import { NUMBER_ID, post, textDelivery } from "../webhook-load.ts";
import { until } from "../world.ts";

const SEED = Number(process.env.BATON_MENDING_SEED ?? 7);
const WORDS = ["The ramp", "is broken", "by the shop", "My cupboard", "has no door", "The bell", "is mute"];
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

test("sixty steps of two people across midnight, then all undone: as it was, and refused only with a reason", async () => {
  const story = await openTrayStory();
  closing.push(() => story.close());
  const { db } = story.app.system;
  for (const name of ["Tenant", "Landlord"]) {
    const chat = await story.chat(name);
    const ids = [];
    for (const word of WORDS) {
      await story.jump({ seconds: 5 });
      ids.push((await chat.says(word)).id);
    }
    await story.decide(story.ana, { messageIds: ids.slice(0, 3), kind: "opens", title: "Ramp" });
    await story.decide(story.bruno, { messageIds: ids.slice(3, 5), kind: "opens", title: "Door" });
  }
  // What was opened cannot be undone any more; four minutes before midnight.
  await story.jump({ minutes: 11 });
  await story.jump({ seconds: (Date.parse("2026-11-18T23:56:00Z") - story.now().getTime()) / 1000 });
  await story.lookedThrough();
  const before = await mendingDigest(db);
  // One may merge what others hold, the other is refused that.
  const clara = await story.hire("Clara", "coordinator");
  const walkers = [
    { name: "Clara", ask: clara.call },
    { name: "Bruno", ask: story.bruno.call },
  ];
  const walk = walkOf(db, walkers, SEED);
  for (let step = 0; step < 60; step += 1) {
    await story.jump({ seconds: 6 });
    await walk.step();
    expect(await mendingFaults(db), walk.told.join("; ")).toEqual([]);
  }
  expect(story.now().toISOString() > "2026-11-19").toBe(true);
  expect(walk.told.length).toBeGreaterThan(25);
  expect(walk.told.some((what) => what.endsWith("/undo"))).toBe(true);
  await walk.undoAll();
  // Some were refused on the way, since others had built on them: in another order they were not.
  expect(walk.refusals.get("undo_built_on")).toBeGreaterThan(0);
  await story.lookedThrough();
  expect(await mendingFaults(db)).toEqual([]);
  expect(await mendingDigest(db), walk.told.join("; ")).toEqual(before);
  expect((await verify(db)).differences).toEqual([]);
});

const PASSWORD = "nine blue kettles";

test("the server is killed while both are mending: what stands is in rows, and all of it can still be undone", async () => {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "baton-mending-"));
  const db = openDatabase(database.connection, () => {});
  closing.push(async () => {
    await db.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const env = {
    BATON_DATA: folder,
    DATABASE_URL: database.url,
    WHATSAPP_APP_SECRET: "s",
    WHATSAPP_VERIFY_TOKEN: "v",
    WHATSAPP_PHONE_NUMBER_ID: NUMBER_ID,
  };
  let baton: BatonProcess = await startBaton(env);
  closing.push(() => baton.kill());
  const json = { "content-type": "application/json", "x-baton": "1" };
  const walkers = [];
  for (const name of ["Ana", "Bruno"]) {
    const login = name.toLowerCase();
    const added = ["user", "add", name, "--login", login, "--role", "coordinator", "--password-stdin"];
    await runBaton(added, env, PASSWORD);
    const body = JSON.stringify({ login, password: PASSWORD });
    const answer = await fetch(`${baton.url}/api/v1/session`, { method: "POST", headers: json, body });
    const cookie = answer.headers
      .getSetCookie()
      .map((set) => set.split(";")[0])
      .join("; ");
    const ask = async (method: string, path: string, body?: unknown) => {
      const headers = { ...json, cookie };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const heard = await fetch(`${baton.url}/api/v1/${path}`, init).catch(() => null);
      const text = await heard?.text().catch(() => null);
      return heard && text != null ? { status: heard.status, body: JSON.parse(text) as unknown } : null;
    };
    walkers.push({ name, ask });
  }
  const agent = new Agent();
  for (const [place, word] of WORDS.entries())
    expect(
      await post(agent, baton.url, textDelivery(`wamid.${place}`, 1, word, 1_795_000_000 + place), "s"),
    ).toBe(200);
  agent.destroy();
  const messages = await until(
    () => db.query<{ id: number }>("select id from message order by id"),
    (rows) => rows.length === WORDS.length,
    30_000,
  );
  const ids = messages.map(({ id }) => id);
  const [ana, bruno] = walkers;
  await ana?.ask("POST", "tray/decisions", { messageIds: ids.slice(0, 3), kind: "opens", title: "Ramp" });
  await bruno?.ask("POST", "tray/decisions", { messageIds: ids.slice(3, 6), kind: "opens", title: "Door" });
  // It began with these: nobody undoes them.
  await db.query("update decision set at = at - interval '11 minutes'");
  const begun = await db.query<{ id: number }>("select id from decision order by id desc");
  expect(begun).toHaveLength(2);
  const before = await mendingDigest(db);

  const walk = walkOf(db, walkers, SEED);
  for (let step = 0; step < 10; step += 1) await walk.step();
  // Several are under way; none of them is waited for.
  const underway = Array.from({ length: 6 }, () => walk.step());
  await Promise.race(underway);
  await baton.kill();
  await Promise.all(underway);
  baton = await startBaton(env);
  expect(walk.unanswered()).toBeGreaterThan(0);
  await walk.takeIn(begun[0]?.id ?? 0);
  expect(await mendingFaults(db), walk.told.join("; ")).toEqual([]);
  for (let step = 0; step < 10; step += 1) await walk.step();
  await walk.undoAll();
  expect(await mendingFaults(db)).toEqual([]);
  expect(await mendingDigest(db), walk.told.join("; ")).toEqual(before);
  const verified = await runBaton(["verify", "--json"], env);
  expect(JSON.parse(verified.stdout)).toMatchObject({ differences: [] });
});
