/** The message against each open request: what fits, what speaks against it, who spoke last. Pure. */

import { NO_REQUEST } from "../../../shared/trade.ts";
import type { Act } from "../../../shared/words/lexicon/acts.ts";
import { type Content, did, likeness, readText, type Said } from "../../../shared/words/said.ts";
import { chancesHeard, hear } from "../../../shared/words/tone.ts";
import type { AttachInput, IncomingMessage, OpenRequest } from "./attach-input.ts";
import { SHIPPED_SUBJECTS, SHIPPED_TONES } from "./shipped-tones.ts";

/** What an answer can consist of, and a question ask for. */
export const GIVEN = ["time", "place", "number", "name", "photo", "yes_no", "price", "count"] as const;
export type Given = (typeof GIVEN)[number];

export type Relation = {
  request: OpenRequest;
  last: Said;
  about: Said;
  isQuoted: boolean;
  /** 0 to 1: the last word in it was ours. */
  ours: number;
  /** 0 to 1: it was a question of ours. */
  asked: number;
  asksFor: Set<Given>;
  /** What the message gives of what we asked for. */
  answers: Given[];
  /** Words of the message that this request knows too. */
  sharedWords: { written: string; weight: number }[];
  likeness: number;
  /** 0 to 1: how much the two sound as if of one subject. */
  subject: number;
  /** Things both name; things named on both sides, all different, by group. */
  sharedConcepts: string[];
  clashes: Set<string>;
  sharedFigures: string[];
  figuresClash: boolean;
};

export type Scene = {
  input: AttachInput;
  said: Said;
  /** As tone.ts has it, in its order. */
  tones: readonly number[];
  gives: Set<Given>;
  relations: Relation[];
  contentWeight: number;
  /** Logarithm of the odds that, of all it could be in the seed's categories, it is no request; within 4. */
  noRequest: number;
  isWordless: boolean;
};

/** The same words, when the request and the message are as old as this, are a burst. */
const SAME_MINUTE = 0.75;
const ALIKE = 0.55;
const TEXTS_READ = 6;

/** `tones` only in training, where the shipped weights have seen the message. */
export function setScene(input: AttachInput, tones = hear(SHIPPED_TONES, input.message.text)): Scene {
  const { message } = input;
  const said = readText(message.text);
  const gives = givenBy(said, message);
  const subject = chancesHeard(SHIPPED_SUBJECTS, message.text);
  return {
    input,
    said,
    tones,
    gives,
    relations: input.openRequests.map((request) => relate(request, message, { said, gives, subject })),
    contentWeight: said.content.reduce((sum, word) => sum + weigh(word), 0),
    noRequest: oddsOf(subject[SHIPPED_SUBJECTS.labels.indexOf(NO_REQUEST)] ?? 0.1),
    isWordless: said.wordCount === 0 || onlyPicture(said),
  };
}

const oddsOf = (chance: number): number =>
  Math.max(-4, Math.min(4, Math.log(Math.max(1e-6, chance) / Math.max(1e-6, 1 - chance))));

/** A picture without a caption, as a file or as "[photo]". */
function onlyPicture(said: Said): boolean {
  return said.wordCount <= 2 && said.covers.every((acts) => acts.has("photo"));
}

function relate(
  request: OpenRequest,
  message: IncomingMessage,
  { said, gives, subject }: { said: Said; gives: Set<Given>; subject: readonly number[] },
): Relation {
  const last = readText(request.lastMessage);
  const about = readText(
    [
      request.title,
      request.place ?? "",
      request.lastMessage,
      ...(request.messageTexts ?? []).slice(-TEXTS_READ),
    ].join(" \n "),
  );
  const ours = chanceOurs(request, message, last);
  const asksFor = askedFor(last);
  const isAsking = last.isQuestion || did(last, "asks");
  const asked = isAsking ? ours * (last.isQuestion || asksFor.size > 0 ? 1 : 0.7) : 0;
  const sharedWords = shared(said.content, about.content);
  const concepts = compareConcepts(said, about);
  const figures = [...said.figures.keys()].filter((figure) => about.figures.has(figure));
  return {
    request,
    last,
    about,
    isQuoted: message.quotesRequest === request.id,
    ours,
    asked,
    asksFor,
    answers: asked > 0 ? [...asksFor].filter((kind) => gives.has(kind)) : [],
    sharedWords,
    likeness: sharedWords.reduce((sum, { weight }) => sum + weight, 0),
    subject: alike(subject, chancesHeard(SHIPPED_SUBJECTS, `${request.title} ${request.lastMessage}`)),
    ...concepts,
    sharedFigures: figures,
    figuresClash: figures.length === 0 && said.figures.size > 0 && about.figures.size > 0,
  };
}

