/** Which item is in hand: stays while it waits, whatever comes in; the next is one that nobody else has. */
import { useCallback, useState } from "react";
import type { Present } from "../../../shared/api/desk.ts";
import type { TrayItem } from "../../../shared/api/tray.ts";
import { isTaken, nextFree } from "./presence-rules.ts";

/** `byHand`: chosen or begun, so it stays even when somebody else was first. */
type Held = { id: number; place: number; byHand: boolean };

export function useInHand(items: readonly TrayItem[], present: readonly Present[], meId: number) {
  const [held, setHeld] = useState<Held | null>(null);
  const found = held ? items.findIndex((item) => item.messageIds.includes(held.id)) : -1;
  const standing = items[found];
  const yields = standing && !held?.byHand && isTaken(standing, present, meId);
  const inHand =
    standing && !yields ? standing : nextFree(items, Math.max(0, held?.place ?? 0), present, meId);
  const place = inHand ? items.indexOf(inHand) : -1;
  // Where it stands, so that its successor is known when it is gone.
  if (inHand && (!held || !inHand.messageIds.includes(held.id) || held.place !== place))
    setHeld({ id: inHand.id, place, byHand: standing === inHand && held !== null && held.byHand });

  const choose = useCallback(
    (id: number) => setHeld((was) => ({ id, place: was?.place ?? 0, byHand: true })),
    [],
  );
  const keep = useCallback(() => setHeld((was) => (was && !was.byHand ? { ...was, byHand: true } : was)), []);
  const go = (by: 1 | -1): boolean => {
    const next = items[place + by];
    if (next) choose(next.id);
    return next !== undefined;
  };
  return { inHand, place, choose, keep, go };
}
