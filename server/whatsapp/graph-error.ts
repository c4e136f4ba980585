/** What the Graph says when it refuses, read once for all who ask it. */
import { z } from "zod";

export type GraphRefusal = {
  code: number;
  subcode: number | null;
  /** Without numbers: details may name the recipient or repeat what was sent (law 11). */
  detail: string;
  isTransient: boolean | undefined;
};

const Refused = z.object({
  error: z.object({
    code: z.coerce.number().int(),
    message: z.string().default(""),
    error_subcode: z.coerce.number().int().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
    error_data: z.union([z.object({ details: z.string().optional() }), z.string()]).optional(),
  }),
});

/** Null: somebody answered, but not the Graph, or it refused nothing. */
export function refusalOf(json: unknown): GraphRefusal | null {
  const refused = Refused.safeParse(json);
  if (!refused.success) return null;
  const { code, message, error_subcode, is_transient, error_data: data } = refused.data.error;
  const details = typeof data === "string" ? data : data?.details;
  return {
    code,
    subcode: error_subcode ?? null,
    detail: (details ?? message).replace(/\d{6,}/g, "…").slice(0, 300),
    isTransient: is_transient,
  };
}
