/** Rules of the house: when something comes in that is so, then it is filed, raised, given to somebody. */
import { z } from "zod";
import { PRIORITIES } from "../request.ts";
import { CONTENTS, GIVEN, GUESSED_LANGUAGES, STANDINGS } from "../rule.ts";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const Ids = z.array(Id).min(1).max(100);
const Words = z.array(z.string().trim().min(1).max(80)).max(50);
/** Turns the condition round. */
const not = z.boolean().default(false);

export const Condition = z.discriminatedUnion("kind", [
  /** Any of these, whatever its case and accents. */
  z.object({ kind: z.literal("words"), not, words: Words.min(1), match: z.enum(["word", "part"]) }),
  /** As guessed from the words. */
  z.object({ kind: z.literal("language"), not, languages: z.array(z.enum(GUESSED_LANGUAGES)).min(1) }),
  z.object({ kind: z.literal("number"), not, numberIds: Ids }),
  z.object({ kind: z.literal("contents"), not, contents: z.array(z.enum(CONTENTS)).min(1) }),
  z.object({ kind: z.literal("contact"), not, is: z.enum(STANDINGS) }),
  /** Written within the hours of a team, or within a weekly span; one that ends before it begins ends on the next day. */
  z.object({
    kind: z.literal("hours"),
    not,
    teamId: Id.nullable().default(null),
    /** Monday is 1. */
    days: z.array(z.int().min(1).max(7)).max(7).default([]),
    from: Clock.default("00:00"),
    to: Clock.default("24:00"),
    /** IANA name. */
    timeZone: z.string().min(1).max(60).default("UTC"),
  }),
  /** As decided, else as suggested. */
  z.object({ kind: z.literal("category"), not, categoryIds: Ids }),
  z.object({ kind: z.literal("priority"), not, atLeast: z.enum(PRIORITIES) }),
  /** The place lies in an area or names one of the words. */
  z.object({
    kind: z.literal("place"),
    not,
    areaIds: z.array(Id).max(100).default([]),
    words: Words.default([]),
  }),
  /** Unsorted for longer than this. */
  z.object({ kind: z.literal("waits"), not, minutes: z.int().min(1).max(10_080) }),
  /** An open request of theirs was chased so often. */
  z.object({ kind: z.literal("chased"), not, times: z.int().min(1).max(100) }),
]);
export type Condition = z.output<typeof Condition>;

export const Actions = z.object({
  categoryId: Id.nullable().default(null),
  /** Raised to at least this. */
  priority: z.enum(PRIORITIES).nullable().default(null),
  owner: z
    .object({ kind: z.enum(["account", "team"]), id: Id })
    .nullable()
    .default(null),
  /** Proposed to whoever answers, never sent by itself. */
  quickReplyId: Id.nullable().default(null),
  /** No rule after it is asked. */
  stops: z.boolean().default(false),
});
export type Actions = z.output<typeof Actions>;

export const WrittenRule = z
  .object({
    name: z.string().trim().min(1).max(80),
    match: z.enum(["all", "any"]).default("all"),
    conditions: z.array(Condition).min(1).max(20),
    actions: Actions,
  })
  .refine(({ conditions }) => conditions.every(isWhole), {
    message: "A condition about hours needs days or a team, one about a place an area or a word.",
  })
  .refine(({ actions: { stops, ...given } }) => stops || Object.values(given).some((each) => each !== null), {
    message: "Say what the rule does.",
  });
export type WrittenRule = z.output<typeof WrittenRule>;

function isWhole(condition: Condition): boolean {
  if (condition.kind === "hours") return condition.teamId !== null || condition.days.length > 0;
  return condition.kind !== "place" || condition.areaIds.length + condition.words.length > 0;
}

const Person = z.string().nullable();

const TrialCounts = z.object({
  /** Items looked at, and how many of them it fits. */
  items: z.int(),
  matched: z.int(),
  changed: z.int(),
});

/** A dry run of exactly what the rule says now. */
const Trial = TrialCounts.extend({ at: Instant, by: Person });
export type Trial = z.infer<typeof Trial>;

export const Rule = z.object({
  id: Id,
  version: z.int(),
  isOn: z.boolean(),
  name: z.string(),
  match: z.enum(["all", "any"]),
  conditions: z.array(Condition),
  actions: Actions,
  changedAt: Instant,
  changedBy: Person,
  /** Null: not tried as it stands, so it cannot be switched on. */
  trial: Trial.nullable(),
  /** What it names and what is not here any more: that part of it does nothing. */
  missing: z.array(z.enum(["number", "category", "area", "team", "account", "quickReply"])),
});
export type Rule = z.infer<typeof Rule>;

