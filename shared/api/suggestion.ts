/** What Baton would do with an item of the tray, field by field, each with its reason. Words stay in the messages: a
 * reason quotes them, it is made when it is asked for and kept nowhere. */
import { z } from "zod";
import { PRIORITIES } from "../request.ts";
import { Id, Instant } from "./endpoint.ts";

/** The decisions a suggestion can be about; the tray's keys, in their order. */
const KINDS = ["opens", "belongs", "answers", "chase", "no_request"] as const;

/** Why, as a code the screen puts into words. `words` are the client's own, `count` and `of` are of this installation. */
export const Because = z.object({
  code: z.enum([
    /** Quotes a message of that request. */
    "quotes",
    /** A button of ours. */
    "button",
    /** We asked, this answers. */
    "we_asked",
    /** The only open request of this client. */
    "only_open",
    "names_place",
    "names_number",
    "shares_words",
    "few_words_shared",
    "just_now",
    "long_ago",
    "asks_again",
    "thanks",
    "greeting_only",
    "other_place",
    /** Like so many others filed so. */
    "like_others",
    /** These words spoke for it. */
    "words",
    /** The installation's own rule. */
    "rule",
    /** The contact's place in so many of its last requests. */
    "usual_place",
    "usual_owner",
    "covers_category",
    /** So many that read like it were given to them. */
    "given_to",
    "on_shift",
    "time_words",
    "voice_only",
    "no_words",
  ]),
  words: z.array(z.string()).default([]),
  count: z.number().int().nullable().default(null),
  of: z.number().int().nullable().default(null),
  /** A rule's, person's or team's name. */
  name: z.string().nullable().default(null),
});
export type Because = z.infer<typeof Because>;

/** 0 to 1, calibrated: of those at 0.8, eight in ten were right. */
const Confidence = z.number().min(0).max(1);
const because = z.array(Because);

export const WhatSuggestion = z.object({
  kind: z.enum(KINDS),
  /** For belongs, answers and chase. */
  requestId: Id.nullable(),
  confidence: Confidence,
  because,
});
export type WhatSuggestion = z.infer<typeof WhatSuggestion>;

const field = <T extends z.ZodType>(value: T) =>
  z.object({ value, confidence: Confidence, because }).nullable();

export const Suggestion = z.object({
  /** The best first; together at most 1. Empty: it abstains. */
  what: z.array(WhatSuggestion),
  /** Sure enough to be proposed; else the fields are shown as blanks to fill. */
  isProposed: z.boolean(),
  title: field(z.string()),
  categoryId: field(Id),
  priority: field(z.enum(PRIORITIES)),
  place: field(z.string()),
  /** The time the client asks for. */
  wanted: field(z.object({ words: z.string(), at: Instant.nullable() })),
  owner: field(z.object({ kind: z.enum(["account", "team"]), id: Id, name: z.string() })),
  /** By a rule of the house alone: what to say to them. Never sent by itself. */
  quickReplyId: field(Id).optional(),
  /** Suggestions of this kind here: how many were right, of the last so many. */
  track: z.object({ right: z.number().int(), of: z.number().int() }),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** How good each kind of suggestion has been here: predicted before the person decided. */
export const SUGGESTED = ["what", "which", "category", "priority", "place", "owner", "title"] as const;
export type Suggested = (typeof SUGGESTED)[number];
