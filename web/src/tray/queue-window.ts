import { useState } from "react";
import type { TrayItem } from "../../../shared/api/tray.ts";

const STEP = 40;

/** As many rows as one looks at: the first ones, on to the one in hand, and more when asked for. */
export function useShown(items: readonly TrayItem[], inHandId: number) {
  const [steps, setSteps] = useState(1);
  const place = items.findIndex((item) => item.id === inHandId);
  const needed = Math.max(steps * STEP, (Math.floor(place / STEP) + 1) * STEP);
  const shown = items.slice(0, needed);
  return {
    shown,
    more: items.length - shown.length,
    showMore: () => setSteps(Math.ceil(needed / STEP) + 1),
  };
}