const Named = z.object({ id: Id, name: z.string() });
export type Named = z.infer<typeof Named>;

const Choices = z.object({
  numbers: z.array(Named),
  categories: z.array(Named),
  areas: z.array(Named),
  teams: z.array(Named.extend({ hasHours: z.boolean() })),
  people: z.array(Named),
  quickReplies: z.array(Named),
});
export type RuleChoices = z.infer<typeof Choices>;

const RuleBook = z.object({
  /** In their order. */
  rules: z.array(Rule),
  /** Taken away lately, newest first: each can come back. */
  removed: z.array(Named.extend({ at: Instant, by: Person })),
  /** What a rule can name. */
  choices: Choices,
});
export type RuleBook = z.infer<typeof RuleBook>;

const DryRun = z.object({
  since: Instant,
  messages: z.int(),
  items: z.int(),
  /** There was more in these seven days than is looked at. */
  isCut: z.boolean(),
  matched: z.int(),
  /** Of those it fits: what people made of them. */
  opened: z.int(),
  otherwise: z.int(),
  waiting: z.int(),
  /** Requests that would have been filed, raised or held otherwise. */
  changed: z.int(),
  changes: z.array(
    z.object({
      field: z.enum(["category", "priority", "owner"]),
      /** A name, or a priority; null: none. */
      before: z.string().nullable(),
      after: z.string(),
      count: z.int(),
    }),
  ),
  /** Other rules that are on and meet this one. */
  clashes: z.array(
    z.object({
      ruleId: Id,
      name: z.string(),
      kind: z.enum(["stopped_by", "overruled_by", "stops", "overrules"]),
      fields: z.array(z.enum(GIVEN)),
      count: z.int(),
    }),
  ),
  examples: z.array(
    z.object({
      messageId: Id,
      conversationId: Id,
      requestId: Id.nullable(),
      contactName: z.string(),
      words: z.string().nullable(),
      at: Instant,
      outcome: z.enum(["opened", "otherwise", "waiting"]),
    }),
  ),
  trial: Trial,
});
export type DryRun = z.infer<typeof DryRun>;

const Version = z.int().min(1);

export const rulesApi = {
  rules: endpoint({
    method: "GET",
    path: "/api/v1/rules",
    access: "coordinator",
    summary: "Rules of the house, in their order",
    output: RuleBook,
  }),
  addRule: endpoint({
    method: "POST",
    path: "/api/v1/rules",
    access: "manager",
    summary: "Write a rule; it can be on only after a dry run of what it says",
    body: WrittenRule.safeExtend({ isOn: z.boolean().default(false) }),
    output: Rule,
  }),
  changeRule: endpoint({
    method: "PUT",
    path: "/api/v1/rules/:id",
    access: "manager",
    summary: "Write a rule anew",
    params: IdParams,
    body: WrittenRule.safeExtend({ isOn: z.boolean(), version: Version }),
    output: Rule,
  }),
  switchRule: endpoint({
    method: "POST",
    path: "/api/v1/rules/:id/switch",
    access: "manager",
    summary: "Switch a rule on or off",
    params: IdParams,
    body: z.object({ isOn: z.boolean(), version: Version }),
    output: Rule,
  }),
  orderRules: endpoint({
    method: "PUT",
    path: "/api/v1/rules/order",
    access: "manager",
    summary: "Put the rules into another order",
    body: z.object({ ids: z.array(Id).min(1).max(500) }),
    output: z.object({ ids: z.array(Id) }),
  }),
  removeRule: endpoint({
    method: "POST",
    path: "/api/v1/rules/:id/remove",
    access: "manager",
    summary: "Take a rule away; its name stays with what it did",
    params: IdParams,
    body: z.object({ version: Version }),
    output: z.object({ ok: z.literal(true) }),
  }),
  restoreRule: endpoint({
    method: "POST",
    path: "/api/v1/rules/:id/restore",
    access: "manager",
    summary: "Bring a rule back as it was",
    params: IdParams,
    output: Rule,
  }),
  dryRunRule: endpoint({
    method: "POST",
    path: "/api/v1/rules/dry-run",
    access: "manager",
    summary: "What a rule would have done with the messages of the last seven days",
    body: z.object({
      rule: WrittenRule,
      /** The one it takes the place of; null: a new one, after all others. */
      id: Id.nullable().default(null),
    }),
    output: DryRun,
  }),
} as const;