/** From the times where they tell it, else from how it is said. */
function chanceOurs(request: OpenRequest, message: IncomingMessage, last: Said): number {
  if (request.lastMessageBy) return request.lastMessageBy === "us" ? 1 : 0;
  const since = message.minutesSinceClientLast;
  if (since === null || request.lastEventMinutesAgo < since - SAME_MINUTE) return 0.97;
  const words =
    1.1 * Math.min(2, last.acts.get("ours") ?? 0) +
    0.9 * Math.min(2, last.acts.get("asks") ?? 0) -
    1.2 * Math.min(3, last.acts.get("theirs") ?? 0) -
    0.8 * Math.min(1, last.acts.get("need") ?? 0) +
    (last.isQuestion ? 0.3 : 0);
  const bySound = 1 / (1 + Math.exp(-words));
  return Math.abs(request.lastEventMinutesAgo - since) <= SAME_MINUTE ? 0.25 * bySound : bySound;
}

const ASKS: [Given, Act[]][] = [
  ["time", ["time", "move"]],
  ["place", ["place", "here"]],
  ["number", ["number"]],
  ["name", ["name"]],
  ["photo", ["photo"]],
  ["price", ["price", "agree"]],
];

function askedFor(last: Said): Set<Given> {
  const asked = new Set<Given>();
  for (const [kind, acts] of ASKS) if (acts.some((act) => did(last, act))) asked.add(kind);
  if (last.isQuestion) asked.add("yes_no");
  if (/how many|cuant|quant|combien|berapa|كم|kitn|ngapi/.test(last.tokens.map((t) => t.folded).join(" ")))
    asked.add("count");
  return asked;
}

const SHORT = 6;

function givenBy(said: Said, { kinds = [] }: IncomingMessage): Set<Given> {
  const gives = new Set<Given>();
  if (did(said, "time") || said.tokens.some(({ folded }) => /^\d{1,2}([:.h]\d{2}|h|am|pm|hs)?$/.test(folded)))
    gives.add("time");
  if (did(said, "place") || did(said, "here") || kinds.includes("location")) gives.add("place");
  if (said.figures.size > 0) {
    gives.add("number");
    gives.add("count");
  }
  if (did(said, "count")) gives.add("count");
  if (did(said, "name") || (said.wordCount > 0 && said.wordCount <= 4 && said.acts.size === 0))
    gives.add("name");
  if (did(said, "photo") || kinds.some((kind) => ["image", "video", "document"].includes(kind)))
    gives.add("photo");
  if (did(said, "yes") || did(said, "no") || (did(said, "ok") && said.wordCount <= SHORT))
    gives.add("yes_no");
  if (/👍|👌|✅/u.test(said.tokens.map(({ folded }) => folded).join(""))) gives.add("yes_no");
  if (did(said, "agree") || did(said, "too_much") || did(said, "paid")) gives.add("price");
  return gives;
}

const weigh = ({ word }: Content): number => Math.min(1, word.length / 6);

function shared(message: readonly Content[], about: readonly Content[]): Relation["sharedWords"] {
  const found: Relation["sharedWords"] = [];
  const seen = new Set<string>();
  for (const content of message) {
    if (seen.has(content.word)) continue;
    seen.add(content.word);
    let best = 0;
    for (const other of about) {
      const same = likeness(content, other);
      if (same > best) best = same;
    }
    if (best >= ALIKE) found.push({ written: content.written, weight: best * weigh(content) });
  }
  return found;
}

function alike(one: readonly number[], other: readonly number[]): number {
  const dot = (first: readonly number[], second: readonly number[]): number =>
    first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

/** "room:kitchen" clashes with "room:bathroom"; a bare name stands in the group of things. */
const groupOf = (concept: string): string =>
  concept.includes(":") ? concept.slice(0, concept.indexOf(":")) : "thing";

function compareConcepts(said: Said, about: Said): { sharedConcepts: string[]; clashes: Set<string> } {
  const sharedConcepts = [...said.concepts.keys()].filter((concept) => about.concepts.has(concept));
  const sharedGroups = new Set(sharedConcepts.map(groupOf));
  const aboutGroups = new Set([...about.concepts.keys()].map(groupOf));
  const clashes = new Set(
    [...said.concepts.keys()]
      .map(groupOf)
      .filter((group) => aboutGroups.has(group) && !sharedGroups.has(group)),
  );
  return { sharedConcepts, clashes };
}
