/** A request with a conversation behind it, for pages about writing. */
import sharp from "sharp";
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

export const aPhoto = (red: number, side = 300) =>
  sharp({ create: { width: side, height: side, channels: 3, background: { r: red, g: 90, b: 60 } } })
    .jpeg()
    .toBuffer();

/** A message as the phone shows it. */
export type Shown = {
  from: string;
  type: string;
  text: string | null;
  header: string | null;
  footer: string | null;
  media: { id: string; mime: string; voice?: boolean; fileName?: string | null } | null;
  location: { latitude: number; longitude: number; name?: string } | null;
  contacts: { name: string }[] | null;
  buttons: { id: string; title: string }[] | null;
  listLabel: string | null;
  asks: string | null;
  quote: { preview: string } | null;
  reactions: unknown[];
};
