/** Settings of the trade: categories, areas and teams. */
import { z } from "zod";
import { PRIORITIES } from "../request.ts";
import { EVIDENCE, LABELS, STARTING_SETS } from "../trade.ts";
import { endpoint, Id, IdParams } from "./endpoint.ts";

const Name = z.string().trim().min(1).max(60);
/** As it was seen: whoever was faster is not overwritten. */
const Version = z.int().min(1);
/** A year of business time at the most. */
const Minutes = z.int().min(1).max(525_600).nullable();

/** In minutes of business time; null: no aim. */
const Targets = z.object({ firstReply: Minutes, takeUp: Minutes, resolution: Minutes });
const NO_TARGETS = { firstReply: null, takeUp: null, resolution: null };

const WrittenCategory = z.object({
  name: Name,
  label: z.enum(LABELS),
  needsWork: z.boolean(),
  evidence: z.array(z.enum(EVIDENCE)).max(EVIDENCE.length).default([]),
  /** What a request of it is opened with, unless somebody says otherwise. */
  priority: z.enum(PRIORITIES).default("normal"),
  teamId: Id.nullable().default(null),
  targets: z
    .object({ low: Targets, normal: Targets, high: Targets, urgent: Targets })
    .default({ low: NO_TARGETS, normal: NO_TARGETS, high: NO_TARGETS, urgent: NO_TARGETS }),
});
export type WrittenCategory = z.output<typeof WrittenCategory>;

/** Put away, and into which one, if it was; how much is filed under it. */
const Standing = {
  id: Id,
  version: z.int(),
  isArchived: z.boolean(),
  mergedInto: z.object({ id: Id, name: z.string() }).nullable(),
  open: z.int(),
  /** Whether a request was ever filed under it. */
  isUsed: z.boolean(),
};

export const TradeCategory = WrittenCategory.extend({
  ...Standing,
  broughtBy: z.enum(["first", ...STARTING_SETS]).nullable(),
});
export type TradeCategory = z.infer<typeof TradeCategory>;

const WrittenArea = z.object({
  name: Name,
  /** Quarters, streets, postcodes: a place that holds one of them lies in it. */
  places: z.array(z.string().trim().min(2).max(60)).max(200).default([]),
});
export type WrittenArea = z.output<typeof WrittenArea>;

export const TradeArea = WrittenArea.extend(Standing);
export type TradeArea = z.infer<typeof TradeArea>;

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const WrittenTeam = z.object({
  name: Name,
  isIntake: z.boolean().default(false),
  memberIds: z.array(Id).max(1_000).default([]),
  /** What its people speak; none: whatever comes. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(20)
    .default([]),
  /** Monday is 1. A span that ends before it begins ends on the next day. None: at any hour. */
  hours: z
    .array(z.object({ weekday: z.int().min(1).max(7), from: Clock, to: Clock }))
    .max(50)
    .default([]),
  /** IANA name. */
  timeZone: z.string().min(1).max(60).default("UTC"),
  /** For which numbers of ours; none: all of them. */
  numberIds: z.array(Id).max(200).default([]),
});
export type WrittenTeam = z.output<typeof WrittenTeam>;

export const TradeTeam = WrittenTeam.extend({
  ...Standing,
  /** Holds what nobody takes, and so cannot be put away. */
  isFirst: z.boolean(),
  /** By its hours, now. */
  isOnShift: z.boolean(),
});
export type TradeTeam = z.infer<typeof TradeTeam>;

export const Trade = z.object({
  categories: z.array(TradeCategory),
  areas: z.array(TradeArea),
  teams: z.array(TradeTeam),
});
export type Trade = z.infer<typeof Trade>;

const Seen = z.object({ version: Version });
const Into = z.object({ version: Version, into: Id });

const change = <Path extends `/api/v1/${string}`, Body extends z.ZodType>(
  method: "POST" | "PUT",
  path: Path,
  summary: string,
  body: Body,
) => endpoint({ method, path, access: "manager", summary, params: IdParams, body, output: Trade });

