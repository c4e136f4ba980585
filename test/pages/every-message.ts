/** A client's thread and a group's that hold every kind of message, each with a request to open it by. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { TrayItem } from "../../shared/api/tray.ts";
import { type Change, entries } from "../deliveries.ts";
import { type Person, until, type World } from "../world.ts";
import { movedNumber, saidInGroup } from "./every-message-happened.ts";
import { everythingSaid } from "./every-message-said.ts";
import type { Files } from "./every-message-who.ts";
import { ask } from "./morning.ts";
import type { OfficeClock } from "./office-clock.ts";

export type EveryMessage = { requestId: number; groupRequestId: number };

export async function everyMessage(world: World, clock: OfficeClock, by: Person): Promise<EveryMessage> {
  const files = await keepFiles(world);
  await clock.jump(world, "11:00");
  const at = (time: string) => Date.parse(clock.at(time)) / 1000;
  const parts = [everythingSaid(at, files), movedNumber(at)];
  const requestId = await openFrom(world, by, parts, "Everything a message can be");
  const groupRequestId = await openFrom(world, by, [saidInGroup(at)], "Site 4: the key of the pump room");
  await until(
    () =>
      world.app.system.db.query<{ state: string }>("select state from media where media_id = any ($1)", [
        Object.values(files).map(({ id }) => id),
      ]),
    (rows) => rows.length > 4 && rows.every(({ state }) => state === "fetched"),
  );
  return { requestId, groupRequestId };
}

/** Delivered in as many bodies; what waits in the tray after them belongs to one request. */
async function openFrom(world: World, by: Person, parts: Change[][], title: string): Promise<number> {
  for (const changes of parts) await deliver(world, entries(...changes));
  await world.settled();
  const { items } = await until(
    () => ask<{ items: TrayItem[] }>(by, "GET", "tray"),
    ({ items: waiting }) => waiting.length > 0,
  );
  const { strip } = await ask<{ strip: { id: number } }>(by, "POST", "tray/decisions", {
    messageIds: items[0]?.messageIds,
    kind: "opens",
    title,
  });
  for (const item of items.slice(1))
    await ask(by, "POST", "tray/decisions", {
      messageIds: item.messageIds,
      kind: "belongs",
      requestId: strip.id,
    });
  return strip.id;
}

const fileAt = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".padEnd(48_000),
);

async function keepFiles(world: World): Promise<Files> {
  const keep = async (mime: string, bytes: Buffer) => {
    const answer = await fetch(`${world.simulator.url}/control/media`, {
      method: "POST",
      headers: { "content-type": mime },
      body: new Uint8Array(bytes),
    });
    if (!answer.ok) throw new Error(`simulator media: ${answer.status} ${await answer.text()}`);
    const { mediaId } = (await answer.json()) as { mediaId: string };
    return { id: mediaId, sha256: createHash("sha256").update(bytes).digest("base64") };
  };
  return {
    photo: await keep("image/jpeg", fileAt("../../simulator/assets/valve.jpg")),
    voice: await keep("audio/ogg", fileAt("../../simulator/assets/valve-drips.ogg")),
    sticker: await keep("image/webp", fileAt("../fixtures/sticker.webp")),
    document: await keep("application/pdf", PDF),
  };
}

async function deliver(world: World, body: string): Promise<void> {
  const answer = await fetch(`${world.simulator.url}/control/deliver?signature=right`, {
    method: "POST",
    body,
  });
  if (!answer.ok) throw new Error(`simulator deliver: ${answer.status} ${await answer.text()}`);
}
