/** Photos, voice notes and documents: what a screen is told of them, and asking for one again. */
import { z } from "zod";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";

/** Why a file is not here (yet). Each has its words on the screen, with what to do. */
export const MEDIA_REASONS = [
  /** WhatsApp was not reached, or answered that it is busy. */
  "unreachable",
  /** Our number has no access to WhatsApp. */
  "no_token",
  /** WhatsApp refuses our number's access. */
  "denied",
  /** What came was not what was announced. */
  "wrong_hash",
  /** Larger than WhatsApp says such a file is; a person may have it fetched all the same. */
  "too_large",
  /** Larger than anything WhatsApp passes on. */
  "far_too_large",
  /** WhatsApp says that it has it no more. */
  "gone",
  /** The seven days that WhatsApp keeps a file are over. */
  "expired",
  /** Its address is not one of WhatsApp's. */
  "refused_address",
  /** It could not be written to our disk. */
  "no_room",
] as const;
export type MediaReason = (typeof MEDIA_REASONS)[number];

export const Media = z.object({
  id: Id,
  mimeType: z.string(),
  state: z.enum(["waiting", "fetched", "failed"]),
  /** Where the bytes are served, once fetched. */
  url: z.string().nullable(),
  /** A small picture of it, where there is one. */
  thumbnailUrl: z.string().nullable(),
  bytes: z.number().int().nullable(),
  /** Null when it is here, and while the first try is still to come. */
  reason: z.enum(MEDIA_REASONS).nullable(),
  /** Until then WhatsApp keeps it, so it can be fetched again. */
  heldUntil: Instant,
});
export type Media = z.infer<typeof Media>;

export const mediaApi = {
  fetchMedia: endpoint({
    method: "POST",
    path: "/api/v1/media/:id/fetch",
    access: "operator",
    summary: "Fetch a file from WhatsApp again, or now instead of at its next try; harmless when it is here",
    params: IdParams,
    output: z.object({ state: z.enum(["waiting", "fetched"]) }),
  }),
} as const;
