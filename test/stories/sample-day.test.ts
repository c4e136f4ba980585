/** The sample day comes live, can be worked with, and goes without a trace. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Message } from "../../shared/api/conversations.ts";
import type { SampleDay } from "../../shared/api/system.ts";
import type { TrayItem } from "../../shared/api/tray.ts";
import { aPhoto } from "../outgoing-files.ts";
import { openWorld, type Person, until, type World } from "../world.ts";

let world: World;
let admin: Person;

// Anew at each try: what the first one left behind is no start for the next.
beforeEach(async () => {
  world = await openWorld();
  admin = await world.as("admin");
});
afterEach(() => world?.close());

const get = async <T>(path: string): Promise<T> => (await admin.call<T>("GET", path)).body;

/** What acts of people leave in the audit log, and what only says that processes live, is no trace of the sample. */
const NOT_TRACES = ["audit", "job_process", "session", "account"];

async function digests(): Promise<Record<string, string>> {
  const { db } = world.app.system;
  const tables = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all ($1) order by 1`,
    [NOT_TRACES],
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as digest from "${name}" t`,
    );
    found[name] = row?.digest ?? "";
  }
  return found;
}

const keptFiles = async (): Promise<string[]> => {
  const names = await readdir(join(world.app.system.config.dataFolder, "media"), { recursive: true }).catch(
    () => [],
  );
  return names.filter((name) => /[0-9a-f]{64}$/.test(name));
};

test("it plays into the tray, is answered, and leaves everything as it was", {
  timeout: 60_000,
}, async () => {
  // Somebody real, who is not in the sample's cast.
  const { id } = await world.simulator.control<{ id: string }>("POST", "phones", {
    name: "Marta Real",
    kind: "client",
    waId: "34611222333",
  });
  await world.simulator.says(id, "¿Hay alguien?");
  await until(
    () => get<{ count: number }>("tray"),
    ({ count }) => count === 1,
  );
  await world.settled();
  // It has its suggestion, and no rule looks at it again while this runs.
  await until(
    () => world.app.system.db.query("update suggestion set quiet_at = null returning head_id"),
    (rows) => rows.length === 1,
  );
  const before = await digests();

  expect(await get("sample-day")).toMatchObject({ state: "absent" });
  const started = await admin.call<SampleDay>("POST", "sample-day");
  expect(started).toMatchObject({ status: 200, body: { state: "playing", total: 8 } });
  // A person waits 75 seconds; the same day again, faster.
  await admin.call("POST", "phones/sample-day/stop", {});
  expect(await admin.call("POST", "phones/sample-day", { speed: 200 })).toMatchObject({ status: 202 });
  await until(
    () => get<SampleDay>("sample-day"),
    ({ state }) => state === "played",
    20_000,
  );
  const numbers = await get<{ numbers: { id: number; kind: string }[] }>("numbers");
  expect(numbers.numbers.map(({ kind }) => kind).sort()).toEqual(["real", "sample"]);

  const { items } = await until(
    () => get<{ items: TrayItem[] }>("tray"),
    ({ items }) => items.some(({ voiceNotes }) => voiceNotes > 0) && items.length > 4,
  );
  const voice = items.find(({ voiceNotes }) => voiceNotes > 0);
  const { messages } = await until(
    () => get<{ messages: Message[] }>(`conversations/${voice?.conversationId}/messages`),
    ({ messages }) => messages.some(({ media }) => media?.state === "fetched"),
  );
  const heard = await fetch(`${world.url}${messages.find(({ media }) => media)?.media?.url}`, {
    headers: { cookie: admin.cookie, range: "bytes=0-3" },
  });
  expect([heard.status, await heard.text()]).toEqual([206, "OggS"]);
  expect(heard.headers.get("content-type")).toMatch(/^audio\/ogg/);
  expect(await keptFiles()).toHaveLength(2);

  const opened = await admin.call<{ strip: { id: number } }>("POST", "tray/decisions", {
    messageIds: voice?.messageIds,
    kind: "opens",
    title: "Valve drips",
  });
  const replied = await admin.call<Message>("POST", `conversations/${voice?.conversationId}/messages`, {
    message: { kind: "text", text: "We are on our way" },
    requestId: opened.body.strip.id,
    key: "first-reply",
  });
  expect(replied).toMatchObject({ status: 200, body: { requestIds: [opened.body.strip.id] } });
  // What one chose here, reacted and looked at goes as well.
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(await aPhoto({ width: 600, height: 450 }))]), "valve.jpg");
  const headers = { cookie: admin.cookie, "x-baton": "1" };
  const uploaded = await fetch(`${world.url}/api/v1/uploads`, { method: "POST", headers, body: form });
  const { id: uploadId } = (await uploaded.json()) as { id: number };
  const photo = await admin.call<Message>("POST", `conversations/${voice?.conversationId}/messages`, {
    message: { kind: "image", uploadId },
    key: "first-photo",
  });
  await admin.call("POST", `messages/${voice?.messageIds[0]}/reaction`, { emoji: "👍" });
  await admin.call("POST", `conversations/${voice?.conversationId}/typing`);
  expect(await keptFiles()).toHaveLength(4);
  await until(
    () => get<{ messages: Message[] }>(`conversations/${voice?.conversationId}/messages`),
    ({ messages }) =>
      messages.some(
        ({ id, send }) => id === photo.body.id && (send?.state === "delivered" || send?.state === "read"),
      ),
  );

  expect((await admin.call("DELETE", "sample-day")).body).toMatchObject({ state: "absent" });
  await world.settled();
  expect(await digests()).toEqual(before);
  expect(await keptFiles()).toEqual([]);
  expect(await admin.call("GET", "phones/phones")).toMatchObject({ status: 404 });

  // And it can be had again.
  expect((await admin.call("POST", "sample-day")).body).toMatchObject({ state: "playing" });
  await admin.call("DELETE", "sample-day");
  expect(await digests()).toEqual(before);
});

test("the phones are the admin's alone", async () => {
  const manager = await world.as("manager");
  expect(await manager.call("GET", "phones/phones")).toMatchObject({ status: 403 });
  expect(await manager.call("POST", "sample-day")).toMatchObject({ status: 403 });
});
