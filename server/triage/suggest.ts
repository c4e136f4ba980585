/** What Baton would do with an item, field by field, each with how sure it is and why. Pure; a few milliseconds. */
import type { Because, Suggestion, WhatSuggestion } from "../../shared/api/suggestion.ts";
import { isOpen, PRIORITIES, type Priority } from "../../shared/request.ts";
import { attachInputOf, textOf } from "./attach-situation.ts";
import { categoriesFor } from "./kind-labels.ts";
import type { Weighed } from "./live-ranker.ts";
import { classify, type Suggestion as Odds } from "./model/classifier.ts";
import { withCategory } from "./model/seed.ts";
import type { ModelSet } from "./model-set.ts";
import type { Attached, AttachInput, Reason } from "./ranker/attach-input.ts";
import { candidatesOf, setScene } from "./ranker/features.ts";
import { rankAttach } from "./ranker/rank.ts";
import type { Situation } from "./situation.ts";
import type { KindRow } from "./situation-store.ts";
import { placeFor, titleFor, wantedFor } from "./suggest-words.ts";

/** Of each kind with no odds of its own: how many of the last ones were right here. */
export type Tracks = Record<"what" | "title" | "place", { right: number; of: number }>;
export const NO_TRACKS: Tracks = {
  what: { right: 0, of: 0 },
  title: { right: 0, of: 0 },
  place: { right: 0, of: 0 },
};

/** Less sure than this a field is left blank for the person. */
export const PROPOSED_FROM = 0.5;
const MOST_WHAT = 6;
/** So many like it make a habit of this desk. */
const HABIT = 3;

/** What was found out on the way to a suggestion. */
export type Considered = { text: string; category: readonly Odds[]; input: AttachInput };

export function consider(situation: Situation, models: ModelSet): Considered {
  const text = textOf(situation.messages);
  const category = text && models.category ? classify(models.category.model, text) : [];
  const odds = category.map(({ label, confidence }) => ({ label, confidence }));
  return { text, category, input: attachInputOf(situation, odds) };
}

/** What the ranker weighs, to learn from later; nothing where there is nothing to choose between. */
export function weighedIn({ input }: Considered): Weighed[] | null {
  const candidates = candidatesOf(setScene(input));
  return candidates.length < 2 ? null : candidates.map(({ decision, features }) => [decision, features]);
}

export function suggestFor(
  situation: Situation,
  models: ModelSet,
  tracks: Tracks,
  considered: Considered = consider(situation, models),
): Suggestion {
  const { text, category, input } = considered;
  const attached = rankAttach(input, models.ranker?.weights);
  const kind = categoryField(situation, models, category);
  const likeliest = categoriesFor(category, situation.kinds)[0]?.kind;
  return {
    what: whatOf(situation, attached),
    // A photo or a voice note alone says nothing that was learnt from words, unless it answers to something.
    isProposed: !attached.abstains && (text !== "" || input.message.quotesRequest !== null),
    title: titleFor(situation, tracks.title),
    categoryId: kind,
    priority: priorityField(models, text, likeliest),
    place: placeFor(situation, tracks.place),
    wanted: wantedFor(situation, likeliest?.label ?? null),
    owner: ownerField(situation, models, { text, kind: likeliest, category: kind }),
    track: tracks.what,
  };
}

function whatOf({ standing }: Situation, attached: Attached): WhatSuggestion[] {
  const best = attached.odds.find(({ decision }) => decision !== "new" && decision !== "none");
  return attached.odds.slice(0, MOST_WHAT).map(({ decision, confidence, because }) => {
    const reasons = because.map(asBecause);
    if (decision === "new") return { kind: "opens", requestId: null, confidence, because: reasons };
    if (decision === "none") return { kind: "no_request", requestId: null, confidence, because: reasons };
    const row = standing.find(({ id }) => String(id) === decision);
    const canChase = row !== undefined && isOpen(row.state);
    const isBest = decision === best?.decision;
    const kind =
      isBest && attached.isChase && canChase ? "chase" : isBest && attached.answersUs ? "answers" : "belongs";
    return { kind, requestId: Number(decision), confidence, because: reasons };
  });
}

