/** Requests: the strip every screen shows, the board, one request's page, moves. */
import { z } from "zod";
import { NEXT_STEPS, PRIORITIES, STATES, WAITS_ON } from "../request.ts";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const Owner = z.object({ kind: z.enum(["account", "team"]), id: Id, name: z.string() });
export type Owner = z.infer<typeof Owner>;

/** A request as any screen shows it: enough without reading a message (law 6). */
export const Strip = z.object({
  id: Id,
  title: z.string(),
  category: z.object({ id: Id, name: z.string(), needsWork: z.boolean() }).nullable(),
  area: z.object({ id: Id, name: z.string() }).nullable(),
  client: z.object({ id: Id, name: z.string() }).nullable(),
  conversationId: Id.nullable(),
  place: z.string().nullable(),
  state: z.enum(STATES),
  stateSince: Instant,
  /** From where it went to waiting. */
  returnsTo: z.enum(STATES).nullable(),
  owner: Owner.nullable(),
  worker: z.object({ id: Id, name: z.string() }).nullable(),
  waitsOn: z.enum(WAITS_ON).nullable(),
  nextStep: z.object({ code: z.enum(NEXT_STEPS), text: z.string().nullable(), at: Instant }).nullable(),
  promise: z.object({ at: Instant, state: z.enum(["open", "kept", "broken"]) }).nullable(),
  priority: z.enum(PRIORITIES),
  /** The client wrote since this person last opened it. */
  unread: z.boolean(),
  /** The client's window closes soon: until then free words reach them. */
  windowClosesAt: Instant.nullable(),
  chases: z.number().int(),
  openedAt: Instant,
  /** Number of events so far; send it back with a change to be refused when someone was faster. */
  version: z.number().int(),
});
export type Strip = z.infer<typeof Strip>;

const BoardScope = z.enum(["all", "mine", "team"]);
export const BoardQuery = z.object({
  scope: BoardScope.default("all"),
  teamId: Id.optional(),
  categoryId: Id.optional(),
  areaId: Id.optional(),
});

export const BoardColumn = z.object({
  state: z.enum(STATES),
  count: z.number().int(),
  /** Next step or promise past due. */
  late: z.number().int(),
  strips: z.array(Strip),
  /** Give it back to get the next strips of the column; null at the end. */
  next: z.string().nullable(),
});
export type BoardColumn = z.infer<typeof BoardColumn>;

export const Board = z.object({
  columns: z.array(BoardColumn),
  open: z.number().int(),
  inYourHands: z.number().int(),
  late: z.number().int(),
  broken: z.number().int(),
});
export type Board = z.infer<typeof Board>;

export const RequestEvent = z.object({
  seq: z.number().int(),
  at: Instant,
  kind: z.string(),
  actor: z.object({
    kind: z.enum(["account", "contact", "token", "rule", "system"]),
    name: z.string().nullable(),
  }),
  through: z.enum(["screen", "whatsapp", "api", "rule", "command"]),
  /** State after it, when it changed the state. */
  state: z.enum(STATES).nullable(),
  /** Note or reason written with it. */
  text: z.string().nullable(),
  /** Further facts by code and id: waitsOn, workerName, ownerName, at, promiseAt, messageCount. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type RequestEvent = z.infer<typeof RequestEvent>;

export const RequestPage = z.object({
  strip: Strip,
  events: z.array(RequestEvent),
  /** Messages that were sorted to this request. */
  messageIds: z.array(Id),
  linkedTo: Id.nullable(),
  /** Where it went on, once merged into another. */
  mergedInto: Id.nullable(),
  /** Whose words it holds, and its own client first: whom a reply can go to. */
  parties: z.array(z.object({ contactId: Id, name: z.string(), conversationId: Id, number: z.string() })),
  /** Milliseconds so far in each pair of hands. */
  hands: z.object({ us: z.number(), client: z.number(), worker: z.number(), third_party: z.number() }),
  /** This person may undo the last event until then; null when not. */
  undoUntil: Instant.nullable(),
  /** Open requests of the same client, this one left out. */
  others: z.array(Strip),
});
export type RequestPage = z.infer<typeof RequestPage>;

const Version = z.number().int().optional();
const Title = z.string().trim().min(1).max(200);

