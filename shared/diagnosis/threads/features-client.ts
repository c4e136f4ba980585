/** What tells that a client's message belongs to a request. Pure. */
import { ACTS } from "../diagnosis.ts";
import { column, columns } from "./columns.ts";
import { type OpenThread, STANDS } from "./open-thread.ts";
import type { Sheet } from "./ranker.ts";
import type { Likeness, Scene } from "./scene.ts";
import {
  addActs,
  asksForSomething,
  GAPS,
  gapOf,
  isBurst,
  isOver,
  type Shared,
  STANDS_FOR,
  standFor,
} from "./shared-facts.ts";

const mine = column("mine");
const mineAct = columns("mine, does", ACTS);
const mineOnly = column("mine, no other");
const mineOnlyOpen = column("mine, the only one not over");
const mineOnlyOpenAct = columns("mine, the only one not over, does", ACTS);
const mineLatest = column("mine, the latest");
const mineLatestAct = columns("mine, the latest, does", ACTS);
const mineStand = columns("mine, stands", STANDS);
const mineOverAct = columns("mine, over, does", ACTS);
const mineStandFor = columns("mine, stands", STANDS_FOR);
const mineStandForAsks = columns("mine, asks, stands", STANDS_FOR);
const mineOverGap = columns("mine, over, after", GAPS);
const mineStandNothing = columns("mine, adds nothing, stands", STANDS);
const mineOverFigure = column("mine, over, new figure");
const mineGap = columns("mine, after", GAPS);
const mineAskGap = columns("mine, asks, after", GAPS);
const mineChatGap = columns("mine, says little, after", GAPS);
const mineAsked = column("mine, was asked");
const mineAskedAct = columns("mine, was asked, does", ACTS);
const mineAnswerTo = column("mine, ours spoke last in the chat there");
const mineAnswerToAct = columns("mine, ours spoke last in the chat there, does", ACTS);
const mineAnsweredAct = columns("mine, ours spoke last of all of mine, does", ACTS);
const mineBurst = column("mine, burst");
const mineBurstAct = columns("mine, burst, does", ACTS);
const mineBurstWordless = column("mine, burst, wordless");
const mineWordless = column("mine, wordless");
const mineUnanswered = column("mine, unanswered");
const mineUnansweredAct = columns("mine, unanswered, does", ACTS);
const mineAlike = column("mine, alike");
const mineUnlikeAsks = column("mine, asks, nothing alike");
const mineChasedBefore = column("mine, chases again");
const mineReply = columns("mine, ours reply with", ACTS);
const mineOverReply = columns("mine, over, ours reply with", ACTS);
const mineNoReply = columns("mine, no reply, stands", STANDS);
const mineNextOwn = columns("mine, the writer goes on, stands", STANDS);
const mineRank = columns("mine, place", ["first", "second", "third or more"]);
const theirs = column("of another client");
const theirsAct = columns("of another client, does", ACTS);
const theirsNamed = column("of another client, named");
const theirsBefore = column("of another client, just before");
const theirsTook = column("of another client, took part");
const unowned = column("of no client");
const unownedAct = columns("of no client, client does", ACTS);
const unownedNamed = column("of no client, this one named");

export function ofClient(
  rows: Sheet,
  scene: Scene,
  shared: Shared,
  thread: OpenThread,
  likeness: Likeness,
  at: number,
  minutes: number,
  isBefore: boolean,
): void {
  const { isWordless, before, by, own } = scene;
  const isLatest = shared.minePlaces[at] === 0;
  rows.add(mine, 1);
  addActs(rows, mineAct, scene);
  rows.add(mineOnly, shared.mineCount === 1);
  if (shared.mineOpen === 1 && !isOver(thread)) {
    rows.add(mineOnlyOpen, 1);
    addActs(rows, mineOnlyOpenAct, scene);
  }
  if (isLatest) {
    rows.add(mineLatest, 1);
    addActs(rows, mineLatestAct, scene);
  }
  rows.add(mineRank + Math.min(2, shared.minePlaces[at] ?? 0), 1);
  rows.add(mineStand + STANDS.indexOf(thread.stand), 1);
  if (isOver(thread)) addActs(rows, mineOverAct, scene);
  const after = gapOf(minutes);
  rows.add(mineGap + after, 1);
  const standing = standFor(thread, minutes);
  rows.add(mineStandFor + standing, 1);
  if (asksForSomething(scene)) rows.add(mineStandForAsks + standing, 1);
  if (isOver(thread)) {
    rows.add(mineOverGap + after, 1);
    rows.add(mineOverFigure, scene.hasFigure && likeness.figures === 0);
  }
  if (scene.reading.addsNothing) rows.add(mineStandNothing + STANDS.indexOf(thread.stand), 1);
  if (asksForSomething(scene)) {
    rows.add(mineAskGap + after, 1);
    rows.add(mineUnlikeAsks, likeness.words < 0.05);
  } else if (scene.reading.addsNothing) rows.add(mineChatGap + after, 1);
  const { reply, next } = scene;
  if (reply) rows.add((isOver(thread) ? mineOverReply : mineReply) + reply.act, 1);
  else rows.add(mineNoReply + STANDS.indexOf(thread.stand), 1);
  if (next?.by === by) rows.add(mineNextOwn + STANDS.indexOf(thread.stand), 1);
  if (thread.isAsked) {
    rows.add(mineAsked, 1);
    addActs(rows, mineAskedAct, scene);
  }
  if (isBefore && before.isOurs) {
    rows.add(mineAnswerTo, 1);
    addActs(rows, mineAnswerToAct, scene);
  }
  if (shared.latestAnswered === thread) addActs(rows, mineAnsweredAct, scene);
  if (isBurst(scene) && own.threads.includes(thread) && before.by === by) {
    rows.add(mineBurst, 1);
    addActs(rows, mineBurstAct, scene);
    rows.add(mineBurstWordless, isWordless);
  }
  rows.add(mineWordless, isWordless);
  if (thread.isAwaited) {
    rows.add(mineUnanswered, 1);
    addActs(rows, mineUnansweredAct, scene);
  }
  rows.add(mineAlike, Math.min(2, likeness.words));
  rows.add(mineChasedBefore, thread.wasChased && scene.reading.act === "status_chase");
}

export function ofAnother(rows: Sheet, scene: Scene, thread: OpenThread, isBefore: boolean): void {
  const { by } = scene;
  if (thread.client < 0) {
    rows.add(unowned, 1);
    addActs(rows, unownedAct, scene);
    rows.add(unownedNamed, thread.named.includes(by));
    return;
  }
  rows.add(theirs, 1);
  addActs(rows, theirsAct, scene);
  rows.add(theirsNamed, thread.named.includes(by));
  rows.add(theirsBefore, isBefore);
  rows.add(theirsTook, thread.took.includes(by));
}
