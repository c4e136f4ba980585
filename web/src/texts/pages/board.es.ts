import type { Same } from "../same.ts";
import type { board as en } from "./board.en.ts";

export const board = {} satisfies Same<typeof en>;
