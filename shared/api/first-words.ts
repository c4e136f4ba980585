/** A greeting and an answer outside opening hours, for each number. */
import { z } from "zod";
import { endpoint, IdParams } from "./endpoint.ts";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** By language, such as `es`; the text as it is sent. */
const Texts = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().trim().max(1000));

export const FirstWords = z.object({
  greets: z.boolean(),
  answersWhenShut: z.boolean(),
  /** IANA name. */
  timeZone: z.string().min(1).max(60),
  /** Monday is 1. Several spans a day are fine. */
  opening: z.array(z.object({ weekday: z.int().min(1).max(7), from: Clock, to: Clock })).max(50),
  greeting: Texts,
  whenShut: Texts,
  /** For whoever's language is not known or has no text. */
  fallbackLanguage: z.string().regex(/^[a-z]{2,3}$/),
});
export type FirstWords = z.infer<typeof FirstWords>;

export const firstWordsApi = {
  firstWords: endpoint({
    method: "GET",
    path: "/api/v1/numbers/:id/first-words",
    access: "manager",
    summary: "A number's greeting, its answer outside opening hours, and the hours",
    params: IdParams,
    output: FirstWords,
  }),
  setFirstWords: endpoint({
    method: "PUT",
    path: "/api/v1/numbers/:id/first-words",
    access: "manager",
    summary: "Set a number's first words and opening hours",
    params: IdParams,
    body: FirstWords,
    output: FirstWords,
  }),
} as const;
