import type { ArabicPlurals, Same } from "../same.ts";
import type { request as en } from "./request.en.ts";

export const request = {} satisfies Same<typeof en, ArabicPlurals>;
