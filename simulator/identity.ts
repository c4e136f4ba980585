/** Who somebody is, as a number with the identity check is told. */
import { createHash } from "node:crypto";
import type { Phone } from "./world.ts";

/** Changes when the person moves to another number or device. */
export function identityHashOf(phone: Phone): string {
  return createHash("sha256").update(phone.userId).digest("base64").slice(0, 12);
}
