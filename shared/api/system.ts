/** Categories, the sample day and its phones, search. */
import { z } from "zod";
import { PRIORITIES } from "../request.ts";
import { endpoint, Id, Instant } from "./endpoint.ts";
import { Strip } from "./requests.ts";

export const Category = z.object({
  id: Id,
  name: z.string(),
  needsWork: z.boolean(),
  /** What a request of it is opened with, unless somebody says otherwise. */
  priority: z.enum(PRIORITIES),
});
export type Category = z.infer<typeof Category>;

export const SampleDay = z.object({
  state: z.enum(["absent", "starting", "playing", "played"]),
  sent: z.number().int(),
  total: z.number().int(),
});
export type SampleDay = z.infer<typeof SampleDay>;

export const systemApi = {
  overview: endpoint({
    method: "GET",
    path: "/api/v1/overview",
    access: "operator",
    summary: "What the bar shows: counts, the business's name, the day line",
    output: z.object({
      now: Instant,
      businessName: z.string().nullable(),
      toSort: z.number().int(),
      open: z.number().int(),
      inYourHands: z.number().int(),
      late: z.number().int(),
      dead: z.number().int(),
      /** Requests of this person or their teams whose client's window closes soon. */
      windowsClosing: z.number().int(),
      /** Promises from the start of today until the end of it. */
      promises: z.array(
        z.object({
          requestId: Id,
          title: z.string(),
          at: Instant,
          state: z.enum(["open", "kept", "broken"]),
          isYours: z.boolean(),
        }),
      ),
      firstRun: z.object({ hasNumber: z.boolean(), hasSecondPerson: z.boolean(), sample: SampleDay }),
    }),
  }),
  categories: endpoint({
    method: "GET",
    path: "/api/v1/categories",
    access: "operator",
    summary: "Kinds of request",
    output: z.object({ categories: z.array(Category) }),
  }),
  /** In the body, never in an address: those reach logs (law 11). */
  search: endpoint({
    method: "POST",
    path: "/api/v1/search",
    access: "operator",
    summary: "Requests and contacts by a few letters or a number",
    body: z.object({ q: z.string().trim().min(1).max(100) }),
    output: z.object({
      strips: z.array(Strip),
      contacts: z.array(z.object({ id: Id, name: z.string(), phone: z.string().nullable() })),
    }),
  }),
  sampleDay: endpoint({
    method: "GET",
    path: "/api/v1/sample-day",
    access: "operator",
    summary: "How far the sample day is",
    output: SampleDay,
  }),
  startSampleDay: endpoint({
    method: "POST",
    path: "/api/v1/sample-day",
    access: "admin",
    summary: "Start the simulator and play the sample day under a sample number",
    output: SampleDay,
  }),
  removeSampleDay: endpoint({
    method: "DELETE",
    path: "/api/v1/sample-day",
    access: "admin",
    summary: "Remove the sample number with everything that came by it",
    output: SampleDay,
  }),
} as const;
