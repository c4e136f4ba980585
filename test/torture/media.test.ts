/** What can happen to a file on its way here: each story from the webhook to what a screen shows. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { reply } from "../../server/conversations/reply.ts";
import { ANA } from "../deliveries.ts";
import { fakeGraph } from "../fake-graph.ts";
import { aPicture, type MediaPlace, onShelf, openMediaPlace, sha } from "./media-place.ts";

let place: MediaPlace;
beforeAll(async () => {
  place = await openMediaPlace();
});
afterAll(() => place?.close());
afterEach(() => {
  place.shelf.clear();
  place.asked.length = 0;
  place.underWay.most = 0;
});

const busy = (response: import("node:http").ServerResponse) => void response.writeHead(503).end("busy");
const asksFor = (mediaId: string, what: string) =>
  place.asked.filter((one) => one.mediaId === mediaId && one.what === what).length;
/** Files kept, and drafts left lying about. */
const onDisk = async () => {
  const names = await readdir(join(place.system.config.dataFolder, "media"), {
    recursive: true,
    withFileTypes: true,
  });
  return names.filter((entry) => entry.isFile()).map(({ name }) => name);
};
const bytesOf = async (messageId: number) => {
  const { url } = await place.media(messageId);
  return (await place.http.inject(url ?? "/nowhere")).rawPayload;
};

test("503 three times, then 200: a fresh address each time, and the photo is here", async () => {
  place.shelf.set("busy", onShelf(aPicture("busy"), [busy, busy, busy]));
  const [message = 0] = await place.photos("busy");
  await place.until(message, { state: "fetched", reason: null });
  expect(asksFor("busy", "address")).toBe(4);
  expect((await bytesOf(message)).equals(aPicture("busy"))).toBe(true);
});

test("the wrong bytes are asked for again, then fail in sight, and a press fetches the right ones", async () => {
  place.shelf.set("wrong", { ...onShelf(aPicture("right")), bytes: aPicture("wrong") });
  const [message = 0] = await place.receive({
    type: "image",
    image: { id: "wrong", mime_type: "image/jpeg", sha256: sha(aPicture("right")).digest("base64") },
  });
  await place.until(message, { state: "failed", reason: "wrong_hash" });
  expect(asksFor("wrong", "bytes")).toBe(5);
  expect(await onDisk()).not.toContain(sha(aPicture("wrong")).digest("hex"));
  place.shelf.set("wrong", onShelf(aPicture("right")));
  expect(await place.fetchAgain(message)).toEqual({ status: 200, body: { state: "waiting" } });
  await place.until(message, { state: "fetched", reason: null });
  expect((await bytesOf(message)).equals(aPicture("right"))).toBe(true);
});

test("an id that WhatsApp knows no more fails in sight; after seven days a press says to ask the sender", async () => {
  place.shelf.set("gone", { ...onShelf(aPicture("gone")), about: null });
  const [message = 0] = await place.photos("gone");
  await place.until(message, { state: "failed", reason: "gone" });
  expect(asksFor("gone", "address")).toBe(3);
  expect((await place.media(message)).url).toBeNull();
  expect(await place.fetchAgain(message)).toMatchObject({ status: 200 });
  await place.until(message, { state: "failed", reason: "gone" });
  const before = place.system.clock.now();
  place.system.clock.forward({ days: 7 });
  expect(await place.fetchAgain(message)).toMatchObject({
    status: 409,
    body: { error: { code: "media_expired", message: expect.stringContaining("Ask the sender") } },
  });
  place.system.clock.set(before);
});

test("a redirect to a stranger gets no token and no visit; one within WhatsApp is followed", async () => {
  const stranger = await fakeGraph();
  const visits: unknown[] = [];
  stranger.handle = (request, response) => {
    visits.push(request.headers);
    response.end(aPicture("stranger"));
    return true;
  };
  const to = (location: string) => (response: import("node:http").ServerResponse) =>
    void response.writeHead(302, { location }).end();
  place.shelf.set("lured", onShelf(aPicture("lured"), [to(`${stranger.url}/take-it`)]));
  place.shelf.set("moved", onShelf(aPicture("moved"), [to("/bytes/moved")]));
  const [lured = 0, moved = 0] = await place.photos("lured", "moved");
  await place.until(lured, { state: "failed", reason: "refused_address" });
  await place.until(moved, { state: "fetched" });
  expect(visits).toEqual([]);
  expect(place.asked.every(({ token }) => token === "Bearer token")).toBe(true);
  await stranger.close();
});

test("a photo too large for a photo waits for a person's word; over 100 MB nothing comes", async () => {
  const large = aPicture("large", 6 * 1024 * 1024);
  // Says that it is small.
  const liar = onShelf(large);
  place.shelf.set("large", onShelf(large));
  place.shelf.set("liar", { ...liar, about: { ...liar.about, file_size: 900 } });
  const [honest = 0, lying = 0] = await place.photos("large", "liar");
  await place.until(honest, { state: "failed", reason: "too_large" });
  await place.until(lying, { state: "failed", reason: "too_large" });
  expect(asksFor("large", "bytes")).toBe(0);
  expect(await onDisk()).not.toContain(sha(large).digest("hex"));
  expect(await place.fetchAgain(honest)).toMatchObject({ status: 200 });
  await place.until(honest, { state: "fetched" });
  place.shelf.set("liar", { ...liar, about: { ...liar.about, file_size: 101 * 1024 * 1024 } });
  await place.fetchAgain(lying);
  await place.until(lying, { state: "failed", reason: "far_too_large" });
  expect(await place.fetchAgain(lying)).toMatchObject({
    status: 409,
    body: { error: { code: "media_far_too_large" } },
  });
});

