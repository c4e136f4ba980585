/** What speaks for each candidate, as named figures for the weights. Pure. */

import type { Act } from "../../../shared/words/lexicon/acts.ts";
import { did } from "../../../shared/words/said.ts";
import type { Decision } from "./attach-input.ts";
import { type Relation, type Scene, setScene } from "./scene.ts";
import { type Shared, sharedFeatures } from "./shared-features.ts";

export type Candidate = { decision: Decision; features: [string, number][]; relation: Relation | null };

/** Acts by which a message goes on with something known, or begins something. */
const GOES_ON: readonly Act[] = [
  "chase",
  "urge",
  "again",
  "it",
  "visitor",
  "correction",
  "cancel",
  "solved",
  "move",
  "here",
  "paid",
  "agree",
  "too_much",
  "yes",
  "no",
  "photo",
  "time",
  "place",
  "name",
];
const BEGINS: readonly Act[] = ["also", "other", "need", "broken", "ask", "price", "greeting", ...GOES_ON];
const NOTHING: readonly Act[] = [
  "thanks",
  "ok",
  "greeting",
  "farewell",
  "praise",
  "later",
  "wrong_chat",
  "spam",
  "auto",
  "yes",
  "no",
  "solved",
  "chase",
  "need",
  "broken",
  "ask",
  "agree",
  "cancel",
  "again",
  "it",
  "time",
];

export { setScene };

export function candidatesOf(scene: Scene): Candidate[] {
  const shared = sharedFeatures(scene);
  return [
    ...scene.relations.map((relation) => ({
      decision: relation.request.id,
      relation,
      features: ofRequest(scene, shared, relation),
    })),
    { decision: "new", relation: null, features: ofNew(scene, shared) },
    { decision: "none", relation: null, features: ofNone(scene, shared) },
  ];
}

/** Slowly falling with age: an hour, a day and a week are three steps. */
const ageOf = (minutes: number): number => Math.log1p(Math.max(0, minutes)) / 8;

