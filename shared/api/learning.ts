/** How good the suggestions have been here, and what they were learnt from. */
import { z } from "zod";
import { endpoint, Id, Instant } from "./endpoint.ts";
import { SUGGESTED } from "./suggestion.ts";

/** Fewer than these say nothing. */
export const ENOUGH_TO_TELL = 30;

const Span = z.object({
  /** Decisions of people that could judge it. */
  decisions: z.number().int(),
  /** Of those: where it was sure enough to propose. */
  proposed: z.number().int(),
  /** Of the proposed: those that were taken. */
  right: z.number().int(),
});
export type LearningSpan = z.infer<typeof Span>;

export const LearningKind = z.object({
  kind: z.enum(SUGGESTED),
  /** The last 200 decisions. */
  lately: Span,
  /** The last 30 days. */
  month: Span,
  /** Of all it said in the last 30 days, proposed or not, by how sure it was: how much of it was right. */
  bands: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      count: z.number().int(),
      right: z.number().int(),
      /** How sure it was on average: right should be about this share. */
      confidence: z.number(),
    }),
  ),
});
export type LearningKind = z.infer<typeof LearningKind>;

export const Learning = z.object({
  kinds: z.array(LearningKind),
  /** What sure rules decided in the last 30 days without asking, and how much of it was taken back. */
  rules: z.array(z.object({ rule: z.string(), count: z.number().int(), undone: z.number().int() })),
  models: z.array(
    z.object({
      kind: z.enum(["category", "priority", "owner", "ranker"]),
      /** 0: the one that comes with the program. */
      version: z.number().int(),
      madeAt: Instant.nullable(),
      /** Decisions of this installation in it. */
      trainedOn: z.number().int(),
      /** Decided since, and learnt in memory; at most 1000 are counted. */
      since: z.number().int(),
    }),
  ),
  /** Whose words it knows best: decisions here by category, the most first. */
  learntFrom: z.array(
    z.object({ categoryId: Id.nullable(), name: z.string().nullable(), count: z.number().int() }),
  ),
});
export type Learning = z.infer<typeof Learning>;

export const learningApi = {
  learning: endpoint({
    method: "GET",
    path: "/api/v1/learning",
    access: "operator",
    summary: "How right the suggestions were, by kind, and what they were learnt from",
    output: Learning,
  }),
} as const;
