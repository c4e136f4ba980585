/** A request with a conversation behind it, for pages about writing. */
import type { TrayItem } from "../../shared/api/tray.ts";
import { type Person, until, type World } from "../world.ts";
import { ask } from "./morning.ts";

/** What the phone says opens it; its id. */
export async function openRequest(world: World, by: Person, phone: string, says: string): Promise<number> {
  await world.simulator.says(phone, says);
  await world.settled();
  const { items } = await until(
    () => ask<{ items: TrayItem[] }>(by, "GET", "tray"),
    (tray) => tray.items.length > 0,
  );
  const { strip } = await ask<{ strip: { id: number } }>(by, "POST", "tray/decisions", {
    messageIds: items.at(-1)?.messageIds,
    kind: "opens",
    title: says,
  });
  return strip.id;
}
