/** The diagnosis of an exported chat as the beginning of the board. The chat stays where it was read; this is what is kept. */
import { z } from "zod";
import { VERDICTS } from "../diagnosis/diagnosis.ts";
import { PRIORITIES } from "../request.ts";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const Name = z.string().trim().min(1).max(120);
const Share = z.object({ part: z.int().min(0), of: z.int().min(0) });
/** Milliseconds of a median request; null where too few were over. */
const Median = z.number().min(0).nullable();

/** What insight compares with later; no words and no names of clients. */
export const Before = z.object({
  verdict: z.enum(VERDICTS),
  messages: z.int().min(0),
  requests: z.int().min(0),
  perWeek: z.number().min(0),
  firstReplyMs: Median,
  resolutionMs: Median,
  chased: Share,
  reactive: Share,
  dropped: Share,
  effectiveStaff: z.number().min(0),
});
export type Before = z.infer<typeof Before>;

const WeekMinute = z.int().min(0).max(10_080);

const Client = z.object({
  name: Name,
  /** Digits with the country code, where the export shows a number. */
  phone: z.string().trim().max(30).nullable(),
});

export const ChatImport = z
  .object({
    title: z.string().trim().max(200).nullable(),
    saidFrom: Instant,
    saidTo: Instant,
    clients: z.array(Client).max(5_000),
    requests: z
      .array(
        z.object({
          title: z.string().trim().min(1).max(200),
          /** Place in `clients`; null: nobody known. */
          client: z.int().min(0).nullable(),
          priority: z.enum(PRIORITIES).default("normal"),
          /** What the board should know of it: since when, how often chased, what was promised. */
          note: z.string().trim().max(4_000).nullable(),
        }),
      )
      .max(1_000),
    roster: z
      .array(
        z.object({ name: Name, spans: z.array(z.object({ from: WeekMinute, to: WeekMinute })).max(200) }),
      )
      .max(500),
    before: Before,
  })
  .refine(
    ({ clients, requests }) => requests.every(({ client }) => client === null || client < clients.length),
    {
      error: "A request names a client that is not in the list.",
      path: ["requests"],
    },
  );
export type ChatImport = z.infer<typeof ChatImport>;

const Made = z.object({
  id: Id,
  requestIds: z.array(Id),
  /** Written down anew; the others were known by their number. */
  newContacts: z.int(),
});

export const chatImportsApi = {
  importChat: endpoint({
    method: "POST",
    path: "/api/v1/chat-imports",
    access: "manager",
    summary: "Begin the board with what the diagnosis of an exported chat found open",
    body: ChatImport,
    output: Made,
  }),
  undoChatImport: endpoint({
    method: "POST",
    path: "/api/v1/chat-imports/:id/undo",
    access: "manager",
    summary: "Take an import back: its requests go, save those that somebody has worked on since",
    params: IdParams,
    output: z.object({ removed: z.int(), kept: z.array(Id) }),
  }),
} as const;