test("a line that breaks in the middle leaves nothing behind and is tried again", async () => {
  const bytes = aPicture("torn", 400_000);
  const half = bytes.subarray(0, 200_000);
  place.shelf.set(
    "torn",
    onShelf(bytes, [
      // Cut with more announced, cut in pieces, and ended politely too early.
      (response) =>
        response.writeHead(200, { "content-length": bytes.length }).write(half, () => response.destroy()),
      (response) => response.writeHead(200).write(half, () => response.destroy()),
      (response) => void response.writeHead(200).end(half),
    ]),
  );
  const [message = 0] = await place.photos("torn");
  await place.until(message, { state: "fetched" });
  expect(asksFor("torn", "bytes")).toBe(4);
  expect((await bytesOf(message)).equals(bytes)).toBe(true);
  expect((await onDisk()).filter((name) => name.startsWith("draft"))).toEqual([]);
});

test("the same photo in two messages is one file, and both show it", async () => {
  const bytes = aPicture("twice");
  place.shelf.set("one", onShelf(bytes));
  place.shelf.set("two", onShelf(bytes));
  const [one = 0, two = 0] = await place.photos("one", "two");
  await place.until(one, { state: "fetched" });
  await place.until(two, { state: "fetched" });
  expect((await bytesOf(one)).equals(await bytesOf(two))).toBe(true);
  expect((await onDisk()).filter((name) => name === sha(bytes).digest("hex"))).toHaveLength(1);
});

test("a full disk: the message is here, says why its photo is not, and gets it once there is room", async () => {
  let isFull = true;
  const put = place.files.put;
  const full = vi.spyOn(place.files, "put").mockImplementation((...given) => {
    if (isFull) throw Object.assign(new Error("no space left on device, write"), { code: "ENOSPC" });
    return put(...given);
  });
  const [message = 0] = await place.photos("homeless");
  await place.until(message, { state: "waiting", reason: "no_room" });
  expect(place.system.logged()).toContain("ENOSPC");
  isFull = false;
  await place.until(message, { state: "fetched", reason: null });
  full.mockRestore();
});

test("an album of ten is ten photos in one go, six at a time at most", async () => {
  const ids = Array.from({ length: 10 }, (_, n) => `album-${n}`);
  const go = Promise.withResolvers<void>();
  for (const id of ids)
    place.shelf.set(
      id,
      onShelf(aPicture(id), [
        (response, bytes) => void go.promise.then(() => response.writeHead(200).end(bytes)),
      ]),
    );
  const messages = await place.photos(...ids);
  expect(new Set(messages).size).toBe(10);
  await expect.poll(() => place.underWay.now, { timeout: 20_000 }).toBe(6);
  go.resolve();
  for (const message of messages) await place.until(message, { state: "fetched" });
  expect(place.underWay.most).toBe(6);
  expect(ids.map((id) => asksFor(id, "bytes"))).toEqual(ids.map(() => 1));
});

test("a page named photo.jpg, announced as a photo, is only ever saved", async () => {
  const page = Buffer.from("<!doctype html><script>fetch('/api/v1/people')</script>");
  place.shelf.set("lie", onShelf(page));
  const [message = 0] = await place.receive({
    type: "document",
    document: { id: "lie", mime_type: "image/jpeg", filename: "photo.jpg" },
  });
  await place.until(message, { state: "fetched" });
  const { url, thumbnailUrl } = await place.media(message);
  expect(thumbnailUrl).toBeNull();
  expect((await place.http.inject(url ?? "")).headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment; filename*=UTF-8''photo.jpg",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
});

test("ten downloads that hang hold up no reply and keep no transaction open", async () => {
  const ids = Array.from({ length: 10 }, (_, n) => `slow-${n}`);
  const end = Promise.withResolvers<void>();
  for (const id of ids)
    place.shelf.set(
      id,
      onShelf(aPicture(id), [
        (response, bytes) => {
          response.writeHead(200).write(bytes.subarray(0, 100));
          void end.promise.then(() => response.end(bytes.subarray(100)));
        },
      ]),
    );
  const messages = await place.photos(...ids);
  await expect.poll(() => place.underWay.now, { timeout: 20_000 }).toBe(6);
  const { db, numbers, clock } = place.system;
  const open = await db.query(
    "select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  );
  expect(open).toEqual([]);
  const [talk] = await db.query<{ id: number }>("select conversation_id as id from message where id = $1", [
    messages[0],
  ]);
  await db.transaction((tx) =>
    reply(
      tx,
      { numbers, now: clock.now() },
      {
        conversationId: talk?.id ?? 0,
        accountId: null,
        message: { kind: "text", text: "On our way", showsPreview: true },
        quotesMessageId: null,
        key: "while photos hang",
      },
    ),
  );
  await expect
    .poll(() => place.graph.sent.map(({ text }) => text.body), { timeout: 20_000 })
    .toEqual(["On our way"]);
  expect(place.underWay.now).toBe(6);
  end.resolve();
  for (const message of messages) await place.until(message, { state: "fetched" });
});

test("nothing of all this told the log who wrote or what: no phone number, no message id", () => {
  expect(place.system.logged()).toContain("a file from WhatsApp cannot be kept");
  expect(place.system.logged()).not.toContain("wamid");
  expect(place.system.logged()).not.toContain(ANA.waId);
  expect(place.system.logged()).not.toContain("photo.jpg");
});