const asBecause = ({ code, words = [] }: Reason): Because => ({
  ...{ code, words },
  ...{ count: null, of: null, name: null },
});

const reason = (code: Because["code"], more: Partial<Because> = {}): Because => ({
  ...asBecause({ code }),
  ...more,
});

/** Of what was decided to be a request: which kind. What is none of them takes no part. */
function categoryField(
  { kinds }: Situation,
  models: ModelSet,
  odds: readonly Odds[],
): Suggestion["categoryId"] {
  const found = categoriesFor(odds, kinds);
  const [best] = found;
  if (!best || best.confidence < PROPOSED_FROM) return null;
  const count = models.category?.counts[best.odds.label] ?? 0;
  const words = best.odds.because.map(({ feature }) => feature);
  return {
    value: best.kind.id,
    confidence: best.confidence,
    because: [
      ...(count >= HABIT ? [reason("like_others", { count, name: best.kind.name })] : []),
      ...(words.length > 0 ? [reason("words", { words })] : []),
    ],
  };
}

const isPriority = (label: string): label is Priority => PRIORITIES.some((known) => known === label);

/** As urgent as it sounds, and as what it is most likely about; else as its kind usually is. */
function priorityField(models: ModelSet, text: string, kind: KindRow | undefined): Suggestion["priority"] {
  const asked = kind ? withCategory(text, kind.label) : text;
  const [best] = text && models.priority ? classify(models.priority.model, asked) : [];
  if (best && isPriority(best.label) && best.confidence >= PROPOSED_FROM) {
    // The category went along as a word that nobody wrote.
    const words = best.because.flatMap(({ feature }) => (text.includes(feature) ? [feature] : []));
    const because = best.label === "normal" || words.length === 0 ? [] : [reason("words", { words })];
    return { value: best.label, confidence: best.confidence, because };
  }
  if (!kind || kind.priority === "normal") return null;
  return {
    value: kind.priority,
    confidence: PROPOSED_FROM,
    because: [reason("rule", { name: kind.name })],
  };
}

type About = { text: string; kind: KindRow | undefined; category: Suggestion["categoryId"] };

/** Whoever was given what reads like it; else the team that takes this kind; else whoever holds most of this client's. */
function ownerField(situation: Situation, models: ModelSet, about: About): Suggestion["owner"] {
  const { usual } = situation;
  const learnt = learntOwner(situation, models, about);
  if (learnt) return learnt;
  const { category } = about;
  const kind = situation.kinds.find(({ id }) => id === category?.value);
  if (category && kind?.teamId && kind.teamName)
    return {
      value: { kind: "team", id: kind.teamId, name: kind.teamName },
      confidence: category.confidence,
      because: [reason("covers_category", { name: kind.name })],
    };
  if (usual.accountId === null || usual.accountName === null || usual.accountCount < 2) return null;
  return {
    value: { kind: "account", id: usual.accountId, name: usual.accountName },
    confidence: usual.accountCount / (usual.count + 1),
    because: [reason("usual_owner", { count: usual.accountCount, of: usual.count, name: usual.accountName })],
  };
}

/** Null when it is not sure, when they are not here any more, or when too few like it were given to them. */
function learntOwner({ holders }: Situation, models: ModelSet, { text, kind }: About): Suggestion["owner"] {
  if (!models.owner || text === "") return null;
  const [best] = classify(models.owner.model, kind ? withCategory(text, kind.label) : text);
  const count = best ? (models.owner.counts[best.label] ?? 0) : 0;
  if (!best || best.confidence < PROPOSED_FROM || count < HABIT) return null;
  const value = holders.find((holder) => `${holder.kind}:${holder.id}` === best.label);
  if (!value) return null;
  const words = best.because.flatMap(({ feature }) => (text.includes(feature) ? [feature] : []));
  return {
    value,
    confidence: best.confidence,
    because: [
      reason("given_to", { count, name: value.name }),
      ...(words.length > 0 ? [reason("words", { words })] : []),
    ],
  };
}
