/** When what was promised falls due. Pure. */
import type { WallTime } from "../chat.ts";

export const dueOf = (_text: string, _at: WallTime, _hours: readonly unknown[]): WallTime | null => null;