export const tradeApi = {
  trade: endpoint({
    method: "GET",
    path: "/api/v1/trade",
    access: "operator",
    summary: "Categories, areas and teams, also those put away",
    output: Trade,
  }),
  addCategory: endpoint({
    method: "POST",
    path: "/api/v1/categories",
    access: "manager",
    summary: "Make a category",
    body: WrittenCategory,
    output: Trade,
  }),
  changeCategory: change(
    "PUT",
    "/api/v1/categories/:id",
    "Write a category anew",
    WrittenCategory.extend({ version: Version }),
  ),
  archiveCategory: change("POST", "/api/v1/categories/:id/archive", "Put a category away", Seen),
  restoreCategory: change(
    "POST",
    "/api/v1/categories/:id/restore",
    "Take a category back into use, and apart from the one it was merged into",
    Seen,
  ),
  mergeCategory: change(
    "POST",
    "/api/v1/categories/:id/merge",
    "Put a category into another; requests keep their history",
    Into,
  ),
  addArea: endpoint({
    method: "POST",
    path: "/api/v1/areas",
    access: "manager",
    summary: "Make an area",
    body: WrittenArea,
    output: Trade,
  }),
  changeArea: change(
    "PUT",
    "/api/v1/areas/:id",
    "Write an area anew",
    WrittenArea.extend({ version: Version }),
  ),
  archiveArea: change("POST", "/api/v1/areas/:id/archive", "Put an area away", Seen),
  restoreArea: change(
    "POST",
    "/api/v1/areas/:id/restore",
    "Take an area back into use, and apart from the one it was merged into",
    Seen,
  ),
  mergeArea: change(
    "POST",
    "/api/v1/areas/:id/merge",
    "Put an area into another; requests keep their history",
    Into,
  ),
  addTeam: endpoint({
    method: "POST",
    path: "/api/v1/teams",
    access: "manager",
    summary: "Make a team",
    body: WrittenTeam,
    output: Trade,
  }),
  changeTeam: change(
    "PUT",
    "/api/v1/teams/:id",
    "Write a team anew",
    WrittenTeam.extend({ version: Version }),
  ),
  archiveTeam: change(
    "POST",
    "/api/v1/teams/:id/archive",
    "Put a team away; its open work goes to another in the same step",
    Seen.extend({ handOnTo: Id.nullable().default(null) }),
  ),
  restoreTeam: change("POST", "/api/v1/teams/:id/restore", "Take a team back into use", Seen),
  mergeTeam: change(
    "POST",
    "/api/v1/teams/:id/merge",
    "Put a team into another: its people, numbers and open work go there",
    Into,
  ),
  startingSets: endpoint({
    method: "GET",
    path: "/api/v1/starting-sets",
    access: "manager",
    summary: "Categories to begin with, for five trades",
    query: z.object({ language: z.enum(["en", "es", "ar"]).default("en") }),
    output: z.object({
      sets: z.array(
        z.object({
          key: z.enum(STARTING_SETS),
          categories: z.array(WrittenCategory.extend({ isHere: z.boolean() })),
        }),
      ),
    }),
  }),
  addStartingSet: endpoint({
    method: "POST",
    path: "/api/v1/starting-sets/:key",
    access: "manager",
    summary: "Add what is missing of a set; what is there stays as it is",
    params: z.object({ key: z.enum(STARTING_SETS) }),
    body: z.object({ language: z.enum(["en", "es", "ar"]).default("en") }),
    output: z.object({ trade: Trade, added: z.int() }),
  }),
  removeStartingSet: endpoint({
    method: "DELETE",
    path: "/api/v1/starting-sets/:key",
    access: "manager",
    summary: "Put away what a set brought and nobody used",
    params: z.object({ key: z.enum(["first", ...STARTING_SETS]) }),
    output: z.object({ trade: Trade, removed: z.array(Id) }),
  }),
  restoreCategories: endpoint({
    method: "POST",
    path: "/api/v1/categories/restore",
    access: "manager",
    summary: "Take several categories back into use",
    body: z.object({ ids: z.array(Id).min(1).max(200) }),
    output: Trade,
  }),
} as const;
