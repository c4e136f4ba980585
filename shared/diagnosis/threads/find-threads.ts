/** Which message belongs to which request. Pure; the cost of a message does not grow with the chat. */
import type { Chat } from "../chat.ts";
import type { Person, Reading, Thread } from "../diagnosis.ts";
import { FEATURES } from "./columns.ts";
import { addRows } from "./features.ts";
import { type Ranker, Sums, softmax } from "./ranker.ts";
import type { Scene } from "./scene.ts";
import { SHIPPED } from "./shipped.ts";
import { type Decision, walk } from "./walk.ts";

/** A second request for one message needs that much and something that names it; less where both clients are named. */
const SECOND_FROM = 0.4;
const BOTH_NAMED_FROM = 0.1;
const MOST_REQUESTS = 3;

/** Requests only, by their first message: greetings, small talk and announcements are in none. */
export function findThreads(
  chat: Chat,
  people: readonly Person[],
  readings: readonly Reading[],
  ranker: Ranker = SHIPPED,
): Thread[] {
  const sums = new Sums(ranker, FEATURES);
  return walk(chat, people, readings, (scene, open): Decision => {
    sums.clear();
    addRows(sums, scene);
    const { scores: chances, count } = sums;
    softmax(chances, count, ranker.sharpness);
    const fresh = scene.candidates.length;
    let best = 0;
    for (let place = 1; place < count; place++)
      if ((chances[place] ?? 0) > (chances[best] ?? 0)) best = place;
    if (best >= fresh && asksAgain(scene)) best = likeliestOwn(scene, chances) ?? best;
    const confidence = chances[best] ?? 0;
    if (best === fresh + 1) return [];
    const first = best === fresh ? open() : scene.candidates[best];
    if (!first) return [];
    const decision = [{ thread: first, confidence }];
    const firstLikeness = scene.likeness[best];
    scene.candidates.forEach((thread, place) => {
      const chance = chances[place] ?? 0;
      const likeness = scene.likeness[place];
      if (thread === first || !likeness || decision.length >= MOST_REQUESTS) return;
      const bothNamed =
        firstLikeness !== undefined &&
        thread.client !== first.client &&
        likeness.isClientNamed &&
        firstLikeness.isClientNamed;
      const from = bothNamed ? BOTH_NAMED_FROM : SECOND_FROM;
      if (chance >= from && (likeness.isClientNamed || likeness.figures > 0))
        decision.push({ thread, confidence: chance });
    });
    return decision;
  }).map(({ messages, confidence }) => ({ messages, confidence }));
}

/** A client who only asks where things stand begins no matter. */
const SURELY = 0.5;
const asksAgain = ({ isOurs, reading }: Scene): boolean =>
  !isOurs && reading.act === "status_chase" && reading.addsNothing && reading.confidence >= SURELY;

/** Of the requests of who speaks, if it may belong to one at all. */
function likeliestOwn({ by, candidates }: Scene, chances: ArrayLike<number>): number | null {
  let best: number | null = null;
  for (let place = 0; place < candidates.length; place++) {
    if (candidates[place]?.client !== by || (chances[place] ?? 0) < PERHAPS) continue;
    if (best === null || (chances[place] ?? 0) > (chances[best] ?? 0)) best = place;
  }
  return best;
}
const PERHAPS = 0.01;
