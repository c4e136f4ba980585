import type { ArabicPlurals, Same } from "../same.ts";
import type { tray as en } from "./tray.en.ts";

export const tray = {} satisfies Same<typeof en, ArabicPlurals>;
