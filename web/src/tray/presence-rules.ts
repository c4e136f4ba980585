/** Who has which item, and which is the next that nobody has. Pure. */
import type { Present } from "../../../shared/api/desk.ts";
import type { TrayItem } from "../../../shared/api/tray.ts";

type Item = Pick<TrayItem, "id" | "messageIds">;

/** The others who look at it, who came first first. */
export const othersAt = (item: Item, present: readonly Present[], meId: number): Present[] =>
  present.filter(({ account, messageId }) => account.id !== meId && item.messageIds.includes(messageId));

/** Somebody came before me: it is theirs to decide, though it is not locked. */
export function isTaken(item: Item, present: readonly Present[], meId: number): boolean {
  const first = present.find(({ messageId }) => item.messageIds.includes(messageId));
  return first !== undefined && first.account.id !== meId;
}

/** The next one from a place on that nobody else has, then from the start; the next at all when others have every one. */
export function nextFree<One extends Item>(
  items: readonly One[],
  from: number,
  present: readonly Present[],
  meId: number,
): One | null {
  const round = [...items.slice(from), ...items.slice(0, from)];
  return round.find((item) => othersAt(item, present, meId).length === 0) ?? round[0] ?? null;
}