export const OpenRequest = z.object({
  title: Title,
  contactId: Id.nullable().default(null),
  /** By hand for someone not known yet: a name alone is enough. */
  clientName: z.string().trim().min(1).max(120).nullable().default(null),
  clientPhone: z.string().trim().max(30).nullable().default(null),
  categoryId: Id.nullable().default(null),
  areaId: Id.nullable().optional(),
  priority: z.enum(PRIORITIES).default("normal"),
  place: z.string().trim().max(300).nullable().default(null),
  note: z.string().trim().max(4000).nullable().default(null),
});

const MoveBody = z.object({
  to: z.enum(STATES),
  version: Version,
  reason: z.string().trim().max(2000).nullable().default(null),
  workerId: Id.nullable().default(null),
  waitsOn: z.enum(["client", "third_party"]).nullable().default(null),
});

export const requestsApi = {
  board: endpoint({
    method: "GET",
    path: "/api/v1/board",
    access: "operator",
    summary: "Counts of each state and the first 50 strips of it",
    query: BoardQuery,
    output: Board,
  }),
  boardColumn: endpoint({
    method: "GET",
    path: "/api/v1/board/:state",
    access: "operator",
    summary: "The next strips of one state",
    params: z.object({ state: z.enum(STATES) }),
    query: BoardQuery.extend({ after: z.string().optional() }),
    output: BoardColumn,
  }),
  /** Words travel in the body, never in an address: those reach logs (law 11). */
  listRequests: endpoint({
    method: "POST",
    path: "/api/v1/requests/search",
    access: "operator",
    summary: "Requests by words, state, contact, category, area or team, newest first",
    body: z.object({
      q: z.string().trim().max(200).optional(),
      state: z.enum(["open", "all", ...STATES]).default("open"),
      contactId: Id.optional(),
      categoryId: Id.optional(),
      areaId: Id.optional(),
      /** Held by the team or somebody in it. */
      teamId: Id.optional(),
      after: z.string().optional(),
    }),
    output: z.object({ strips: z.array(Strip), next: z.string().nullable() }),
  }),
  openRequest: endpoint({
    method: "POST",
    path: "/api/v1/requests",
    access: "operator",
    summary: "Open a request by hand (a phone call, a visit)",
    body: OpenRequest,
    output: Strip,
  }),
  getRequest: endpoint({
    method: "GET",
    path: "/api/v1/requests/:id",
    access: "operator",
    summary: "One request with its events",
    params: IdParams,
    output: RequestPage,
  }),
  moveRequest: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/moves",
    access: "operator",
    summary: "Move a request to another state",
    params: IdParams,
    body: MoveBody,
    output: Strip,
  }),
  undoRequest: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/undo",
    access: "operator",
    summary: "Undo one's own last change within ten minutes",
    params: IdParams,
    output: Strip,
  }),
  changeRequest: endpoint({
    method: "PATCH",
    path: "/api/v1/requests/:id",
    access: "operator",
    summary: "Change title, category, area, priority, place, owner, next step or promise",
    params: IdParams,
    body: z.object({
      version: Version,
      title: Title.optional(),
      categoryId: Id.nullable().optional(),
      areaId: Id.nullable().optional(),
      priority: z.enum(PRIORITIES).optional(),
      place: z.string().trim().max(300).nullable().optional(),
      owner: z.object({ kind: z.enum(["account", "team"]), id: Id }).optional(),
      nextStep: z
        .object({
          code: z.enum(NEXT_STEPS).default("other"),
          text: z.string().trim().max(300).nullable().default(null),
          at: Instant,
        })
        .optional(),
      /** A time given to the client; null takes it back. */
      promiseAt: Instant.nullable().optional(),
    }),
    output: Strip,
  }),
  addNote: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/notes",
    access: "operator",
    summary: "Write a note only staff sees",
    params: IdParams,
    body: z.object({ text: z.string().trim().min(1).max(4000) }),
    output: Strip,
  }),
  markSeen: endpoint({
    method: "POST",
    path: "/api/v1/requests/:id/seen",
    access: "operator",
    summary: "Take away the unread mark for this person",
    params: IdParams,
    output: Done,
  }),
} as const;
