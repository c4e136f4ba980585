/** Download addresses live five minutes and cannot be made up, as on the platform. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Sim } from "./sim.ts";

const URL_LIFE_MS = 5 * 60_000;

export function downloadUrl(sim: Sim, mediaId: string): string {
  const expires = String(sim.clock.now().getTime() + URL_LIFE_MS);
  const query = new URLSearchParams({ mid: mediaId, ext: expires, hash: sealOf(sim, mediaId, expires) });
  return `${sim.options.mediaBase ?? sim.url}/whatsapp_business/attachments/?${query}`;
}

export function isUrlAlive(sim: Sim, query: { mid: string; ext: string; hash: string }): boolean {
  const given = Buffer.from(query.hash);
  const right = Buffer.from(sealOf(sim, query.mid, query.ext));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
  return sim.clock.now().getTime() < Number(query.ext);
}

function sealOf(sim: Sim, mediaId: string, expires: string): string {
  return createHmac("sha256", sim.options.appSecret).update(`${mediaId} ${expires}`).digest("hex");
}
