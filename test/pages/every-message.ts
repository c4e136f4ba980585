/** One conversation with every look a message can have, sorted to one request. */
import type { TrayItem } from "../../shared/api/tray.ts";
import { fixtureBodies } from "../fixture-bodies.ts";
import { type Person, until, type World } from "../world.ts";
import { ask } from "./morning.ts";

/** The request's id. */
export async function every(world: World, by: Person): Promise<number> {
  for (const [name, body] of fixtureBodies())
    if (/^(messages|smb_message_echoes)\./.test(name)) await deliver(world, body);
  await world.settled();
  const { items } = await until(
    () => ask<{ items: TrayItem[] }>(by, "GET", "tray"),
    ({ items }) => items.length > 0,
  );
  const talk = Map.groupBy(items, (item) => item.conversationId);
  const [longest = []] = [...talk.values()].toSorted((one, other) => other.length - one.length);
  const [first, ...more] = longest;
  const { strip } = await ask<{ strip: { id: number } }>(by, "POST", "tray/decisions", {
    messageIds: first?.messageIds,
    kind: "opens",
    title: "Everything a message can be",
  });
  for (const item of more)
    await ask(by, "POST", "tray/decisions", {
      messageIds: item.messageIds,
      kind: "belongs",
      requestId: strip.id,
    });
  return strip.id;
}

async function deliver(world: World, body: Buffer): Promise<void> {
  const answer = await fetch(`${world.simulator.url}/control/deliver?signature=right`, {
    method: "POST",
    body: new Uint8Array(body),
  });
  if (!answer.ok) throw new Error(`simulator deliver: ${answer.status} ${await answer.text()}`);
}
