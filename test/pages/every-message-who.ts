/** Who speaks in the thread of every kind of message, and when. */
import type { Someone } from "../deliveries.ts";

export type Files = Record<"photo" | "voice" | "sticker" | "document", { id: string; sha256: string }>;
/** Seconds of a time of that morning such as "08:51". */
export type At = (time: string) => number;

export const FATIMA: Someone = { waId: "971501110001", bsuid: "AE.F1", name: "Fatima Al Suwaidi" };
export const OURS = "15550100001";
export const from = { from: FATIMA.waId, from_user_id: FATIMA.bsuid };
