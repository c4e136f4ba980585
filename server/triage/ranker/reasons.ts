/** Why a candidate is likely, in codes the screen puts into words. Pure. */

import type { Act } from "../../../shared/words/lexicon/acts.ts";
import { did } from "../../../shared/words/said.ts";
import type { Reason } from "./attach-input.ts";
import type { Candidate } from "./features.ts";
import type { Relation, Scene } from "./scene.ts";

const MOST = 3;
const WORDS_SHOWN = 3;
const JUST_NOW_MINUTES = 15;
const LONG_AGO_MINUTES = 2 * 24 * 60;
const ASKED_FOR_SURE = 0.5;

export function reasonsFor(scene: Scene, { decision, relation }: Candidate): Reason[] {
  const all = relation ? forRequest(scene, relation) : decision === "new" ? forNew(scene) : forNone(scene);
  return all.slice(0, MOST);
}

function forRequest(scene: Scene, relation: Relation): Reason[] {
  const { said, relations } = scene;
  const reasons: Reason[] = [];
  const add = (is: boolean, reason: Reason): void => {
    if (is) reasons.push(reason);
  };
  const { request, asked, answers, sharedFigures, sharedWords } = relation;
  add(relation.isQuoted, { code: "quotes" });
  add(asked > ASKED_FOR_SURE && (answers.length > 0 || said.wordCount <= 4), { code: "we_asked" });
  add(sharedFigures.length > 0, {
    code: "names_number",
    words: sharedFigures.map((figure) => said.figures.get(figure) ?? figure).slice(0, WORDS_SHOWN),
  });
  add(sharedWords.length > 0, {
    code: "shares_words",
    words: [...sharedWords]
      .sort((one, other) => other.weight - one.weight)
      .map(({ written }) => written)
      .slice(0, WORDS_SHOWN),
  });
  add(sharedWords.length === 0 && relation.sharedConcepts.length > 0, {
    code: "shares_words",
    words: relation.sharedConcepts
      .map((concept) => said.tokens[said.concepts.get(concept) ?? -1]?.written ?? "")
      .filter(Boolean)
      .slice(0, WORDS_SHOWN),
  });
  add(did(said, "chase"), { code: "asks_again", words: wordsOf(scene, "chase") });
  add(relations.length === 1, { code: "only_open" });
  add(request.lastEventMinutesAgo <= JUST_NOW_MINUTES, { code: "just_now" });
  add(relation.clashes.has("place"), { code: "other_place" });
  return reasons;
}

function forNew(scene: Scene): Reason[] {
  const { said, relations } = scene;
  const reasons: Reason[] = [];
  for (const act of ["also", "other"] as const)
    if (did(said, act)) reasons.push({ code: "words", words: wordsOf(scene, act) });
  if (relations.length > 0 && relations.every(({ figuresClash }) => figuresClash))
    reasons.push({ code: "other_place", words: [...said.figures.values()].slice(0, WORDS_SHOWN) });
  if (relations.length > 0 && relations.every(({ likeness }) => likeness < 1))
    reasons.push({ code: "few_words_shared" });
  const latest = Math.min(...relations.map(({ request }) => request.lastEventMinutesAgo));
  if (relations.length > 0 && latest > LONG_AGO_MINUTES) reasons.push({ code: "long_ago" });
  for (const act of ["need", "broken", "ask"] as const)
    if (did(said, act)) reasons.push({ code: "words", words: wordsOf(scene, act) });
  return reasons;
}

function forNone(scene: Scene): Reason[] {
  const { said } = scene;
  if (did(said, "thanks")) return [{ code: "thanks", words: wordsOf(scene, "thanks") }];
  if (said.wordCount === 0) return [{ code: "no_words" }];
  if (did(said, "greeting") && said.smallTalk === 1)
    return [{ code: "greeting_only", words: wordsOf(scene, "greeting") }];
  for (const act of ["wrong_chat", "later", "spam", "auto", "praise", "ok"] as const)
    if (did(said, act)) return [{ code: "words", words: wordsOf(scene, act) }];
  return [];
}

/** The words of the message that did it, as they were written. */
function wordsOf({ said }: Scene, act: Act): string[] {
  const words: string[] = [];
  said.tokens.forEach(({ written }, at) => {
    if (said.covers[at]?.has(act)) words.push(written);
  });
  return words.length > 0 ? [words.slice(0, 5).join(" ")] : [];
}