class Sheet {
  readonly features: [string, number][] = [];
  readonly #prefix: string;
  constructor(prefix: string) {
    this.#prefix = prefix;
  }
  add(name: string, value: number | boolean): void {
    const figure = Number(value);
    if (figure !== 0) this.features.push([this.#prefix + name, figure]);
  }
}

function ofRequest(scene: Scene, shared: Shared, relation: Relation): [string, number][] {
  const sheet = new Sheet("r:");
  const { said, relations, input } = scene;
  const { request, asked, answers, ours } = relation;
  const unanswered = 1 - ours;
  const isOnly = relations.length === 1;
  const isLatest = request.lastEventMinutesAgo === shared.latest;
  const since = input.message.minutesSinceClientLast;
  sheet.add("bias", 1);
  sheet.add("quoted", relation.isQuoted);
  sheet.add("quoted other", shared.anyQuoted && !relation.isQuoted);
  sheet.add("only", isOnly);
  sheet.add("age", ageOf(request.lastEventMinutesAgo));
  sheet.add("opened", ageOf(request.openedMinutesAgo));
  sheet.add("latest", isLatest && !isOnly);
  sheet.add("burst", since !== null && since <= 5 && Math.abs(request.lastEventMinutesAgo - since) < 1);
  sheet.add("just now", request.lastEventMinutesAgo <= 15);

  sheet.add("asked", asked);
  sheet.add("asked latest", isLatest ? asked : 0);
  sheet.add("asked alone", shared.askedCount === 1 ? asked : 0);
  sheet.add(`asked size ${shared.size}`, asked);
  sheet.add("asked just now", request.lastEventMinutesAgo <= 60 ? asked : 0);
  for (const kind of answers) sheet.add(`answers ${kind}`, asked);
  sheet.add("answers", answers.length > 0 ? asked : 0);
  sheet.add("answers alone", answers.length > 0 && answeredBy(relations) === 1 ? asked : 0);
  sheet.add("answers nothing", answers.length === 0 ? asked : 0);
  sheet.add("unanswered", unanswered);
  sheet.add("asked small talk", said.smallTalk === 1 ? asked : 0);
  sheet.add("wordless asked", scene.isWordless ? asked : 0);
  sheet.add("wordless latest", scene.isWordless && isLatest);
  sheet.add("wordless", scene.isWordless);
  sheet.add("content asked", Math.min(6, said.content.length) * asked * 0.3);

  const chases = did(said, "chase") || shared.isPing;
  sheet.add("chase", chases);
  sheet.add("chase unanswered", chases ? unanswered : 0);
  sheet.add("chase only unanswered", chases && shared.unansweredCount === 1 ? unanswered : 0);
  sheet.add("chase latest", chases && isLatest);
  sheet.add("chase alike", chases ? Math.min(2, relation.likeness) : 0);
  sheet.add("chase age", chases ? ageOf(request.lastEventMinutesAgo) : 0);
  sheet.add("ping unanswered", shared.isPing ? unanswered : 0);
  sheet.add("ping asked", shared.isPing ? asked : 0);

  sheet.add("alike", Math.min(3, relation.likeness));
  sheet.add("alike share", scene.contentWeight > 0 ? relation.likeness / scene.contentWeight : 0);
  sheet.add("alike best", relation.likeness > 0 && relation.likeness === shared.bestLikeness);
  const rival = relation.likeness === shared.bestLikeness ? shared.secondLikeness : shared.bestLikeness;
  sheet.add("alike lead", Math.max(-2, Math.min(2, relation.likeness - rival)));
  sheet.add("concepts", Math.min(3, relation.sharedConcepts.length));
  sheet.add(
    "concepts best",
    relation.sharedConcepts.length > 0 && relation.sharedConcepts.length === shared.bestConcepts,
  );
  sheet.add("concepts behind", shared.bestConcepts - relation.sharedConcepts.length);
  for (const group of relation.clashes) sheet.add(`clash ${group}`, 1);
  sheet.add("concepts unknown", Math.min(3, said.concepts.size - relation.sharedConcepts.length));
  sheet.add("subject", relation.subject);
  sheet.add("subject lead", relation.subject - shared.bestSubject);
  sheet.add("subject alone", isOnly ? relation.subject : 0);
  sheet.add("plain answer", shared.isPlain ? asked : 0);
  sheet.add("plain, not asked", shared.isPlain ? 1 - asked : 0);
  sheet.add("goes on", shared.goesOn);
  sheet.add("begins", shared.begins);
  sheet.add("figures", relation.sharedFigures.length > 0);
  sheet.add("figures clash", relation.figuresClash && !answers.includes("number"));

  for (const act of GOES_ON) {
    if (!did(said, act)) continue;
    sheet.add(act, 1);
    sheet.add(`${act} latest`, isLatest && !isOnly);
    sheet.add(`${act} only`, isOnly);
  }
  if (did(said, "also") || did(said, "other")) sheet.add("also alike", Math.min(2, relation.likeness));
  const visit = did(relation.last, "visitor") || did(relation.last, "time");
  const aboutVisit = did(said, "visitor") || did(said, "move") || did(said, "here") || did(said, "time");
  sheet.add("visit", visit && aboutVisit);
  sheet.add("cancels visit", visit && did(said, "cancel"));
  sheet.add("price", did(relation.last, "price") && (did(said, "agree") || did(said, "too_much")));
  tone(sheet, scene, 2);
  sheet.add("tone asked", asked * clipped(scene.tones[2] ?? 0));
  sheet.add("pays", (did(relation.last, "price") || did(relation.last, "paid")) && did(said, "paid"));
  return sheet.features;
}

const clipped = (value: number): number => Math.max(-3, Math.min(3, value));

/** How the message sounds, whatever is open: of itself, and where nothing is asked. */
function tone(sheet: Sheet, { tones, relations, noRequest }: Scene, at: number): void {
  sheet.add("no request", noRequest * 0.5);
  sheet.add("no request alone", relations.length === 0 ? noRequest * 0.5 : 0);
  const value = clipped(tones[at] ?? 0);
  sheet.add("tone", value);
  sheet.add("tone alone", relations.length === 0 ? value : 0);
}

const answeredBy = (relations: readonly Relation[]): number =>
  relations.filter(({ answers, asked }) => answers.length > 0 && asked > 0.4).length;

function ofNew(scene: Scene, shared: Shared): [string, number][] {
  const { said, relations, input, contentWeight } = scene;
  const sheet = new Sheet("n:");
  tone(sheet, scene, 0);
  const { message } = input;
  sheet.add("bias", 1);
  sheet.add("goes on", shared.goesOn);
  sheet.add("begins", shared.begins);
  sheet.add("junk", shared.junk);
  sheet.add("best subject", shared.bestSubject);
  sheet.add("plain", shared.isPlain);
  sheet.add("nothing open", relations.length === 0);
  sheet.add("open", Math.min(4, relations.length));
  sheet.add(`size ${shared.size}`, 1);
  for (const act of BEGINS) sheet.add(act, did(said, act));
  sheet.add("also need", did(said, "also") && (did(said, "need") || did(said, "broken") || did(said, "ask")));
  sheet.add("other unknown", did(said, "other") && shared.bestLikeness === 0);
  sheet.add("question", said.isQuestion);
  sheet.add("ask question", said.isQuestion && did(said, "ask"));
  sheet.add("need broken", did(said, "need") || did(said, "broken"));
  sheet.add("content", Math.min(8, said.content.length) * 0.3);
  sheet.add("concepts", Math.min(3, said.concepts.size));
  sheet.add("concepts unknown", Math.min(3, said.concepts.size - shared.knownConcepts));
  sheet.add("only unknown concepts", said.concepts.size > 0 && shared.knownConcepts === 0);
  sheet.add("best alike", Math.min(3, shared.bestLikeness));
  sheet.add("best share", contentWeight > 0 ? shared.bestLikeness / contentWeight : 0);
  sheet.add("nothing alike", shared.bestLikeness === 0 && said.content.length > 0);
  sheet.add("all clash", relations.length > 0 && relations.every(({ clashes }) => clashes.size > 0));
  sheet.add("figures clash", relations.length > 0 && relations.every(({ figuresClash }) => figuresClash));
  sheet.add(
    "figures shared",
    relations.some(({ sharedFigures }) => sharedFigures.length > 0),
  );
  sheet.add("quoted", shared.anyQuoted);
  sheet.add("asked", shared.asked);
  sheet.add("answered", shared.anyAnswered);
  sheet.add("since client", ageOf(message.minutesSinceClientLast ?? 100_000));
  sheet.add("burst", message.minutesSinceClientLast !== null && message.minutesSinceClientLast <= 5);
  sheet.add("latest", ageOf(shared.latest));
  sheet.add("small talk", said.smallTalk);
  const notARequest = message.categoryOdds?.find(({ label }) => label === "other_not_a_request")?.confidence;
  if (notARequest !== undefined) sheet.add("by its words", notARequest - 0.5);
  return sheet.features;
}

function ofNone(scene: Scene, shared: Shared): [string, number][] {
  const { said, relations, input, isWordless } = scene;
  const sheet = new Sheet("z:");
  tone(sheet, scene, 1);
  sheet.add("bias", 1);
  sheet.add("nothing open", relations.length === 0);
  sheet.add(`size ${shared.size}`, 1);
  sheet.add("goes on", shared.goesOn);
  sheet.add("begins", shared.begins);
  sheet.add("junk", shared.junk);
  sheet.add("spam", said.hasLink);
  sheet.add("plain", shared.isPlain);
  for (const act of NOTHING) sheet.add(act, did(said, act));
  sheet.add("small talk", said.smallTalk);
  sheet.add("all small talk", said.smallTalk === 1);
  sheet.add("small talk, nothing asked", said.smallTalk === 1 ? 1 - shared.asked : 0);
  sheet.add("nothing asked", 1 - shared.asked);
  sheet.add("thanks only", did(said, "thanks") && said.content.length === 0);
  sheet.add("thanks, nothing asked", did(said, "thanks") && said.content.length <= 2 ? 1 - shared.asked : 0);
  sheet.add("ok, nothing asked", did(said, "ok") && said.content.length <= 1 ? 1 - shared.asked : 0);
  sheet.add("emojis only", said.wordCount === 0 && said.hasEmoji);
  sheet.add("emojis only, asked", said.wordCount === 0 && said.hasEmoji ? shared.asked : 0);
  sheet.add("wordless", isWordless);
  sheet.add("emoji", said.hasEmoji);
  sheet.add("question", said.isQuestion);
  sheet.add("content", Math.min(8, said.content.length) * 0.3);
  sheet.add("concepts", Math.min(3, said.concepts.size));
  sheet.add("best alike", Math.min(3, shared.bestLikeness));
  sheet.add("figures", said.figures.size > 0);
  sheet.add("answered", shared.anyAnswered);
  sheet.add("greeting unanswered", did(said, "greeting") && said.smallTalk === 1 ? shared.unanswered : 0);
  sheet.add("ping", shared.isPing);
  const notARequest = input.message.categoryOdds?.find(
    ({ label }) => label === "other_not_a_request",
  )?.confidence;
  if (notARequest !== undefined) sheet.add("by its words", notARequest - 0.5);
  return sheet.features;
}
